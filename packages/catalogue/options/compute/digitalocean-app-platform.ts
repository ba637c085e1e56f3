import { assumption, interval } from '@archwright/kernel';
import { processes } from '../../baselines/recovery.ts';
import { defineOption } from '../../define.ts';
import { digitalocean } from '../../prices/digitalocean.ts';
import { containerWork, containerWorkParameters, processStation } from '../../sizing/container-work.ts';

export default defineOption({
  id: 'digitalocean-app-platform', decision: 'compute', name: 'Containers on DigitalOcean App Platform, at least two',
  summary: 'containers built from the repository behind a managed balancer; instances of a fixed size',
  technologies: ['digitalocean'], provides: ['long-lived-connections', 'long-running'], requires: ['provider:digitalocean', 'zones:several'], tags: ['platform:processes', 'platform:containers', 'managed'], conflicts: [],
  parameters: {
    ...containerWorkParameters, instance: digitalocean.appInstance,
    sustained: assumption('vCPU a shared instance sustains', interval(0.4, 0.7, 1), 'count', 'shared with neighbours: less than a whole one at busy hours'),
    instanceLimit: assumption('instances of one service', interval(20, 60, 250), 'count', 'larger numbers are agreed with support'),
    available: assumption('share of time one of two instances serves', interval(0.998, 0.9994, 0.9999), 'ratio', 'instances on separate hosts of one region'),
    setupHours: assumption('set-up: service, environment, domain', interval(2, 5, 10), 'h', 'the repository and one file'),
    careHours: assumption('care a month', interval(0.5, 1.3, 3), 'h/month', 'base images and sizes'),
    deployableCare: assumption('care of one more deployable a month', interval(0.3, 0.8, 2), 'h/month', 'sizes and environment'),
  },
  exports: { computeIdle: '1' },
  figures: [
    ...containerWork,
    { id: 'instances', label: 'instances on average', unit: 'count', formula: 'max(2 * deployables, ceil(rentedVcpu / sustained))' },
    { id: 'instancesPeak', label: 'instances at peak', unit: 'count', formula: 'max(2 * deployables, ceil(peakVcpu / sustained))' },
    { id: 'utilisation', label: 'planned use at peak', unit: 'ratio', formula: 'peakVcpu * headroom / max(instancesPeak * sustained, peakVcpu)' },
  ],
  costs: [{ id: 'instanceRent', label: 'instances', unit: 'USD/month', dimension: 'compute', formula: 'regionCopies * instances * instance' }],
  limits: [{ id: 'fleet', label: 'instances', unit: 'count', demand: 'instancesPeak', limit: 'instanceLimit', why: 'beyond it the platform’s instances are the wrong size' }],
  station: processStation, latency: { p50: 'cpuPerRequest * cpuFactor + 0.003 * oneSecond', p99: 'cpuPerRequest * cpuFactor * queueing * 1.5 + 0.008 * oneSecond' },
  availability: '1 - pow(1 - available, regionCopies)',
  recovery: processes.severalZones,
  build: { formula: 'setupHours', reason: 'service, environment and domain' },
  run: { formula: 'careHours + (deployables - 1) * deployableCare', reason: 'base images and sizes' },
  parts: 1,
  gains: 'deployed by pushing, a flat price an instance, TLS and balancer included',
  gives: 'one region an application, shared vCPU, little to tune',
  rollback: 'redeploy the previous build from the console or the pipeline',
});

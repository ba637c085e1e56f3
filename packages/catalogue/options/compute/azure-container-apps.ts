import { assumption, interval } from '@archwright/kernel';
import { processes } from '../../baselines/recovery.ts';
import { defineOption } from '../../define.ts';
import { processStation } from '../../sizing/container-work.ts';
import { azureContainerApps } from '../../prices/azure-container-apps.ts';
import { scaleToZeroCosts, scaleToZeroFigures, scaleToZeroParameters } from '../../sizing/scale-to-zero-containers.ts';

export default defineOption({
  id: 'azure-container-apps', decision: 'compute', name: 'Containers on Azure Container Apps',
  summary: 'containers that scale on requests or queue length, down to none',
  technologies: ['azure-container-apps'], provides: ['scale-to-zero', 'long-running'], requires: ['provider:azure', 'zones:several'], tags: ['platform:containers', 'platform:processes', 'autoscaling', 'managed'], conflicts: [],
  parameters: {
    ...scaleToZeroParameters, vcpuSecond: azureContainerApps.vcpuSecond, vcpuSecondsFree: azureContainerApps.vcpuSecondsFree, gibibyteSecond: azureContainerApps.gibibyteSecond, gibibyteSecondsFree: azureContainerApps.gibibyteSecondsFree,
    warmFrom: assumption('requests a second above which an instance is always warm', interval(0.2, 1, 3), '1/s', 'replicas stay for five minutes after the last request'),
    largestFleet: assumption('vCPU of one app', interval(200, 1_200, 4_000), 'count', 'three hundred replicas of up to 4 vCPU'),
    available: assumption('share of time in service over several zones', interval(0.999, 0.9995, 0.9999), 'ratio', 'the commitments of its siblings App Service and Functions are 99.95 %'),
    setupHours: assumption('set-up: environment, identity, registry, scale rules', interval(6, 12, 24), 'h', 'an environment in a network, and rules for each app'),
    careHours: assumption('care a month', interval(0.5, 1.7, 3), 'h/month', 'base images, revisions and rules'),
    deployableCare: assumption('care of one more deployable a month', interval(0.3, 1, 2), 'h/month', 'image, rules and permissions'),
  },
  exports: { computeIdle: '0' },
  figures: [...scaleToZeroFigures],
  costs: [...scaleToZeroCosts],
  limits: [{ id: 'fleet', label: 'vCPU of one app', unit: 'count', demand: 'peakVcpu', limit: 'largestFleet', why: 'replicas of one app are limited' }],
  station: processStation, latency: { p50: 'cpuPerRequest * cpuFactor + 0.003 * oneSecond', p99: 'cpuPerRequest * cpuFactor * queueing + 0.008 * oneSecond + coldStart * max(0, 1 - requestMean / warmFrom)' },
  availability: '1 - pow(1 - available, regionCopies)',
  recovery: processes.severalZones,
  build: { formula: 'setupHours', reason: 'environment, identity and scale rules' },
  run: { formula: 'careHours + (deployables - 1) * deployableCare', reason: 'base images and rules' },
  parts: 1,
  gains: 'any container, no bill while idle, workers that follow the length of a queue',
  gives: 'a start after a pause, four minutes a request, and replicas of 4 vCPU at most',
  rollback: 'route traffic to the previous revision; the image runs on any container platform',
});

import { assumption, fact, interval } from '@archwright/kernel';
import { processes } from '../../baselines/recovery.ts';
import { defineOption } from '../../define.ts';
import { processStation } from '../../sizing/container-work.ts';
import { gcpCloudRun } from '../../prices/gcp-cloud-run.ts';
import { scaleToZeroCosts, scaleToZeroFigures, scaleToZeroParameters } from '../../sizing/scale-to-zero-containers.ts';

export default defineOption({
  id: 'cloud-run', decision: 'compute', name: 'Containers on Google Cloud Run',
  summary: 'containers that start on a request, take many requests each, and stop when nobody calls',
  technologies: ['cloud-run'], provides: ['scale-to-zero', 'long-running'], requires: ['provider:gcp', 'zones:several'], tags: ['platform:containers', 'platform:processes', 'autoscaling', 'managed'], conflicts: [],
  parameters: {
    ...scaleToZeroParameters, vcpuSecond: gcpCloudRun.vcpuSecond, vcpuSecondsFree: gcpCloudRun.vcpuSecondsFree, gibibyteSecond: gcpCloudRun.gibibyteSecond, gibibyteSecondsFree: gcpCloudRun.gibibyteSecondsFree, request: gcpCloudRun.request, requestsFree: gcpCloudRun.requestsFree,
    warmFrom: assumption('requests a second above which an instance is always warm', interval(0.2, 1, 3), '1/s', 'instances stay for minutes after the last request'),
    largestFleet: assumption('vCPU of one service after raising quotas', interval(1_000, 4_000, 8_000), 'count', 'a thousand instances of 4-8 vCPU'),
    sla: fact('Cloud Run monthly uptime commitment', 0.9995, 'ratio', { title: 'mikaelvesavuori/cloud-sla, GCP list @21a22e38', asOf: '2022-04-24', confidence: 'C' }),
    setupHours: assumption('set-up: service, identity, domain, limits', interval(4, 8, 16), 'h', 'an image and a page of settings'),
    careHours: assumption('care a month', interval(0.5, 1.5, 3), 'h/month', 'base images and limits'),
    deployableCare: assumption('care of one more deployable a month', interval(0.3, 1, 2), 'h/month', 'image, limits and permissions'),
  },
  exports: { computeIdle: '0' },
  figures: [...scaleToZeroFigures],
  costs: [
    ...scaleToZeroCosts,
    { id: 'calls', label: 'requests above the free ones', unit: 'USD/month', dimension: 'requests', formula: 'regionCopies * max(0, requestMean * secondsPerMonth - requestsFree) * request' },
  ],
  limits: [{ id: 'fleet', label: 'vCPU of one service', unit: 'count', demand: 'peakVcpu', limit: 'largestFleet', why: 'instances of one service are limited by quota' }],
  station: processStation, latency: { p50: 'cpuPerRequest * cpuFactor + 0.003 * oneSecond', p99: 'cpuPerRequest * cpuFactor * queueing + 0.008 * oneSecond + coldStart * max(0, 1 - requestMean / warmFrom)' },
  availability: '1 - pow(1 - sla, regionCopies)',
  recovery: processes.severalZones,
  build: { formula: 'setupHours', reason: 'service, identity and domain' },
  run: { formula: 'careHours + (deployables - 1) * deployableCare', reason: 'base images and limits' },
  parts: 1,
  gains: 'any container, no bill while idle, several zones without asking, and hundreds of requests an instance',
  gives: 'a start of a second or so after a pause, requests of an hour at most, and no local state',
  rollback: 'route traffic to the previous revision; the image runs on any container platform',
});

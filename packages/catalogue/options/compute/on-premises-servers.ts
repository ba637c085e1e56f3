import { assumption, interval } from '@archwright/kernel';
import { processes } from '../../baselines/recovery.ts';
import { defineOption } from '../../define.ts';
import { fixedWork, fixedWorkParameters, processStation } from '../../sizing/container-work.ts';

const price = assumption('one server with 16 vCPU and 64 GB: purchase over five years, power, space, spares', interval(80, 160, 320), 'USD/month', 'a 6,000 USD server over 60 months is 100 USD; power, rack and spares about half as much again');

export default defineOption({
  id: 'on-premises-servers', decision: 'compute', name: 'Containers on own servers',
  summary: 'two or more servers with a container runtime and a pair of proxies; sized for the peak',
  technologies: ['linux-servers'], provides: ['long-lived-connections', 'long-running'], requires: ['provider:on-premises'], tags: ['platform:processes', 'platform:containers', 'self-run'], conflicts: [],
  parameters: {
    ...fixedWorkParameters, server: price,
    perServer: assumption('vCPU a server gives to applications', interval(10, 13, 15), 'count', 'sixteen less system and proxies'),
    spare: assumption('capacity bought ÷ capacity needed today', interval(1.2, 1.4, 2), 'ratio', 'machines take weeks to arrive, so growth is bought ahead'),
    serverLimit: assumption('servers the rooms hold', interval(20, 400, 2_000), 'count', 'ten racks'),
    available: assumption('share of time one of the servers serves', interval(0.995, 0.9993, 0.9998), 'ratio', 'two servers behind two proxies, one room, one line'),
    setupHours: assumption('set-up: installation, runtime, proxies, certificates, backups', interval(40, 70, 140), 'h', 'everything a cloud would bring'),
    careHours: assumption('care a month', interval(5, 9, 16), 'h/month', 'systems, runtime, capacity, failed parts'),
    serverCare: assumption('care of one more server a month', interval(0.4, 1, 2), 'h/month', 'parts, firmware and systems; alike and rebuilt from code'),
    deployableCare: assumption('care of one more deployable a month', interval(0.5, 1.5, 3), 'h/month', 'placement, ports and rollout'),
  },
  exports: { computeIdle: '1' },
  figures: [...fixedWork, { id: 'servers', label: 'servers', unit: 'count', formula: 'max(2, ceil(peakVcpu * spare / perServer) + 1)' }, { id: 'utilisation', label: 'planned use at peak', unit: 'ratio', formula: 'peakVcpu * headroom / max(servers * perServer, peakVcpu)' },],
  costs: [{ id: 'serverRent', label: 'servers', unit: 'USD/month', dimension: 'compute', formula: 'regionCopies * servers * server' }],
  limits: [{ id: 'rooms', label: 'servers', unit: 'count', demand: 'servers', limit: 'serverLimit', why: 'space, power and cooling are finite' }],
  station: processStation, latency: { p50: 'cpuPerRequest * cpuFactor + 0.001 * oneSecond', p99: 'cpuPerRequest * cpuFactor * queueing + 0.004 * oneSecond' },
  availability: '1 - pow(1 - available, regionCopies)',
  recovery: processes.severalServers,
  build: { formula: 'setupHours', reason: 'installation, runtime, proxies and backups' },
  run: { formula: 'careHours + servers * serverCare + (deployables - 1) * deployableCare', reason: 'systems, capacity and failed parts' },
  parts: 3,
  gains: 'whole cores at a fraction of the rent, and data that stays in the house',
  gives: 'weeks to grow, spare parts, and one room that can lose power',
  rollback: 'switch the image back server by server',
});

import { assumption, interval } from '@archwright/kernel';
import { processes } from '../../baselines/recovery.ts';
import { defineOption } from '../../define.ts';
import { kubernetesCluster } from '../../sizing/kubernetes.ts';

export default defineOption({
  id: 'on-premises-kubernetes', decision: 'compute', name: 'Kubernetes on own servers',
  summary: 'three control-plane nodes and workers of our own',
  technologies: ['kubernetes', 'linux-servers'], provides: ['long-lived-connections', 'long-running'], requires: ['provider:on-premises'], tags: ['platform:processes', 'platform:containers', 'platform:kubernetes', 'self-run'], conflicts: [],
  parameters: {
    ...kubernetesCluster.parameters,
    server: assumption('one server with 16 vCPU and 64 GB: purchase over five years, power, space, spares', interval(80, 160, 320), 'USD/month', 'a 6,000 USD server over 60 months is 100 USD; power, rack and spares about half as much again'),
    perServer: assumption('vCPU a server gives to the cluster', interval(12, 14, 15), 'count', 'sixteen less system'),
    spare: assumption('capacity bought ÷ capacity needed today', interval(1.2, 1.4, 2), 'ratio', 'machines take weeks to arrive, so growth is bought ahead'),
    serverCare: assumption('care of one server a month', interval(0.4, 1, 2), 'h/month', 'parts, firmware and systems; alike and rebuilt from code'),
    available: assumption('share of time the cluster serves', interval(0.995, 0.9994, 0.9999), 'ratio', 'three control-plane nodes, one room, one line'),
    ownHours: assumption('set-up beyond a managed cluster', interval(40, 80, 160), 'h', 'control plane, storage and load balancing are ours'),
    ownCare: assumption('care beyond a managed cluster a month', interval(8, 14, 28), 'h/month', 'control plane, storage, servers'),
  },
  exports: { computeIdle: '1' },
  figures: [...kubernetesCluster.figures, { id: 'servers', label: 'servers', unit: 'count', formula: '3 + max(2, ceil(nodeVcpuPeak * spare / perServer))' }],
  costs: [{ id: 'serverRent', label: 'servers', unit: 'USD/month', dimension: 'compute', formula: 'regionCopies * servers * server' }],
  limits: [...kubernetesCluster.limits],
  station: kubernetesCluster.station, latency: kubernetesCluster.latency, availability: '1 - pow(1 - available, regionCopies)',
  recovery: processes.severalServers,
  build: { formula: 'setupHours + ownHours', reason: 'cluster, storage and load balancing of our own' },
  run: { formula: 'clusterCare + ownCare + servers * serverCare + deployables * deployableCare', reason: 'control plane, storage and servers of our own' },
  parts: 5,
  gains: 'one platform for many teams inside the house',
  gives: 'the control plane, its storage and its upgrades are ours as well',
  rollback: 'roll a deployment back by its revision',
});

import { providerOption } from '../../sizing/account.ts';

export default providerOption({
  id: 'hetzner', name: 'Hetzner', technology: 'hetzner', summary: 'virtual and physical machines at a fraction of the large clouds’ price, mainly in Germany and Finland',
  provides: ['eu-region', 'us-region'],
  setup: [2, 4, 10, 'project, keys, private network, firewall'], care: [0.3, 0.8, 2, 'host notices'],
  gains: 'four to six times the machine for the money, and 20 TB of traffic with each',
  gives: 'few managed services: databases, queues and backups are ours',
  rollback: 'everything on it is ordinary software on ordinary machines',
});

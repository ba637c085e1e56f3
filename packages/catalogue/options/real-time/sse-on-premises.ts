import { assumption, interval } from '@archwright/kernel';
import { ownConnections } from '../../sizing/own-connections.ts';

export default ownConnections({
  id: 'sse-on-premises', where: 'own servers', requires: ['provider:on-premises'], protocol: 'sse',
  machine: assumption('an eighth of a server: 2 vCPU and 8 GB', interval(10, 20, 40), 'USD/month', 'a server of 16 vCPU and 64 GB costs 80-320 USD a month with power and space'),
});

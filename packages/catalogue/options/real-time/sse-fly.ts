import { assumption, interval } from '@archwright/kernel';
import { flyPrices } from '../../prices/fly.ts';
import { ownConnections } from '../../sizing/own-connections.ts';

const { sharedMachine, memory } = flyPrices;

export default ownConnections({
  id: 'sse-fly', where: 'Fly.io', requires: ['provider:fly'], protocol: 'sse',
  machine: assumption('gateway of shared vCPU with 8 GB', interval(40, 8 * sharedMachine.likely + 8 * memory.likely, 90), 'USD/month', 'eight shared vCPU at the price of the smallest machine each, and 8 GB of further memory at list price'),
});

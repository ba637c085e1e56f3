import { assumption, interval } from '@archwright/kernel';
import { ownConnections } from '../../sizing/own-connections.ts';

export default ownConnections({
  id: 'websocket-digitalocean', where: 'DigitalOcean', requires: ['provider:digitalocean'], protocol: 'websocket',
  machine: assumption('droplet of 4 vCPU and 8 GB', interval(48, 48, 56), 'USD/month', 'the price list of 2022 says 48 USD; larger sizes were not confirmed since'),
});

import { flyPrices } from '../../prices/fly.ts';
import { directEgress } from '../../sizing/direct-egress.ts';

export default directEgress({ id: 'direct-fly', name: 'Fly.io’s own anycast network', where: 'Fly.io', provider: 'provider:fly', parameters: { perByte: flyPrices.egress }, cost: 'egress * perByte' });

import { vercelPrices } from '../../prices/vercel.ts';
import { directEgress } from '../../sizing/direct-egress.ts';

export default directEgress({
  id: 'direct-vercel', name: 'Vercel’s own network', where: 'Vercel', provider: 'provider:vercel',
  parameters: { perByte: vercelPrices.transfer, transferIncluded: vercelPrices.transferIncluded },
  cost: 'max(0, egress - transferIncluded) * perByte',
});

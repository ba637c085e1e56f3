import { fact } from '@archwright/kernel';
import { cloudflareDocs } from '../../prices/price-sources.ts';
import { directEgress } from '../../sizing/direct-egress.ts';

export default directEgress({ id: 'direct-cloudflare', name: 'Cloudflare’s own network', where: 'Cloudflare', provider: 'provider:cloudflare', parameters: { perByte: fact('Cloudflare Workers egress', 0, 'USD/B', { ...cloudflareDocs('workers/platform/pricing.mdx @07acbb66'), note: 'no charge for bytes out' }) }, cost: 'egress * perByte' });

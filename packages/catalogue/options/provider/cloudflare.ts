import { providerOption } from '../../sizing/account.ts';

export default providerOption({
  id: 'cloudflare', name: 'Cloudflare developer platform', technology: 'cloudflare', summary: 'code, objects, queues and small databases on a network in hundreds of cities',
  // Workers run in every city; confining them to a region is an enterprise add-on without a public price.
  provides: ['soc-2-attested', 'pci-attested'],
  setup: [1, 3, 8, 'one account, one zone, tokens'], care: [0.2, 0.6, 1.5, 'limits and deprecations of a young platform'],
  gains: 'near every user from the first deployment, no charge for bytes out, billing by CPU time',
  gives: 'isolates of 128 MB, the platform’s own interfaces, and a limited relational story',
  rollback: 'web-standard handlers run on Node.js; D1, KV and Durable Objects have to be replaced',
});

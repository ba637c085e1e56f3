import { providerOption } from '../../sizing/account.ts';

export default providerOption({
  id: 'fly', name: 'Fly.io', technology: 'fly', summary: 'small virtual machines from container images, in many cities, behind one anycast address',
  provides: ['eu-region', 'us-region', 'soc-2-attested'],
  setup: [1, 2, 5, 'one organisation, tokens, regions'], care: [0.3, 0.8, 2, 'host notices, volumes pinned to one host'],
  gains: 'a container near users for a few dollars, cheap bytes out, private network included',
  gives: 'volumes live on one host, and fewer managed stores and attestations than the large clouds',
  rollback: 'the images run anywhere',
});

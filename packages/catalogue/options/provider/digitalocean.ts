import { providerOption } from '../../sizing/account.ts';

export default providerOption({
  id: 'digitalocean', name: 'DigitalOcean', technology: 'digitalocean', summary: 'a small cloud of machines and a container platform, with few services to learn',
  provides: ['eu-region', 'us-region', 'soc-2-attested'],
  setup: [1, 3, 8, 'project, keys, private network'], care: [0.3, 0.8, 2, 'host notices'],
  gains: 'flat prices, few services to learn, cheap bytes out',
  gives: 'fewer managed stores, regions and attestations than the large clouds',
  rollback: 'images and PostgreSQL run anywhere',
});

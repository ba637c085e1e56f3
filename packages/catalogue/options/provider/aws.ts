import { assumption, interval } from '@archwright/kernel';
import { defineOption } from '../../define.ts';
import { awsAccount } from '../../prices/aws-account.ts';

export default defineOption({
  id: 'aws', decision: 'provider', name: 'Amazon Web Services', summary: 'the widest choice of managed services and regions',
  technologies: ['aws'], provides: ['eu-region', 'us-region', 'baa', 'pci-attested', 'soc-2-attested'], requires: [], tags: ['provider:aws'], conflicts: [],
  parameters: {
    dnsZone: awsAccount.dnsZone, key: awsAccount.key, secret: awsAccount.secret,
    secrets: assumption('secrets held', interval(2, 4, 10), 'count', 'store, identity, one or two providers'),
    setupHours: assumption('set-up: accounts, identities, network, budget alarm', interval(8, 16, 32), 'h', 'two accounts, single sign-on, least-privilege roles, a network in code'),
    careHours: assumption('care a month: bills, permissions, notices', interval(0.7, 1.5, 3), 'h/month', 'many services, many notices'),
  },
  figures: [],
  costs: [{ id: 'account', label: 'DNS zone, encryption key, secrets', unit: 'USD/month', dimension: 'base', formula: 'dnsZone + key + secrets * secret' }],
  limits: [],
  build: { formula: 'setupHours', reason: 'accounts, identities and network' },
  run: { formula: 'careHours', reason: 'bill, permissions and deprecation notices' },
  parts: 1,
  gains: 'a managed service for nearly everything, and people who know it',
  gives: 'dear internet egress, fine-grained permissions to learn, and a bill with many lines',
  rollback: 'containers, PostgreSQL and S3-compatible storage run elsewhere; proprietary services have to be replaced one by one',
});

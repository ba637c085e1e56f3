import { assumption, interval } from '@archwright/kernel';
import { monthlyUsers, userBaseline } from '../../baselines/users.ts';
import { ATTESTED } from '../../attestations.ts';
import { defineOption } from '../../define.ts';
import { auth0Prices } from '../../prices/auth0.ts';

export default defineOption({
  id: 'auth0', decision: 'authentication', name: 'Auth0',
  summary: 'hosted identity platform with enterprise federation',
  technologies: ['auth0'], provides: [], requires: [], attested: ATTESTED.auth0, tags: ['auth:hosted', 'auth:enterprise-sso', 'managed'], conflicts: ['provider:on-premises'],
  parameters: {
    ...userBaseline, usersFree: auth0Prices.usersFree, userPrice: auth0Prices.userEssentials,
    availabilityOfSignIn: assumption('share of time sign-in works, weighted by what fails without it', interval(0.999, 0.9998, 0.99999), 'ratio', 'tokens are checked locally, so an outage of the provider stops new sign-ins only'),
    setupHours: assumption('set-up', interval(6, 14, 30), 'h', 'tenants, actions and federation to configure'),
    careHours: assumption('care a month', interval(0.5, 1, 2), 'h/month', 'rules, connections and price reviews'),
  },
  figures: [monthlyUsers],
  costs: [{ id: 'active', label: 'active users, once above the free ones', unit: 'USD/month', dimension: 'licence', formula: 'min(1, ceil(max(0, monthlyUsers - usersFree))) * monthlyUsers * userPrice' }],
  limits: [{ id: 'devices', label: 'devices that have nobody to sign in', unit: 'count', demand: 'devices', limit: '0', why: 'a device holds a key or a certificate; there is no one to type a password' }],
  availability: 'availabilityOfSignIn',
  build: { formula: 'setupHours', reason: 'tenants, actions and federation' },
  run: { formula: 'careHours', reason: 'connections and rules' },
  parts: 1,
  gains: 'enterprise federation, directory synchronisation and attestations without building them',
  gives: 'steep steps in price above the free users, and logic in the provider’s rules',
  rollback: 'bulk export of users; federation connections have to be set up again elsewhere',
});

import { assumption, fact, interval } from '@archwright/kernel';
import { monthlyUsers, userBaseline } from '../../baselines/users.ts';
import { ATTESTED } from '../../attestations.ts';
import { defineOption } from '../../define.ts';
import { clerkPrices } from '../../prices/clerk.ts';

export default defineOption({
  id: 'clerk', decision: 'authentication', name: 'Clerk',
  summary: 'hosted sign-in with ready screens, organisations and second factors',
  technologies: ['clerk'], provides: [], requires: [], attested: ATTESTED.clerk, tags: ['auth:hosted', 'managed'], conflicts: ['provider:on-premises'],
  parameters: {
    ...userBaseline, plan: clerkPrices.plan, included: clerkPrices.usersIncluded, userTo100k: clerkPrices.userTo100k, userAbove100k: clerkPrices.userAbove100k,
    secondTier: fact('users up to the second price', 100_000, 'count', clerkPrices.userTo100k.source!),
    availabilityOfSignIn: assumption('share of time sign-in works, weighted by what fails without it', interval(0.999, 0.9998, 0.99999), 'ratio', 'tokens are checked locally, so an outage of the provider stops new sign-ins only'),
    setupHours: assumption('set-up', interval(4, 8, 16), 'h', 'screens and token checks are ready; roles and webhooks are ours'),
    careHours: assumption('care a month', interval(0.2, 0.5, 1), 'h/month', 'settings and price reviews'),
  },
  figures: [monthlyUsers],
  costs: [{ id: 'retained', label: 'plan and users above the included ones', unit: 'USD/month', dimension: 'licence', formula: 'min(1, ceil(max(0, monthlyUsers - included))) * plan + max(0, min(monthlyUsers, secondTier) - included) * userTo100k + max(0, monthlyUsers - secondTier) * userAbove100k' }],
  limits: [{ id: 'devices', label: 'devices that have nobody to sign in', unit: 'count', demand: 'devices', limit: '0', why: 'a device holds a key or a certificate; there is no one to type a password' }],
  availability: 'availabilityOfSignIn',
  build: { formula: 'setupHours', reason: 'roles, webhooks and token checks' },
  run: { formula: 'careHours', reason: 'settings' },
  parts: 1,
  gains: 'sign-in, organisations and second factors in a day, free for tens of thousands of users',
  gives: 'a price per user later, user records outside the own store, and sign-in that stops with the provider',
  rollback: 'export users with their password hashes to an own library and read both during an overlap',
});

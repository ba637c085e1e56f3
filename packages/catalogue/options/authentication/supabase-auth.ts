import { assumption, interval } from '@archwright/kernel';
import { monthlyUsers, userBaseline } from '../../baselines/users.ts';
import { defineOption } from '../../define.ts';
import { supabasePlatform } from '../../prices/supabase.ts';

export default defineOption({
  id: 'supabase-auth', decision: 'authentication', name: 'Supabase Auth',
  summary: 'hosted sign-in whose users are rows next to the data, tied to row-level security',
  technologies: ['supabase'], provides: [], requires: ['provider:supabase'], tags: ['auth:hosted', 'managed'], conflicts: [],
  parameters: {
    ...userBaseline, included: supabasePlatform.authUsersIncluded, userPrice: supabasePlatform.authUser,
    setupHours: assumption('set-up: flows, mail, row policies', interval(4, 10, 20), 'h', 'flows are ready; policies are the work'),
    careHours: assumption('care a month', interval(0.3, 0.8, 2), 'h/month', 'policies and mail delivery'),
  },
  figures: [monthlyUsers],
  costs: [{ id: 'active', label: 'active users above the included ones', unit: 'USD/month', dimension: 'licence', formula: 'max(0, monthlyUsers - included) * userPrice' }],
  limits: [{ id: 'devices', label: 'devices that have nobody to sign in', unit: 'count', demand: 'devices', limit: '0', why: 'a device holds a key or a certificate; there is no one to type a password' }],
  build: { formula: 'setupHours', reason: 'flows, mail and row policies' },
  run: { formula: 'careHours', reason: 'policies and mail delivery' },
  parts: 0,
  gains: 'users, policies and data in one database, at a third of a cent a user',
  gives: 'permissions as SQL policies, and sign-in tied to the platform',
  rollback: 'users are rows with standard hashes: they move with the database',
});

import { providerOption } from '../../sizing/account.ts';

export default providerOption({
  id: 'supabase', name: 'Supabase', technology: 'supabase', summary: 'PostgreSQL with sign-in, objects, real-time messages and functions around it',
  provides: ['eu-region', 'us-region', 'soc-2-attested'],
  setup: [1, 2, 5, 'project, keys, row policies as a habit'], care: [0.2, 0.6, 1.5, 'plan limits and notices'],
  gains: 'database, sign-in, files and push from one project on the first day, on plain PostgreSQL',
  gives: 'one region and one primary, functions with short limits, and policies in SQL as the place for permissions',
  rollback: 'the database moves with a dump; sign-in, storage and real-time have open-source servers',
});

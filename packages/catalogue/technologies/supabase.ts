import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'supabase', name: 'Supabase', kind: 'baas',
  summary: 'PostgreSQL with sign-in, storage, push and functions',
  licence: 'Apache-2.0, also managed', status: 'active', versioned: false,
  serves: ['row-level-security', 'eu-region', 'us-region', 'soc-2-attested'],
  bestFor: ['first products', 'business software of moderate size'],
  avoidWhen: ['writes in several regions'],
  strainsUnder: ['one primary in one region', 'slow row policies'],
  failureModes: ['db-connection-exhaustion', 'external-provider-outage'],
  limits: {},
  burden: { level: 1, reason: 'managed' },
  alternatives: ['neon', 'aws'],
  migrationPaths: [
    { to: 'cloud-sql', how: 'dump or logical replication; replace sign-in by an own one' },
  ],
  deprecations: [],
  identifiers: { npm: '@supabase/supabase-js', context7: '/supabase/supabase' },
  documentation: 'https://supabase.com/docs',
});

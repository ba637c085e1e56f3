import { fact, type Source } from '@archwright/kernel';
import { pricePerGigabyte, pricePerMillion, pricePerMonth } from '../define.ts';

const billing: Source = { title: 'supabase/supabase apps/docs/content/guides/platform/billing-on-supabase.mdx @124cddf0', url: 'https://github.com/supabase/supabase', asOf: '2026-05-04', confidence: 'A' };

/** Supabase platform besides its database. */
export const supabasePlatform = {
  plan: pricePerMonth('Supabase Pro plan', 25, billing),
  authUser: pricePerMonth('Supabase Auth monthly active user above the allowance', 0.00325, billing),
  authUsersIncluded: fact('monthly active users included', 100_000, 'count', billing),
  functionCall: pricePerMillion('Supabase edge function call', 2, billing),
  functionCallsIncluded: fact('edge function calls included', 2e6, '1/month', billing),
  realtimeMessage: pricePerMillion('Supabase Realtime message', 2.5, billing),
  realtimeMessagesIncluded: fact('Realtime messages included', 5e6, '1/month', billing),
  realtimeConnection: pricePerMonth('Supabase Realtime peak connection', 10 / 1_000, billing),
  realtimeConnectionsIncluded: fact('Realtime peak connections included', 500, 'count', billing),
  egress: pricePerGigabyte('Supabase egress above the allowance', 0.09, billing),
  egressIncluded: fact('egress included', 250e9, 'B/month', billing),
};

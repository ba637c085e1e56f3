import { defineFailureMode } from '../define.ts';

export default defineFailureMode({
  id: 'quota-cost-runaway',
  componentKind: 'platform',
  name: 'Cost runs away',
  severity: 'medium',
  trigger: 'a trigger that triggers itself, a logging loop, fan-out without bound',
  effect: 'a bill nobody planned, or a forced stop',
  signal: 'spend an hour against forecast; invocations that keep doubling',
  threshold: 'spend in an hour above 3 times the baseline',
  mitigations: [
    'budgets that stop the spender, not only report it',
    'guards against recursion, ceilings per tenant',
    'sampled logs',
  ],
  recovery: [
    'disable the trigger, purge the queue',
  ],
  sources: [
    { title: 'Cloudflare Workers documentation, pricing and CPU limits', url: 'https://developers.cloudflare.com/workers/platform/pricing/', asOf: 'undated', confidence: 'B' },
  ],
});

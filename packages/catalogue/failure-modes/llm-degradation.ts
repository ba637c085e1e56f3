import { defineFailureMode } from '../define.ts';

export default defineFailureMode({
  id: 'llm-degradation',
  componentKind: 'ai',
  name: 'Model slow, limited or worse',
  severity: 'medium',
  trigger: 'an incident at the provider, a new model version, injected instructions',
  effect: 'slow or wrong answers; cost jumps',
  signal: 'time to first token; 429 answers; score on fixed prompts; cost per request',
  threshold: 'p95 to first token above 5 s, or score down by 10 %',
  mitigations: [
    'an ordered list of models to fall back to',
    'limits on tokens per request and on spend per tenant',
    'checks on input and output; tools only with the user’s own rights',
  ],
  recovery: [
    'change the model, switch tools off',
    'purge answers cached in the meantime',
  ],
  sources: [
    { title: 'OWASP API Security Top 10 2023, API10 Unsafe Consumption of APIs', url: 'https://owasp.org/API-Security/editions/2023/en/0xaa-unsafe-consumption-of-apis/', asOf: '2023', confidence: 'B' },
  ],
});

import { defineFailureMode } from '../define.ts';

export default defineFailureMode({
  id: 'ddos',
  componentKind: 'security',
  name: 'Denial of service',
  severity: 'high',
  trigger: 'bots, an attack, or sudden fame',
  effect: 'resources are exhausted or the bill explodes',
  signal: 'requests by network and path; cache misses; spend an hour',
  threshold: 'requests above 5 times the forecast',
  mitigations: [
    'an edge network with rate rules in front',
    'limits on cost per function',
    'authentication or a challenge before expensive paths',
  ],
  recovery: [
    'switch the edge to its strict mode; block networks',
    'cache everything that can be',
  ],
  sources: [
    { title: 'OWASP API Security Top 10 2023, API4 Unrestricted Resource Consumption', url: 'https://owasp.org/API-Security/editions/2023/en/0xa4-unrestricted-resource-consumption/', asOf: '2023', confidence: 'B' },
  ],
});

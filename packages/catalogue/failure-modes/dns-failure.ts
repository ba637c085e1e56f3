import { defineFailureMode } from '../define.ts';

export default defineFailureMode({
  id: 'dns-failure',
  componentKind: 'network',
  name: 'Name resolution fails',
  severity: 'critical',
  trigger: 'a bad record, an expired domain or a registry that is down',
  effect: 'nothing is reachable, the tools for repair included',
  signal: 'failed look-ups; NXDOMAIN rate; days to expiry of the domain',
  threshold: 'failed look-ups above 0.5 %',
  mitigations: [
    'long TTLs for names that do not move',
    'the last good address is kept and used',
    'a second DNS provider and a locked registration',
  ],
  recovery: [
    'correct the record and wait out the TTL',
    'reach the servers by address, on a path prepared for it',
  ],
  sources: [
    { title: 'Meta engineering: details of the October 4 outage', url: 'https://engineering.fb.com/2021/10/05/networking-traffic/outage-details/', asOf: '2021-10-05', confidence: 'B' },
    { title: 'Datadog: infrastructure connectivity issue of 24 September 2020', url: 'https://www.datadoghq.com/blog/2020-09-25-infrastructure-connectivity-issue/', asOf: '2020-09', confidence: 'B' },
  ],
});

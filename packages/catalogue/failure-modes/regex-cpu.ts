import { defineFailureMode } from '../define.ts';

export default defineFailureMode({
  id: 'regex-cpu',
  componentKind: 'service',
  name: 'One input takes a whole core',
  severity: 'high',
  trigger: 'a pattern that backtracks, an archive that unpacks to gigabytes, deeply nested JSON',
  effect: 'a single request holds a core; a few hold the service',
  signal: 'event loop delay; CPU at a low request rate',
  threshold: 'event loop delay above 200 ms',
  mitigations: [
    'patterns that run in linear time',
    'limits on size, depth and unpacked size',
    'work on untrusted input isolated, with a timeout',
  ],
  recovery: [
    'switch the rule off',
    'block the input',
  ],
  sources: [
    { title: 'Cloudflare: details of the outage of 2 July 2019', url: 'https://web.archive.org/web/20211006055154/https://blog.cloudflare.com/details-of-the-cloudflare-outage-on-july-2-2019/', asOf: '2019-07-12', confidence: 'B' },
    { title: 'OWASP Application Security Verification Standard 5.0', url: 'https://github.com/OWASP/ASVS', asOf: '2025-05-30', confidence: 'B' },
  ],
});

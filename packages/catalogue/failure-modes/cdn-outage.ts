import { defineFailureMode } from '../define.ts';

export default defineFailureMode({
  id: 'cdn-outage',
  componentKind: 'edge',
  name: 'Edge network down',
  severity: 'high',
  trigger: 'a bad configuration at the provider',
  effect: 'nothing is reachable although the origin is healthy',
  signal: 'probes through the edge against probes of the origin',
  threshold: 'edge 5xx above 5 % while the origin is well',
  mitigations: [
    'the origin can be reached by a second edge or name',
    'a short TTL on the name that decides',
    'a mode that works without the edge',
  ],
  recovery: [
    'change the name',
    'limit the rate at the origin while it is exposed',
  ],
  sources: [
    { title: 'Cloudflare: outage of 18 November 2025', url: 'https://blog.cloudflare.com/18-november-2025-outage/', asOf: '2025-11-18', confidence: 'B' },
    { title: 'Cloudflare: details of the outage of 2 July 2019', url: 'https://web.archive.org/web/20211006055154/https://blog.cloudflare.com/details-of-the-cloudflare-outage-on-july-2-2019/', asOf: '2019-07-12', confidence: 'B' },
  ],
});

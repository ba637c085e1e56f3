import { defineFailureMode } from '../define.ts';

export default defineFailureMode({
  id: 'bad-config-push',
  componentKind: 'platform',
  name: 'Bad configuration pushed everywhere',
  severity: 'critical',
  trigger: 'a setting or a generated file goes to all machines at once',
  effect: 'the whole fleet fails together',
  signal: 'failed validation; crashes right after a push',
  threshold: 'any crash within 5 min of a push',
  mitigations: [
    'configuration goes out in waves like code',
    'limits on the size and shape of generated files',
    'the last good version is kept and used when the new one does not load',
    'one switch that stops propagation',
  ],
  recovery: [
    'return to the last good version',
    'stop propagation',
  ],
  sources: [
    { title: 'Cloudflare: outage of 18 November 2025', url: 'https://blog.cloudflare.com/18-november-2025-outage/', asOf: '2025-11-18', confidence: 'B' },
    { title: 'Cloudflare: details of the outage of 2 July 2019', url: 'https://web.archive.org/web/20211006055154/https://blog.cloudflare.com/details-of-the-cloudflare-outage-on-july-2-2019/', asOf: '2019-07-12', confidence: 'B' },
    { title: 'Site Reliability Engineering (Google), chapter Release Engineering', url: 'https://sre.google/sre-book/release-engineering/', asOf: '2016', confidence: 'B' },
  ],
});

import { defineFailureMode } from '../define.ts';

export default defineFailureMode({
  id: 'clock-skew',
  componentKind: 'platform',
  name: 'Clocks disagree',
  severity: 'medium',
  trigger: 'time synchronisation fails, a machine was paused, a leap second',
  effect: 'valid tokens are refused, order is wrong, two owners believe they hold one lease',
  signal: 'offset from the time source; negative durations; tokens refused as not yet valid',
  threshold: 'offset above 100 ms',
  mitigations: [
    'durations from the monotonic clock',
    'order from sequences of the store, not from clocks',
    'leases with a margin and a fencing token',
  ],
  recovery: [
    'resynchronise and restart the machines concerned',
    'sort again by sequence',
  ],
  sources: [
    { title: 'Cloudflare: how the leap second affected DNS', url: 'https://web.archive.org/web/20211104160742/https://blog.cloudflare.com/how-and-why-the-leap-second-affected-cloudflare-dns/', asOf: '2017-01', confidence: 'B' },
    { title: 'Site Reliability Engineering (Google), chapter Managing Critical State', url: 'https://sre.google/sre-book/managing-critical-state/', asOf: '2016', confidence: 'B' },
  ],
});

import { defineFailureMode } from '../define.ts';

export default defineFailureMode({
  id: 'observability-blind',
  componentKind: 'observability',
  name: 'Blind during an outage',
  severity: 'medium',
  trigger: 'monitoring shares what failed, or sampling drops the errors',
  effect: 'no alert; a long search',
  signal: 'series that stop; a heartbeat that is missed (dead-man switch)',
  threshold: 'no data for 2 min',
  mitigations: [
    'probes from outside',
    'monitoring in another failure domain',
    'sampling that keeps errors',
  ],
  recovery: [
    'probe from outside; read logs where they are written',
  ],
  sources: [
    { title: 'Cloudflare: control plane and analytics outage', url: 'https://blog.cloudflare.com/post-mortem-on-cloudflare-control-plane-and-analytics-outage/', asOf: '2023-11', confidence: 'B' },
    { title: 'Meta engineering: details of the October 4 outage', url: 'https://engineering.fb.com/2021/10/05/networking-traffic/outage-details/', asOf: '2021-10-05', confidence: 'B' },
  ],
});

import { defineFailureMode } from '../define.ts';

export default defineFailureMode({
  id: 'cascading-overload',
  componentKind: 'service',
  name: 'Overload that spreads',
  severity: 'critical',
  trigger: 'one instance is lost and the rest have no room for its share',
  effect: 'instances fall one after another; throughput of useful work goes to zero',
  signal: 'CPU and queue length rising while completed work falls; restarts; saturation by instance',
  threshold: 'utilisation above 80 % and rising',
  mitigations: [
    'shed by priority before saturation',
    'a limit on concurrent work per instance',
    'room for the loss of two instances',
    'health checks that do not depend on anything behind',
  ],
  recovery: [
    'cut traffic to below capacity',
    'restart in batches',
    'let traffic back in steps',
  ],
  sources: [
    { title: 'Site Reliability Engineering (Google), chapter Addressing Cascading Failures', url: 'https://sre.google/sre-book/addressing-cascading-failures/', asOf: '2016', confidence: 'B' },
    { title: 'Amazon Builders’ Library: Using load shedding to avoid overload', url: 'https://aws.amazon.com/builders-library/using-load-shedding-to-avoid-overload/', asOf: 'undated', confidence: 'B' },
    { title: 'Allegro: why the site went down in July 2018', url: 'https://allegro.tech/2018/08/postmortem-why-allegro-went-down.html', asOf: '2018-08', confidence: 'B' },
  ],
});

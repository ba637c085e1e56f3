import { defineFailureMode } from '../define.ts';

export default defineFailureMode({
  id: 'autoscaler-lag',
  componentKind: 'platform',
  name: 'Scaling too slow or at its ceiling',
  severity: 'high',
  trigger: 'load rises faster than machines start, or a quota is reached',
  effect: 'errors for the first minutes of the very event the capacity was for',
  signal: 'instances pending; desired against maximum; quota errors',
  threshold: 'desired equals maximum for 2 min',
  mitigations: [
    'scale before known events',
    '30-40 % of headroom at peak',
    'scale on queue age or request rate, not on CPU alone',
    'quotas raised ahead of time',
  ],
  recovery: [
    'scale by hand',
    'shed low-priority work',
  ],
  sources: [
    { title: 'Allegro: why the site went down in July 2018', url: 'https://allegro.tech/2018/08/postmortem-why-allegro-went-down.html', asOf: '2018-08', confidence: 'B' },
    { title: 'Site Reliability Engineering (Google), chapter Handling Overload', url: 'https://sre.google/sre-book/handling-overload/', asOf: '2016', confidence: 'B' },
  ],
});

import { defineFailureMode } from '../define.ts';

export default defineFailureMode({
  id: 'split-brain',
  componentKind: 'database',
  name: 'Two primaries',
  severity: 'critical',
  trigger: 'a network partition and a failover without fencing',
  effect: 'both sides accept writes, and the histories have to be merged by hand',
  signal: 'more than one node that accepts writes; diverging timelines; conflicting keys',
  threshold: 'more than one writable primary, at any time',
  mitigations: [
    'failover only by a majority, with the old primary fenced first',
    'an epoch in every write, refused when it is old',
    'no promotion from a minority’s point of view',
  ],
  recovery: [
    'stop writes on one side',
    'choose the surviving history; replay or list what the other side took',
  ],
  sources: [
    { title: 'GitHub: October 21 post-incident analysis', url: 'https://blog.github.com/2018-10-30-oct21-post-incident-analysis/', asOf: '2018-10-30', confidence: 'B' },
    { title: 'Site Reliability Engineering (Google), chapter Managing Critical State', url: 'https://sre.google/sre-book/managing-critical-state/', asOf: '2016', confidence: 'B' },
  ],
});

import { defineFailureMode } from '../define.ts';

export default defineFailureMode({
  id: 'metastable-failure',
  componentKind: 'service',
  name: 'Failure that outlives its cause',
  severity: 'critical',
  trigger: 'a short trigger starts a loop that sustains itself: retries, a cold cache, collection pauses',
  effect: 'the service stays down after the trigger has gone',
  signal: 'useful work far below offered load minutes after the trigger; a low hit ratio under full load',
  threshold: 'completed work under 50 % of offered work for 5 min after the trigger ended',
  mitigations: [
    'break the loops: retry budget, bounded queues, newest first',
    'drills that remove the trigger and watch whether the system returns',
  ],
  recovery: [
    'cut load hard, to well under normal',
    'let it back in steps as caches warm',
  ],
  sources: [
    { title: 'AWS: DynamoDB event in US-East', url: 'https://aws.amazon.com/message/5467D2/', asOf: '2015-09', confidence: 'B' },
    { title: 'Site Reliability Engineering (Google), chapter Handling Overload', url: 'https://sre.google/sre-book/handling-overload/', asOf: '2016', confidence: 'B' },
  ],
});

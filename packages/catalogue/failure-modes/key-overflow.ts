import { defineFailureMode } from '../define.ts';

export default defineFailureMode({
  id: 'key-overflow',
  componentKind: 'database',
  name: 'Integer key runs out',
  severity: 'high',
  trigger: 'a 32-bit identifier, or a foreign key that points at one, reaches 2,147,483,647',
  effect: 'inserts fail at once and for everyone; the application is read-only',
  signal: 'largest value in use as a share of the type’s range; errors of class 22003',
  threshold: 'above 70 % of the range',
  mitigations: [
    '64-bit identities from the first migration, foreign keys included',
    'alert at 50 % and at 80 % of the range',
  ],
  recovery: [
    'start handing out the negative half of the range',
    'widen the type online: new column, backfill, swap',
  ],
  sources: [
    { title: 'Heroku status, incident 2558', url: 'https://status.heroku.com/incidents/2558', asOf: 'undated', confidence: 'B' },
    { title: 'Basecamp: read-only outage of 9 November 2018', url: 'https://web.archive.org/web/20220529044310/https://m.signalvnoise.com/postmortem-on-the-read-only-outage-of-basecamp-on-november-9th-2018/', asOf: '2018-11', confidence: 'B' },
  ],
});

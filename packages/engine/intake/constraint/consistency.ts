import { compileCues } from './cue.ts';

/** What may lag, repeat or get lost, and what may not. */
export const CONSISTENCY_CUES = compileCues([
  {
    key: 'delivery', value: 'exactly-once', about: true, carriesNegation: true, statement: 'each takes effect exactly once',
    patterns: [
      'never|not ~3 sent|send|delivered|deliver|charged|charge|processed|process|billed|bill|paid|pay|counted|count|executed|execute|applied|apply|shipped|booked|booking|sold|sell|notified|issued ~3 twice',
      'exactly once', 'exactly-once', 'no duplicate|duplicates|double|duplicated', 'without duplicate|duplicates|double', 'never|not|avoid|prevent ?be double-charged|double-booked|double-billed|double-spend|double-booking|duplicate|duplicates|duplicated',
      'never|no|not|avoid|prevent ~2 double booking|charge|spending|billing|payment|sale', 'once and only once', 'no|not|never ~4 more than once', 'de-duplicate|deduplicate|deduplicated|deduplication|idempotent|idempotency',
    ],
  },
  { key: 'delivery', value: 'at-least-once', statement: 'delivered at least once', about: true, patterns: ['at least once', 'at-least-once'] },
  { key: 'delivery', value: 'at-most-once', statement: 'delivered at most once', about: true, patterns: ['at most once', 'at-most-once', 'fire and forget', 'best effort', 'best-effort'] },
  {
    key: 'durability', value: 'no-loss', about: true, carriesNegation: true, statement: 'must not be lost',
    patterns: [
      'never|not|cannot|mustn\'t|no ?be ~2 lost|lose', 'no ?data loss', 'no ~2 lost', 'without losing|loss', 'zero ?data|message loss', 'must|should|shall survive', 'cannot|not afford to lose', 'not ~2 go missing', 'no|none ~3 goes missing',
    ],
  },
  {
    key: 'consistency', value: 'eventual', about: true, statement: 'may lag behind',
    patterns: ['may|can|could ~1 lag|trail', 'eventual|eventually consistent|consistency', 'may|can be ~2 stale|delayed|behind|approximate|outdated', 'slightly|minute|minutes|hours stale|old', 'stale reads|data|results is|are ok|fine|acceptable', 'need|needs|has|have not ~1 be up-to-date|exact|current', 'delay is|are acceptable|fine|ok', 'near real-time|realtime'],
  },
  {
    key: 'consistency', value: 'read-your-writes', about: true, statement: 'writers see their own writes at once',
    patterns: ['read-your-writes', 'read your own|writes', 'see|sees their own ~3 immediately|instantly|once', 'immediately|instantly see|sees their own', 'visible to ~1 author|writer|sender ~2 immediately|instantly|once'],
  },
  {
    key: 'consistency', value: 'strong', about: true, statement: 'must be read as last written',
    patterns: [
      'strong|strongly|strictly|immediate consistency|consistent', 'linearizable|linearisable|linearizability|serializable|serialisable', 'acid', 'transactional|transactionally', 'always be|stay ~1 consistent|correct|exact', 'must|should|always ~1 balance|reconcile',
      'must|never ?be ~1 oversold|overbooked|double-booked|oversell|overbook', 'no|never|prevent|avoid overselling|oversell|overbooking|double-booking|double-bookings', 'same|one seat|room|item|slot|unit ~4 never|not ~3 twice', 'atomic|atomically',
    ],
    carriesNegation: true,
  },
]);

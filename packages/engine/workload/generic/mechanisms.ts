import type { ArchetypeEntity, ArchetypeOperation, Reading } from '@archwright/model';
import type { Thing } from './things.ts';

/** Verbs of work that runs without a caller. */
const LATER =
  /^(?:remind|notify|alert|invoice|bill|print|calculate|charge|generate|export|send|email|expire|plan|deliver|forward|import)$/;
const OFFLINE =
  /\b(?:offline|no (?:signal|coverage|reception|connection|network)|without (?:signal|coverage|reception|a connection|network)|poor (?:signal|coverage|reception))\b/i;
const REMINDED =
  /\b(?:remind|reminder|reminders|overdue|expire|expires|expiry|deadline|nightly|overnight|every (?:morning|night|evening|month)|monthly|month[- ]end|each month)\b/i;
const PUSHED = /\b(?:live|real[- ]time|at once|instantly|immediately)\b/i;
const SECRET = /\b(?:secret|anonymous|confidential|encrypted)\b/i;

/** Whether something has to happen without a caller: reminders, invoices, what runs at night. */
export const runsLater = (reading: Reading, things: readonly Thing[]): boolean =>
  REMINDED.test(reading.text) ||
  things.some(({ spoken, deed }) => deed?.due === true || spoken.some(({ verb }) => LATER.test(verb)));

/**
 * The mechanisms that carry a design of the brief's own words, by what its entities and operations do; the first called for get
 * the deep dives, so what is particular to the brief stands before what every table needs.
 */
export function mechanismsOf(
  reading: Reading,
  things: readonly Thing[],
  entities: readonly ArchetypeEntity[],
  operations: readonly Omit<ArchetypeOperation, 'share'>[],
): readonly string[] {
  const deeds = things.filter(({ role }) => role === 'deed');
  const any = (test: RegExp): boolean => test.test(reading.text);
  const moves = operations.filter(({ body }) => body?.length === 0).length;
  const wanted: readonly (readonly [boolean, string])[] = [
    [entities.some(({ store }) => store === 'append'), 'time-partitioned-tables'],
    [any(OFFLINE), 'offline-sync'],
    [deeds.some(({ deed, of }) => deed?.once === true && of !== undefined), 'one-row-per-pair'],
    [deeds.some(({ deed, of }) => deed?.due === true && of !== undefined), 'booking-without-overselling'],
    [entities.some(({ store }) => store === 'blob'), 'resumable-upload'],
    [moves > 0, 'guarded-transition'],
    [runsLater(reading, things), 'leased-scheduler'],
    [deeds.some(({ deed }) => /^(?:payment|invoice|donation)$/.test(deed?.noun ?? '')), 'exactly-once-effects'],
    [any(PUSHED) && operations.some(({ list }) => list), 'presence-fan-out'],
    [operations.some(({ id }) => id.startsWith('search-')), 'inverted-index'],
    [entities.some(({ store }) => store === 'append'), 'deduplication-window'],
    [any(SECRET), 'envelope-encryption'],
    [runsLater(reading, things), 'transactional-outbox'],
    [true, 'idempotency-key'],
    [true, 'cursor-pagination'],
    [true, 'expand-and-contract'],
    [true, 'audit-hash-chain'],
  ];
  return wanted.filter(([applies]) => applies).map(([, id]) => id);
}

import type { Archetype, Reading } from '@archwright/model';

/** Capabilities of which each says that what happened is read apart from the code that brings it about. */
const APART: ReadonlySet<string> = new Set(['replay', 'fanout']);

/** Whether the brief itself asks that several read the same events, or that they are read again. */
export const asksForEvents = ({ requirements }: Reading): boolean =>
  requirements.some(({ key, subject, value }) => key === 'capability' && APART.has(subject ?? value ?? ''));

const AGAIN = 're-?process(?:es)?|re-?plays?|rebuilds?';
const AGAIN_BY = 're-?processed|re-?played|rebuilt';
const BETWEEN = String.raw`(?:each|all|both|must|can|may|should|will|need(?:s)? to|has to|have to|wants? to|also|then|independently|separately|again)`;
const MOST_WORDS = 4;
const MOST_CONSUMERS = 20;
/** What is read by those who consume, so that households who consume power are no consumers of events. */
const IS_ABOUT_EVENTS = new RegExp(
  String.raw`\b(?:${AGAIN}|${AGAIN_BY})\b|\b(?:events?|streams?|topics?|messages?|feeds?|changes?|logs?)\b`,
  'i',
);
const BEFORE = new RegExp(String.raw`^(.*?)\s(?:${BETWEEN}\s)*(?:${AGAIN}|consumes?|subscribes?|reacts?|listens?)\b`, 'i');
const AFTER = new RegExp(
  String.raw`\b(?:${AGAIN_BY}|consumed|read|picked up|processed|used)(?: again| independently| separately)? by (.+)$`,
  'i',
);
const NUMBERS: Readonly<Record<string, number>> = { two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8 };
const COUNTED = new RegExp(
  String.raw`^(?:\w+ing )?(?:the |our |at least )?(${Object.keys(NUMBERS).join('|')}|\d{1,2}) ((?:[a-z-]+ )?(?:service|team|system|consumer|application|app|department|subscriber))s\b`,
  'i',
);
const LEADING = /^(?:and|or|then|so|where|while|the|our|an?|its|their|both|also)\s+/i;
const NOBODY =
  /^(?:we|they|it|he|she|you|i|who|which|that|this|these|those|each|all|both|one|others?|users?|anyone|somebody|someone)$/i;

/** Who reads the events, as the brief names them: `fraud, reporting and the warehouse each consume the order events`. */
export function namedConsumers(reading: Reading): readonly string[] {
  if (!asksForEvents(reading)) return [];
  const found = reading.text
    .split(/[.;:!?\n()—–]+(?:\s|$)/)
    .filter((part) => IS_ABOUT_EVENTS.test(part))
    .flatMap((part) => {
      const after = AFTER.exec(part)?.[1];
      const before = after === undefined ? BEFORE.exec(part)?.[1] : undefined;
      return listed(after ?? before ?? '');
    });
  return [...new Map(found.map((name) => [name.toLowerCase(), name])).values()].slice(0, MOST_CONSUMERS);
}

function listed(text: string): readonly string[] {
  const counted = COUNTED.exec(text.trim());
  if (counted) {
    const many = NUMBERS[counted[1]!.toLowerCase()] ?? Number(counted[1]);
    return Array.from({ length: Math.min(many, MOST_CONSUMERS) }, (_, at) => `${counted[2]!.toLowerCase()} ${at + 1}`);
  }
  const names = text.split(/\s*,\s*(?:and\s+|as well as\s+)?|\s+(?:and|as well as)\s+/i).map((part) => {
    let name = part.trim();
    while (LEADING.test(name)) name = name.replace(LEADING, '');
    return name;
  });
  return names.filter((name) => /[a-z]/i.test(name) && name.split(/\s+/).length <= MOST_WORDS && !NOBODY.test(name));
}

/**
 * The archetype with an event of its main entity for those the brief names to read it. A brief that asks for past events again
 * names nobody and means whoever processes them: one consumer.
 */
export function withNamedConsumers(archetype: Archetype, reading: Reading): Archetype {
  if (!asksForEvents(reading)) return archetype;
  const named = namedConsumers(reading);
  const { events } = archetype;
  if (named.length === 0 && events.some(({ consumers }) => consumers.length > 0)) return archetype;
  const consumers = named.length > 0 ? named : ['processing again'];
  const main = archetype.operations.find(({ id }) => id === archetype.mainOperation)?.entity ?? archetype.entities[0]?.name;
  if (main === undefined) return archetype;
  const own = events.find(({ entity }) => entity === main);
  const all = (known: readonly string[]): readonly string[] => [...new Set([...known, ...consumers])];
  return {
    ...archetype,
    events: own
      ? events.map((event) => (event === own ? { ...event, consumers: all(event.consumers) } : event))
      : [...events, { name: `${main}Recorded`, when: `a row of ${main} is stored`, entity: main, consumers }],
  };
}

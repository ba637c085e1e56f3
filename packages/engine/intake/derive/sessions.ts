import { type Interval, SECONDS_PER_DAY } from '@archwright/kernel';
import type { Mention } from '../quantity/mention.ts';
import { isActor } from '../quantity/nouns.ts';
import { computed, type Demand, require, span, stated } from './demand.ts';
import { around, phraseText } from './network.ts';
import { nearestPopulation } from './populations.ts';
import { addStream } from './stream.ts';

/** What people do with content that reaches them at a bit rate. */
const TAKES_IN = /\b(listen|watch|stream|view|play|hear)(?:s|es|ing|ed)?\b/;
const SHORTEST = 10;
/** What is listened to and watched, where the brief names it. */
const CONTENT = /\b(video|film|movie|episode|series|song|track|podcast|lecture|radio|channel|match|concert|livestream)s?\b/i;

/** Seconds: of content a day the time is a share of the day. */
function lengthOf({ window, value }: Mention): Interval {
  if (window === undefined) return value;
  return window === SECONDS_PER_DAY
    ? { low: value.low * window, likely: value.likely * window, high: value.high * window }
    : { low: 0, likely: 0, high: 0 };
}

/**
 * "400,000 listeners a day, each listens 45 minutes at 128 kbit/s": each of them fetches so many bytes a day.
 *
 * @param mention - a data rate
 */
export function addSession(demand: Demand, mention: Mention): void {
  const { sentence } = mention;
  // `listeners a day listen` leaves a tagger in doubt: the word itself decides.
  const before = around(demand, { ...mention, last: mention.first }, 14, 0);
  const verb = before.endsWith(' at') ? TAKES_IN.exec(before)?.[1] : undefined;
  if (verb === undefined) return;
  const length = demand.mentions.find((other) => {
    const { likely } = lengthOf(other);
    return other.kind === 'duration' && other.sentence === sentence && likely >= SHORTEST && likely <= SECONDS_PER_DAY;
  });
  const owner = nearestPopulation(demand, mention);
  if (!length || !owner || !isActor(owner.noun)) return;
  const noun = CONTENT.exec(demand.text)?.[1]?.toLowerCase() ?? 'stream';
  const stream = addStream(demand, {
    name: { noun, verb, object: noun, kind: 'read' },
    mention,
    population: owner,
    mean: (id) =>
      computed(demand, `${id}.rate`, `${id.replaceAll('-', ' ')}, on average`, '1/s', 'members / day', {
        members: owner.figure,
        day: span(demand, 'day'),
      }),
  });
  const time = stated(demand, length, `${stream.id}.length`, `time each ${owner.noun} takes in a day`, lengthOf(length), 's');
  demand.used.add(length);
  const speed = stated(demand, mention, `${stream.id}.bit-rate`, `bytes of a second of ${noun}`);
  require(demand, 'duration', {
    mention: length,
    subject: `${stream.id}-length`,
    figure: time,
    statement: phraseText(demand, length),
  });
  stream.bytes = computed(demand, `${stream.id}.bytes`, `bytes of one ${owner.noun} a day`, 'B', 'time * speed', { time, speed });
}

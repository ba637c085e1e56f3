import { type Figure } from '@archwright/kernel';
import type { Mention } from '../quantity/mention.ts';
import { readNounPhrase } from '../quantity/noun-phrase.ts';
import { plural, singular } from '../quantity/nouns.ts';
import { computed, type Demand, type Population, require, span, stated, type Stream } from './demand.ts';
import { around, phraseText } from './network.ts';
import { addStream, nameOf } from './stream.ts';
import { isFunnel, isOccupancy, isOverbooking } from './share-kinds.ts';

/** Things that are occupied for a while: arrivals from occupancy and stay (Little's law), overbooking, inventory rows. */
export function readOccupancy(demand: Demand): void {
  const occupancy = demand.mentions.find(
    (mention) => mention.kind === 'share' && !demand.used.has(mention) && isOccupancy(mention),
  );
  const things = occupancy && occupied(demand, occupancy);
  const turnover = occupancy && things ? addTurnover(demand, occupancy, things) : undefined;
  readFunnels(demand, turnover);
  readInventory(demand, things);
  const over = demand.mentions.find((mention) => mention.kind === 'share' && !demand.used.has(mention) && isOverbooking(mention));
  if (!over) return;
  const share = stated(demand, over, 'share.overbooking', 'sold beyond what exists');
  require(demand, 'share', { mention: over, subject: 'overbooking', figure: share, statement: phraseText(demand, over) });
  if (things)
    computed(
      demand,
      `population.sellable-${things.noun}`,
      `${plural(things.noun)} that may be sold`,
      'count',
      'things * (1 + over)',
      { things: things.figure, over: share },
    );
}

/** The population that is occupied: the last thing counted before the share. */
function occupied(demand: Demand, mention: Mention): Population | undefined {
  const order = demand.order.get(mention) ?? 0;
  return demand.mentions
    .slice(0, order)
    .map((other) => demand.referents.get(other))
    .findLast((referent): referent is Population => referent !== undefined && 'modifiers' in referent);
}

const STAYS = /^(?:stay|session|visit|rental|trip|booking|reservation|call|ride|parking|appointment|loan|admission)$/;
const EVENTS = ['reservation', 'booking', 'rental', 'admission', 'appointment', 'visit', 'loan'];

function addTurnover(demand: Demand, occupancy: Mention, things: Population): Stream | undefined {
  const stay = demand.mentions.find(
    (mention) =>
      mention.kind === 'duration' &&
      !demand.used.has(mention) &&
      (/\bstay|\blasts?\b|\baverage\b/.test(around(demand, mention, 4, 3)) ||
        STAYS.test(mention.noun?.head ?? mention.before?.head ?? '')),
  );
  const share = stated(demand, occupancy, `share.occupied-${things.noun}`, `share of ${plural(things.noun)} occupied`);
  require(demand, 'share', {
    mention: occupancy,
    subject: `occupied-${things.noun}`,
    figure: share,
    statement: phraseText(demand, occupancy),
  });
  const taken = computed(
    demand,
    `population.occupied-${things.noun}`,
    `${plural(things.noun)} occupied`,
    'count',
    'things * share',
    { things: things.figure, share },
  );
  if (!stay || !(stay.value.low > 0)) return undefined;
  const length = stated(demand, stay, 'duration.stay', 'length of a stay');
  require(demand, 'duration', { mention: stay, subject: 'stay', figure: length, statement: phraseText(demand, stay) });
  const words = new Set(demand.tokens.map((token) => singular(token.lower)));
  const noun = EVENTS.find((event) => words.has(event)) ?? 'arrival';
  return addStream(demand, {
    name: { ...nameOf(undefined, noun, things.noun), object: things.noun },
    population: things,
    mention: stay,
    mean: (id) =>
      computed(demand, `${id}.rate`, `${plural(noun)}, on average`, '1/s', 'occupied / stay', { occupied: taken, stay: length }),
  });
}

/** "one viewer in ten proceeds at each of the steps A, B, C": each step before the last sees 1/share as many. */
function readFunnels(demand: Demand, last: Stream | undefined): void {
  const mention = demand.mentions.find((other) => other.kind === 'share' && !demand.used.has(other) && isFunnel(demand, other));
  if (!mention || !(mention.value.low > 0)) return;
  const share = stated(demand, mention, 'share.proceed', 'share that proceeds to the next step');
  require(demand, 'share', { mention, subject: 'proceed', figure: share, statement: phraseText(demand, mention) });
  const steps = stepsAfter(demand, mention);
  let next: Figure | undefined = (demand.streams.find((stream) => stream.noun === steps.at(-1)?.at(-1)) ?? last)?.mean;
  if (!next) return;
  for (const words of steps.slice(0, -1).reverse()) {
    const noun = words.join('-');
    const downstream: Figure = next;
    const step = addStream(demand, {
      name: { noun, verb: 'view', object: noun, kind: 'read' },
      mean: (id) =>
        computed(demand, `${id}.rate`, `${words.join(' ')} views, on average`, '1/s', 'next / share', {
          next: downstream,
          share,
        }),
    });
    next = step.mean;
  }
}

/** The list after "steps", "stages" or "from": phrases between commas, "then" and arrows, in order. */
function stepsAfter(demand: Demand, mention: Mention): string[][] {
  const { tokens } = demand;
  let at = mention.last;
  const end = Math.min(tokens.length, mention.last + 40);
  while (at < end && tokens[at]!.sentence === mention.sentence && !/^(?:steps?|stages?|from|funnel)$/.test(tokens[at]!.lower))
    at += 1;
  const steps: string[][] = [];
  for (at += 1; at < end && tokens[at]!.sentence === mention.sentence;) {
    const read = readNounPhrase(tokens, at, 2);
    if (read?.phrase.head) steps.push([...read.phrase.modifiers, read.phrase.head]);
    at = read ? read.next : at + 1;
  }
  return steps;
}

/** "two years of inventory": a row for each kind of thing, place and day. */
function readInventory(demand: Demand, things: Population | undefined): void {
  const mention = demand.mentions.find(
    (other) =>
      other.kind === 'duration' &&
      !demand.used.has(other) &&
      /^(?:inventory|calendar|availability|schedule)$/.test(other.of?.head ?? other.noun?.head ?? ''),
  );
  if (!mention) return;
  const noun = mention.of?.head ?? mention.noun!.head;
  const length = stated(demand, mention, `duration.${noun}`, `days of ${noun} kept ahead`);
  require(demand, 'duration', { mention, subject: noun, figure: length, statement: phraseText(demand, mention) });
  const kinds = demand.populations.findLast(({ parent, mention: from }) => parent !== undefined && from !== undefined) ?? things;
  if (!kinds) return;
  computed(demand, `records.${noun}`, `${noun} rows: one for each ${kinds.noun} and day`, 'count', 'kinds * length / day', {
    kinds: kinds.figure,
    length,
    day: span(demand, 'day'),
  });
}

import type { Mention } from '../quantity/mention.ts';
import { isVerbAt } from '../quantity/noun-phrase.ts';
import { plural } from '../quantity/nouns.ts';
import { readChannels } from './channels.ts';
import { computed, span, type Demand, type Population, require, type Stream } from './demand.ts';
import { around, mainStream, nearestReferent, phraseText, populationOf, previous, streamOf } from './network.ts';
import { isConcentration, isDiskShare, isFunnel, isOccupancy, isOverbooking, shareFigure } from './share-kinds.ts';
import { addStream } from './stream.ts';

/** Parts of populations, before the rates that speak of them: "10 % of users upload one video a day". */
export function readPopulationShares(demand: Demand): void {
  for (const mention of demand.mentions) {
    if (!isOpen(demand, mention)) continue;
    const whole = wholeOf(demand, mention);
    if (whole?.population) shareOfPopulation(demand, mention, whole.population);
  }
}

/** Shares of streams: attachments, new items, hot sets, channels. */
export function readShares(demand: Demand): void {
  readChannels(demand);
  let last: { mention: Mention; stream: Stream } | undefined;
  for (const mention of demand.mentions) {
    if (!isOpen(demand, mention)) continue;
    const near =
      mention.noun?.head || mention.of
        ? undefined
        : last?.mention.sentence === mention.sentence
          ? last.stream
          : streamBefore(demand, mention);
    const stream = wholeOf(demand, mention)?.stream ?? near;
    if (!stream) continue;
    shareOfStream(demand, mention, stream);
    last = { mention, stream };
  }
}

/** "15 million logins a day, 40 % need a code": a share right behind a rate is a share of it. */
const streamBefore = (demand: Demand, mention: Mention): Stream | undefined => {
  const prior = previous(demand, mention, 2);
  const found = prior && demand.referents.get(prior);
  return found && 'verb' in found ? found : undefined;
};

const isOpen = (demand: Demand, mention: Mention): boolean =>
  mention.kind === 'share' &&
  !demand.used.has(mention) &&
  !isDiskShare(demand, mention) &&
  !isOccupancy(mention) &&
  !isOverbooking(mention) &&
  !isFunnel(demand, mention) &&
  !isConcentration(demand, mention);

/** "one message in twenty", "a fifth of the daily queries", "10 % of users". */
function wholeOf(demand: Demand, mention: Mention): { stream?: Stream; population?: Population } | undefined {
  const pronoun = demand.tokens
    .slice(mention.last, mention.last + 2)
    .map((token) => token.lower)
    .join(' ');
  if (/^of (?:them|these|those|which)$/.test(pronoun)) {
    const near = nearestReferent(demand, mention);
    return near && ('verb' in near ? { stream: near } : { population: near });
  }
  const noun = mention.of?.head || mention.noun?.head;
  const nobody = !noun && isVerbAt(demand.tokens, mention.last) ? nearestReferent(demand, mention) : undefined;
  if (nobody && 'modifiers' in nobody)
    return { population: nobody.parent && nobody.mention?.sentence === mention.sentence ? nobody.parent : nobody };
  if (!noun) return undefined;
  const phrase = mention.of ?? mention.noun!;
  const stream = streamOf(demand, noun) ?? (/^(?:traffic|request|call|volume|load)$/.test(noun) ? mainStream(demand) : undefined);
  const population = populationOf(demand, noun, phrase.modifiers.includes('daily') ? 86_400 : undefined);
  return stream && !(population && population.noun === noun)
    ? { stream }
    : population
      ? { population }
      : stream
        ? { stream }
        : undefined;
}

/** What a share carries: the noun of the size or count that follows, or the phrase after the verb. */
function carried(demand: Demand, mention: Mention): string | undefined {
  const next = demand.mentions[(demand.order.get(mention) ?? 0) + 1];
  if (
    next &&
    next.sentence === mention.sentence &&
    next.first - mention.last <= 6 &&
    next.noun?.head &&
    (next.kind === 'size' || next.kind === 'count')
  )
    return next.noun.head;
  const words = demand.tokens.slice(mention.last, mention.last + 5).filter((token) => token.sentence === mention.sentence);
  const at = words.findIndex((token) =>
    /^(?:carr(?:y|ies)|has|have|contains?|includes?|with|in|to|become|becomes|an?)$/.test(token.lower),
  );
  const noun =
    at >= 0 ? words.slice(at + 1).find((token) => token.kind === 'word' && !/^(?:an?|the)$/.test(token.lower)) : undefined;
  return noun?.lower.replace(/s$/, '');
}

function shareOfStream(demand: Demand, mention: Mention, whole: Stream): void {
  const held = /\b(?:cache|caching|cached|memory|hot|holds?|holding)\b/.test(around(demand, mention, 6, 4));
  const words = demand.tokens
    .slice(mention.last, mention.last + 3)
    .map((token) => token.lower)
    .join(' ');
  const fresh = /\bnew\b/.test(words) || (mention.of?.modifiers.includes('new') ?? false);
  if (held) return hotShare(demand, mention, whole);
  const noun = fresh ? `new-${whole.noun}` : (carried(demand, mention) ?? describedShare(demand, mention, whole));
  const share = shareFigure(demand, mention, noun);
  const kind = whole.kind === 'read' && fresh ? ('write' as const) : whole.kind;
  addStream(demand, {
    name: { noun, verb: fresh ? 'record' : whole.verb, object: noun, kind },
    parent: whole,
    part: true,
    mean: (id) =>
      computed(demand, `${id}.rate`, `${plural(noun.replaceAll('-', ' '))}, on average`, '1/s', 'whole * share', {
        whole: whole.mean,
        share,
      }),
  });
  demand.referents.set(mention, demand.streams.at(-1)!);
}

const describedShare = (demand: Demand, mention: Mention, whole: Stream): string => {
  const next = demand.tokens
    .slice(mention.last, mention.last + 3)
    .filter(
      (token) =>
        token.kind === 'word' &&
        token.sentence === mention.sentence &&
        !/^(?:is|are|go|goes|will|be|the|an?|to|of|by)$/.test(token.lower),
    );
  return next[0] ? `${next[0].lower}-${whole.noun}` : `some-${whole.noun}`;
};

/** "a cache holding a fifth of the daily redirects": how many are held, and later their bytes. */
function hotShare(demand: Demand, mention: Mention, whole: Stream): void {
  const share = shareFigure(demand, mention, `hot-${whole.noun}`);
  demand.book.compute('hot-set.items', `${plural(whole.noun)} of a day that the hot set holds`, 'count', 'rate * day * share', {
    rate: whole.mean,
    day: span(demand, 'day'),
    share,
  });
  demand.referents.set(mention, whole);
}

function shareOfPopulation(demand: Demand, mention: Mention, whole: Population): void {
  const words = demand.tokens
    .slice(mention.first, mention.last + 7)
    .filter((token) => token.sentence === mention.sentence)
    .map((token) => token.lower)
    .join(' ');
  const concurrent =
    /\b(?:online|concurrent|concurrently|simultaneously|connected|at once|at the same time|at any (?:one )?time)\b/.test(words);
  const daily =
    /\b(?:active (?:each|every|per|a)|daily|each day|every day|a day)\b/.test(words) &&
    whole.qualifier !== 'daily' &&
    whole.qualifier !== 'concurrent';
  const word = concurrent ? 'concurrent' : (carriedState(demand, mention) ?? 'some');
  const share = shareFigure(demand, mention, `${word}-${whole.noun}`);
  const qualifier = concurrent ? ('concurrent' as const) : daily ? ('daily' as const) : undefined;
  const figure = computed(demand, `population.${word}-${whole.noun}`, `${word} ${plural(whole.noun)}`, 'count', 'all * share', {
    all: whole.figure,
    share,
  });
  const made: Population = {
    noun: whole.noun,
    modifiers: [word],
    figure,
    parent: whole,
    mention,
    ...(qualifier && { qualifier }),
  };
  demand.populations.push(made);
  demand.referents.set(mention, made);
  if (concurrent)
    require(demand, 'users.concurrent', {
      subject: whole.noun,
      figure,
      origin: 'derived',
      statement: phraseText(demand, mention),
    });
}

const carriedState = (demand: Demand, mention: Mention): string | undefined =>
  demand.tokens
    .slice(mention.last, mention.last + 4)
    .find(
      (token) =>
        token.kind === 'word' &&
        token.sentence === mention.sentence &&
        !/^(?:is|are|who|of|the|an?|will|to|them|it|use)$/.test(token.lower),
    )?.lower;

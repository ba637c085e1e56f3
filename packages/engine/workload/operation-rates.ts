import { assumption, type Figure, interval, oncePer, SECONDS_PER_DAY } from '@archwright/kernel';
import type { Activity, Archetype, ArchetypeOperation, Reading } from '@archwright/model';
import { canBeMain, matchActivity, readsMachines, verbIsSpecific } from './match-activity.ts';
import { isMachineNoun } from '../intake/words/index.ts';
import type { Population } from './population.ts';
import type { Shorthand } from './shorthand.ts';
import type { Context, SizedOperation } from './workload.ts';

interface Anchor {
  readonly mean: Figure;
  readonly peak: Figure;
  readonly share: Figure;
  /** Set where the rate is that of one operation itself. */
  readonly operation?: string;
}
export type Matches = ReadonlyMap<string, Activity>;

/** Objects that mean any call at all: their rate is that of all operations together. */
const ANY_CALL = /^(?:api )?(?:request|call|hit)$/;
const CALLS = /request|call|hit|rps|qps|tps|\/ ?s\b|per second|traffic|load/i;
const TOTAL = '*';

const key = (context: Context, operation: string) => `${context.id}.${operation}`;

/** Which operation each activity of the brief states: each activity goes to the context where it fits best, one per operation. */
export function matchActivities(reading: Reading, contexts: readonly Context[], make: Shorthand): Matches {
  const matches = new Map<string, Activity>();
  const rated = reading.activities.filter((one) => (one.meanRate ?? one.peakRate) && !isOutside(one, contexts));
  const rateOf = ({ meanRate, peakRate }: Activity) => make.book.need((meanRate ?? peakRate)!).likely;
  const scored = rated
    .filter(({ object }) => !ANY_CALL.test(object))
    .flatMap((activity) =>
      contexts.flatMap((context) => {
        const match = matchActivity(activity, context.archetype);
        return match ? [{ activity, name: key(context, match.operation.id), score: match.score }] : [];
      }),
    );
  // The best fit first; of two activities that mean the same operation the busier one is its rate.
  const used = new Set<Activity>();
  for (const { activity, name } of scored.sort((a, b) => b.score - a.score || rateOf(b.activity) - rateOf(a.activity))) {
    const held = matches.get(name);
    if (used.has(activity)) continue;
    used.add(activity);
    if (!held || rateOf(activity) > rateOf(held)) matches.set(name, activity);
  }
  const total = rated.find(({ object }) => ANY_CALL.test(object));
  const main = contexts[0]?.archetype.mainOperation;
  // "An API that scores applications, 3 million a month": what has no name is what the brief is about.
  const isNamed = total?.at?.quote === undefined || CALLS.test(total.at.quote);
  if (total && contexts[0] && main !== undefined && !isNamed && !matches.has(key(contexts[0], main)))
    matches.set(key(contexts[0], main), total);
  else if (total && contexts[0]) matches.set(key(contexts[0], TOTAL), total);
  return adoptMain(rated, contexts, matches);
}

/** `evaluated locally`: what an operation that was left out would have carried makes no requests. */
const isOutside = (activity: Activity, contexts: readonly Context[]): boolean =>
  contexts.some(({ archetype }) => {
    const left = leftOf(archetype);
    return left && matchActivity(activity, left) !== undefined && matchActivity(activity, archetype) === undefined;
  });

/** An archetype of what was left out of another. */
const leftOf = oncePer((archetype: Archetype): Archetype | undefined => {
  const { outside = [] } = archetype;
  return outside.length === 0 ? undefined : { ...archetype, operations: outside };
});

/**
 * A stated rate that fits no operation by its words is the main operation's of a context of which nothing else is stated: of the
 * one in whose own words it is done (stations that report are what publishes readings), else of the first.
 */
function adoptMain(rated: readonly Activity[], contexts: readonly Context[], matches: Map<string, Activity>): Matches {
  const used = new Set(matches.values());
  const free = rated.filter((activity) => !used.has(activity));
  const isOpen = ({ id, generic }: Context): boolean =>
    !generic && ![...matches.keys()].some((name) => name.startsWith(`${id}.`));
  const offers = contexts
    .filter(isOpen)
    .flatMap((context) =>
      free
        .filter((activity) => canBeMain(activity, context.archetype) && !isOtherWay(activity, context.archetype))
        .map((activity) => ({ context, activity, closeness: closenessOf(activity, context.archetype) })),
    )
    .filter(({ context, closeness }) => context === contexts[0] || closeness >= IN_ITS_WORDS)
    .sort((a, b) => b.closeness - a.closeness);
  const best = offers[0];
  if (best) matches.set(key(best.context, best.context.archetype.mainOperation), best.activity);
  return adoptByKind(
    free.filter((activity) => activity !== best?.activity),
    contexts,
    matches,
  );
}

/**
 * No stated rate is dropped where a design of the brief's own words has an operation of its kind: by the verb (`downloads` beside
 * photos), else the busiest of that kind that nothing is stated of.
 */
function adoptByKind(free: readonly Activity[], contexts: readonly Context[], matches: Map<string, Activity>): Matches {
  const context = contexts.find(({ generic }) => generic);
  if (!context) return matches;
  for (const activity of free) {
    if (ANY_CALL.test(activity.object)) continue;
    const open = context.archetype.operations
      .filter(({ id, kind }) => (kind === 'read') === (activity.kind === 'read') && !matches.has(key(context, id)))
      .toSorted((a, b) => b.share - a.share);
    const chosen = open.find(({ id }) => id.split('-')[0] === activity.verb) ?? open[0];
    if (chosen) matches.set(key(context, chosen.id), activity);
  }
  return matches;
}

/** `downloads` are no uploads: a verb that says reading cannot be a write. */
function isOtherWay(activity: Activity, archetype: Context['archetype']): boolean {
  const { verb, kind } = activity;
  const main = archetype.operations.find(({ id }) => id === archetype.mainOperation);
  return (
    kind === 'read' && main?.kind !== 'read' && verbIsSpecific([verb]) && !(main?.actor === 'device' && readsMachines(activity))
  );
}

const IN_ITS_WORDS = 2;

/** Done by the verbs of the main operation, or sent by machines as it is; and of the same kind. */
function closenessOf(activity: Activity, archetype: Context['archetype']): number {
  const main = archetype.operations.find(({ id }) => id === archetype.mainOperation);
  const verbs = new Set([main?.id ?? '', ...(main?.synonyms ?? [])].map((phrase) => phrase.split(/[- ]/)[0]));
  const byMachine =
    main?.actor === 'device' && (readsMachines(activity) || isMachineNoun((activity.actor ?? '').split(' ').at(-1)!));
  return (
    (verbs.has(activity.verb) ? IN_ITS_WORDS : 0) +
    (byMachine ? IN_ITS_WORDS : 0) +
    ((activity.kind === 'read') === (main?.kind === 'read') ? 1 : 0)
  );
}

/** Users active a day that the largest stated rate of the first context implies. */
export function impliedDailyUsers(
  contexts: readonly Context[],
  matches: Matches,
  reading: Reading,
  make: Shorthand,
): Figure | undefined {
  const context = contexts.find(({ id }) => [...matches.keys()].some((name) => name.startsWith(`${id}.`))) ?? contexts[0];
  if (!context) return undefined;
  const anchor = anchorOf(context, matches, reading, make);
  if (!anchor) return undefined;
  const perUser = make.fact(`archetype.${context.id}.operations-per-user`, context.archetype.operationsPerUserPerDay);
  const day = make.rule('constant.day', 'seconds a day', SECONDS_PER_DAY, 's', 'definition');
  return make.compute(
    'workload.implied-daily-users',
    `users a day that the ${make.book.get(usualVolume(context)) ? 'usual' : 'stated'} rate implies`,
    'count',
    'mean * day / (perUser * share)',
    { mean: anchor.mean, day, perUser, share: anchor.share },
  );
}

function shareFigure(context: Context, operation: string, make: Shorthand): Figure {
  const definition = context.archetype.operations.find(({ id }) => id === operation)!;
  return make.assumed(
    `archetype.${context.id}.share.${operation}`,
    `share of requests: ${definition.summary.toLowerCase()}`,
    definition.share,
    'ratio',
    `request mix of the domain “${context.archetype.name}”, our estimate`,
  );
}

/** Below one a second what is too much of the rest costs nothing, and few users may read all that machines do. */
const LEAST_RATE = 1;

/** Whether an anchor's rate is more than so many users bring about, by more than unstated requests may be. */
const isOutOfProportion = ({ mean, share }: Anchor, { archetype }: Context, daily: Figure): boolean =>
  mean.likely >= LEAST_RATE &&
  (mean.likely / share.likely) * SECONDS_PER_DAY > MOST_UNSTATED.likely * daily.likely * archetype.operationsPerUserPerDay.likely;

function peakFactorOf(context: Context, make: Shorthand): Figure {
  return make.book.get('peak-factor') ?? make.fact(`archetype.${context.id}.peak-factor`, context.archetype.peakFactor);
}

function ratesOf(activity: Activity, context: Context, operation: string, make: Shorthand): { mean: Figure; peak: Figure } {
  const mean = activity.meanRate ? make.book.need(activity.meanRate) : undefined;
  const peak = activity.peakRate ? make.book.need(activity.peakRate) : undefined;
  if (mean && peak) return { mean, peak };
  const factor = peakFactorOf(context, make);
  const label = activity.object;
  if (mean)
    return {
      mean,
      peak: make.compute(`operation.${context.id}.${operation}.peak`, `${label}, peak`, '1/s', 'mean * factor', { mean, factor }),
    };
  return {
    mean: make.compute(`operation.${context.id}.${operation}.mean`, `${label}, mean`, '1/s', 'peak / factor', {
      peak: peak!,
      factor,
    }),
    peak: peak!,
  };
}

/** The figure of the domain's own rate, which stands where nothing gives a scale. */
const usualVolume = ({ id }: Context): string => `archetype.${id}.usual-volume`;

/** A rate of the main operation that no activity carries: supposed for a question, or the domain's own where nothing gives a scale. */
function mainRate(context: Context, reading: Reading, make: Shorthand): Figure | undefined {
  const { mainOperation, defaults, name } = context.archetype;
  const supposed = reading.requirements.find(
    ({ key: one, subject, figure, origin }) =>
      one === 'volume' && subject === mainOperation && figure && (origin === 'answered' || origin === 'read-by-model'),
  )?.figure;
  if (supposed) return make.book.need(supposed);
  const data = reading.requirements.find(({ key: one, figure }) => one === 'data.rate' && figure)?.figure;
  const definition = context.archetype.operations.find(({ id }) => id === mainOperation);
  if (data && definition && definition.kind !== 'read') {
    const bytes = make.assumed(
      `operation.${context.id}.${mainOperation}.request-bytes`,
      `request of: ${definition.summary.toLowerCase()}`,
      definition.requestBytes,
      'B',
      `typical request in the domain “${name}”, our estimate`,
    );
    return make.compute(
      `operation.${context.id}.${mainOperation}.mean`,
      `${definition.summary.toLowerCase()}, mean`,
      '1/s',
      'data / bytes',
      { data: make.book.need(data), bytes },
    );
  }
  const usual = defaults.find((one) => one.key === 'volume' && one.subject === mainOperation);
  return usual && isUnscaled(reading)
    ? make.assumed(
        usualVolume(context),
        `rate of: ${mainOperation.replaceAll('-', ' ')}`,
        usual.value,
        usual.unit,
        `${usual.reason} (domain “${name}”)`,
      )
    : undefined;
}

/** Neither a rate nor a number of users, things or bytes. */
export const isUnscaled = (reading: Reading): boolean =>
  !reading.activities.some(({ meanRate, peakRate }) => meanRate ?? peakRate) &&
  !reading.requirements.some(({ key: one, figure }) => figure && SCALE_KEYS.has(one));
const SCALE_KEYS: ReadonlySet<string> = new Set([
  'users',
  'users.daily',
  'users.monthly',
  'users.concurrent',
  'population',
  'volume',
  'volume.peak',
  'data.rate',
  'data.total',
]);

function anchorOf(context: Context, matches: Matches, reading: Reading, make: Shorthand): Anchor | undefined {
  const all = matches.get(key(context, TOTAL));
  if (all)
    return {
      ...ratesOf(all, context, 'all', make),
      share: make.rule(
        `archetype.${context.id}.share.all`,
        'all requests',
        1,
        'ratio',
        'the brief states the rate of all requests together',
      ),
    };
  const isAccount = ({ entity, kind }: ArchetypeOperation): boolean =>
    kind !== 'read' && context.archetype.entities.some(({ name, perUser }) => name === entity && perUser !== undefined);
  const paceOf = (operation: ArchetypeOperation): number => {
    const { id, share } = operation;
    if (isAccount(operation)) return 0;
    const { meanRate, peakRate } = matches.get(key(context, id))!;
    return make.book.need((meanRate ?? peakRate)!).likely / share;
  };
  const stated = context.archetype.operations
    .filter(({ id, independent }) => matches.has(key(context, id)) && independent !== true)
    // Of our own mix the busiest for its share sets the pace: shows are put on rarely, tickets are bought all day.
    .sort((a, b) => (context.generic ? paceOf(b) - paceOf(a) : b.share - a.share))[0];
  const main = stated ? undefined : mainRate(context, reading, make);
  if (main) {
    const factor = peakFactorOf(context, make);
    const operation = context.archetype.mainOperation;
    return {
      mean: main,
      peak: make.compute(
        `operation.${context.id}.${operation}.peak`,
        `${operation.replaceAll('-', ' ')}, peak`,
        '1/s',
        'mean * factor',
        { mean: main, factor },
      ),
      share: shareFigure(context, operation, make),
      operation,
    };
  }
  if (!stated) return undefined;
  return {
    ...ratesOf(matches.get(key(context, stated.id))!, context, stated.id, make),
    share: shareFigure(context, stated.id, make),
  };
}

/**
 * How much more of what is not stated a brief's users may do than our mix for them says: where the stated rate is out of
 * proportion to them (answers saved every ten seconds, a look-up behind every page), it says nothing of the rest.
 */
const MOST_UNSTATED = assumption(
  'most requests of what the brief gives no rate of ÷ what that many users usually do',
  interval(1, 3, 10),
  'ratio',
  'own estimate: beyond that the stated rate is a matter of its own and not the pace of everything else',
);

/** Rates of every operation of one context: stated ones as stated, the others by the domain's request mix. */
export function sizeOperations(
  context: Context,
  matches: Matches,
  { daily, leads }: Population,
  reading: Reading,
  make: Shorthand,
): readonly SizedOperation[] {
  const anchor = anchorOf(context, matches, reading, make);
  const day = make.rule('constant.day', 'seconds a day', SECONDS_PER_DAY, 's', 'definition');
  const byUsers = () => ({
    daily,
    perUser: make.fact(`archetype.${context.id}.operations-per-user`, context.archetype.operationsPerUserPerDay),
    day,
  });
  const isOver =
    context.generic &&
    anchor !== undefined &&
    !matches.has(key(context, TOTAL)) &&
    leads &&
    isOutOfProportion(anchor, context, daily);
  return context.archetype.operations.map((definition): SizedOperation => {
    const id = definition.id;
    const activity = matches.get(key(context, id));
    const bytes = activity?.bytes ? make.book.need(activity.bytes) : undefined;
    const size = (side: 'request' | 'response', amount: number): Figure =>
      bytes && (side === 'request') === (definition.kind !== 'read')
        ? bytes
        : make.assumed(
            `operation.${context.id}.${id}.${side}-bytes`,
            `${side} of: ${definition.summary.toLowerCase()}`,
            amount,
            'B',
            `typical ${side} in the domain “${context.archetype.name}”, our estimate`,
          );
    const sizes = {
      requestBytes: size('request', definition.requestBytes),
      responseBytes: size('response', definition.responseBytes),
    };
    if (activity) return { id, context: context.id, definition, ...sizes, ...ratesOf(activity, context, id, make), stated: true };
    const name = `operation.${context.id}.${id}`;
    if (anchor && id === context.archetype.mainOperation && anchor.operation === id)
      return { id, context: context.id, definition, ...sizes, mean: anchor.mean, peak: anchor.peak, stated: false };
    const share = shareFigure(context, id, make);
    const label = definition.summary.toLowerCase();
    const rate = (side: 'mean' | 'peak', text: string, inputs: Readonly<Record<string, Figure>>): Figure =>
      make.compute(`${name}.${side}`, `${label}, ${side}`, '1/s', text, inputs);
    if (anchor && !isOver) {
      const scaled = (side: 'mean' | 'peak'): Figure =>
        rate(side, 'anchor * share / anchorShare', { anchor: anchor[side], share, anchorShare: anchor.share });
      return { id, context: context.id, definition, ...sizes, mean: scaled('mean'), peak: scaled('peak'), stated: false };
    }
    const mean = anchor
      ? rate('mean', 'most * daily * perUser * share / day', {
          most: make.fact('workload.most-unstated', MOST_UNSTATED),
          ...byUsers(),
          share,
        })
      : rate('mean', 'daily * perUser * share / day', { ...byUsers(), share });
    const peak = rate('peak', 'mean * factor', { mean, factor: peakFactorOf(context, make) });
    return { id, context: context.id, definition, ...sizes, mean, peak, stated: false };
  });
}

import { type Figure, SECONDS_PER_DAY } from '@archwright/kernel';
import type { Activity, Reading } from '@archwright/model';
import { matchActivity } from './match-activity.ts';
import type { Shorthand } from './shorthand.ts';
import type { Context, SizedOperation } from './workload.ts';

interface Anchor {
  readonly mean: Figure;
  readonly peak: Figure;
  readonly share: Figure;
}
export type Matches = ReadonlyMap<string, Activity>;

const key = (context: Context, operation: string) => `${context.id}.${operation}`;

/** Which operation each activity of the brief states: each activity goes to the context where it fits best, one per operation. */
export function matchActivities(reading: Reading, contexts: readonly Context[]): Matches {
  const matches = new Map<string, Activity>();
  const rated = reading.activities.filter(({ meanRate, peakRate }) => meanRate ?? peakRate);
  for (const activity of rated) {
    const best = contexts
      .flatMap((context) => {
        const match = matchActivity(activity, context.archetype);
        return match ? [{ name: key(context, match.operation.id), score: match.score }] : [];
      })
      .sort((a, b) => b.score - a.score)
      .find(({ name }) => !matches.has(name));
    if (best) matches.set(best.name, activity);
  }
  return adoptMain(rated, contexts, matches);
}

/** A stated rate that fits no operation by its words is the main operation's, when nothing else states that. */
function adoptMain(rated: readonly Activity[], contexts: readonly Context[], matches: Map<string, Activity>): Matches {
  const first = contexts[0];
  if (!first || [...matches.keys()].some((name) => name.startsWith(`${first.id}.`))) return matches;
  const used = new Set(matches.values());
  const main = first.archetype.operations.find(({ id }) => id === first.archetype.mainOperation);
  const free = rated.filter((activity) => !used.has(activity));
  const same = free.find(({ kind }) => (kind === 'read') === (main?.kind === 'read')) ?? free[0];
  if (main && same) matches.set(key(first, main.id), same);
  return matches;
}

/** Users active a day that the largest stated rate of the first context implies. */
export function impliedDailyUsers(contexts: readonly Context[], matches: Matches, make: Shorthand): Figure | undefined {
  const context = contexts.find(({ id }) => [...matches.keys()].some((name) => name.startsWith(`${id}.`)));
  if (!context) return undefined;
  const anchor = anchorOf(context, matches, make);
  if (!anchor) return undefined;
  const perUser = make.fact(`archetype.${context.id}.operations-per-user`, context.archetype.operationsPerUserPerDay);
  const day = make.rule('constant.day', 'seconds a day', SECONDS_PER_DAY, 's', 'definition');
  return make.compute('workload.implied-daily-users', 'users a day that the stated rate implies', 'count', 'mean * day / (perUser * share)', { mean: anchor.mean, day, perUser, share: anchor.share });
}

function shareFigure(context: Context, operation: string, make: Shorthand): Figure {
  const definition = context.archetype.operations.find(({ id }) => id === operation)!;
  return make.assumed(`archetype.${context.id}.share.${operation}`, `share of requests: ${definition.summary.toLowerCase()}`, definition.share, 'ratio', `request mix of the domain “${context.archetype.name}”, our estimate`);
}

function peakFactorOf(context: Context, make: Shorthand): Figure {
  return make.book.get('workload.peak-factor') ?? make.fact(`archetype.${context.id}.peak-factor`, context.archetype.peakFactor);
}

function ratesOf(activity: Activity, context: Context, operation: string, make: Shorthand): { mean: Figure; peak: Figure } {
  const mean = activity.meanRate ? make.book.need(activity.meanRate) : undefined;
  const peak = activity.peakRate ? make.book.need(activity.peakRate) : undefined;
  if (mean && peak) return { mean, peak };
  const factor = peakFactorOf(context, make);
  const label = activity.object;
  if (mean) return { mean, peak: make.compute(`operation.${context.id}.${operation}.peak`, `${label}, peak`, '1/s', 'mean * factor', { mean, factor }) };
  return { mean: make.compute(`operation.${context.id}.${operation}.mean`, `${label}, mean`, '1/s', 'peak / factor', { peak: peak!, factor }), peak: peak! };
}

function anchorOf(context: Context, matches: Matches, make: Shorthand): Anchor | undefined {
  const stated = context.archetype.operations.filter(({ id }) => matches.has(key(context, id))).sort((a, b) => b.share - a.share)[0];
  if (!stated) return undefined;
  return { ...ratesOf(matches.get(key(context, stated.id))!, context, stated.id, make), share: shareFigure(context, stated.id, make) };
}

/** Rates of every operation of one context: stated ones as stated, the others by the domain's request mix. */
export function sizeOperations(context: Context, matches: Matches, daily: Figure, make: Shorthand): readonly SizedOperation[] {
  const anchor = anchorOf(context, matches, make);
  const factor = peakFactorOf(context, make);
  const day = make.rule('constant.day', 'seconds a day', SECONDS_PER_DAY, 's', 'definition');
  const perUser = anchor ? undefined : make.fact(`archetype.${context.id}.operations-per-user`, context.archetype.operationsPerUserPerDay);
  return context.archetype.operations.map((definition): SizedOperation => {
    const id = definition.id;
    const activity = matches.get(key(context, id));
    const bytes = activity?.bytes ? make.book.need(activity.bytes) : undefined;
    const size = (side: 'request' | 'response', amount: number): Figure =>
      bytes && (side === 'request') === (definition.kind !== 'read')
        ? bytes
        : make.assumed(`operation.${context.id}.${id}.${side}-bytes`, `${side} of: ${definition.summary.toLowerCase()}`, amount, 'B', `typical ${side} in the domain “${context.archetype.name}”, our estimate`);
    const sizes = { requestBytes: size('request', definition.requestBytes), responseBytes: size('response', definition.responseBytes) };
    if (activity) return { id, context: context.id, definition, ...sizes, ...ratesOf(activity, context, id, make), stated: true };
    const share = shareFigure(context, id, make);
    const name = `operation.${context.id}.${id}`;
    const label = definition.summary.toLowerCase();
    const mean = anchor
      ? make.compute(`${name}.mean`, `${label}, mean`, '1/s', 'anchor * share / anchorShare', { anchor: anchor.mean, share, anchorShare: anchor.share })
      : make.compute(`${name}.mean`, `${label}, mean`, '1/s', 'daily * perUser * share / day', { daily, perUser: perUser!, share, day });
    const peak = anchor
      ? make.compute(`${name}.peak`, `${label}, peak`, '1/s', 'anchor * share / anchorShare', { anchor: anchor.peak, share, anchorShare: anchor.share })
      : make.compute(`${name}.peak`, `${label}, peak`, '1/s', 'mean * factor', { mean, factor });
    return { id, context: context.id, definition, ...sizes, mean, peak, stated: false };
  });
}

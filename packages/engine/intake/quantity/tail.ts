import { lookUp } from '@archwright/kernel';
import { isActor } from './nouns.ts';
import { PERIOD_ADVERBS } from './word-list.ts';
import type { NounPhrase } from './mention.ts';
import { isVerbAt, readNounPhrase } from './noun-phrase.ts';
import { isPlural } from './nouns.ts';
import type { Core } from './number-with-unit.ts';
import type { Tokens } from './read-mention.ts';
import { readDivisor } from './window.ts';

export interface Tail {
  readonly next: number;
  readonly noun?: NounPhrase;
  readonly of?: NounPhrase;
  readonly window?: number;
  readonly per?: NounPhrase;
  readonly each: boolean;
}

/** Noun, "of" phrase and divisors after the number. */
export function readTail(tokens: Tokens, core: Core): Tail {
  let next = core.next;
  const slash = core.kind === 'count' ? slashUnit(tokens, next) : undefined;
  if (slash) return { next: slash.next, window: slash.window, each: false, ...(slash.noun && { noun: slash.noun }) };
  const amount = core.unit === 'count' ? core.amount.likely : 1;
  const counted =
    core.noun || (core.kind === 'share' && isPlural(tokens[next]?.lower ?? '') && isVerbAt(tokens, next))
      ? undefined
      : readNounPhrase(tokens, next, core.kind === 'count' ? amount : core.unit === 's' ? 2 : 1);
  if (counted) next = counted.next;
  let of: NounPhrase | undefined;
  if (/^(?:of|from|among)$/.test(tokens[next]?.lower ?? '')) {
    const skip = /^(?:the|our|all|its|their|each|every)$/.test(tokens[next + 1]?.lower ?? '') ? 1 : 0;
    const inside = readNounPhrase(tokens, next + 1 + skip, 2);
    if (inside && !(core.kind === 'count' && counted)) [of, next] = [inside.phrase, inside.next];
  }
  const divisors = readDivisors(tokens, next, core);
  const noun = core.noun ?? counted?.phrase;
  const daily =
    core.kind === 'count' && noun?.head && !isActor(noun.head)
      ? noun.modifiers.map((word) => lookUp(PERIOD_ADVERBS, word)).find((found) => found !== undefined)
      : undefined;
  return {
    ...divisors,
    ...(noun && { noun }),
    ...(of && { of }),
    ...((core.window ?? daily) !== undefined && divisors.window === undefined && { window: core.window ?? daily! }),
  };
}

/** "500/s", "500 events/s", "20 req / min". */
function slashUnit(tokens: Tokens, at: number): { next: number; window: number; noun?: NounPhrase } | undefined {
  const direct = tokens[at]?.text === '/' ? readDivisor(tokens, at, false) : undefined;
  return direct?.window !== undefined ? { next: direct.next, window: direct.window } : undefined;
}

function readDivisors(tokens: Tokens, at: number, core: Core): Omit<Tail, 'noun' | 'of'> {
  let next = at;
  let window: number | undefined;
  let per: NounPhrase | undefined;
  let each = false;
  for (let turn = 0; turn < 3; turn += 1) {
    const divisor = readDivisor(tokens, next, core.kind === 'size' || core.kind === 'count');
    if (!divisor || core.kind === 'interval') break;
    if (divisor.window !== undefined && window !== undefined) break;
    window ??= divisor.window;
    per ??= divisor.per;
    each ||= divisor.each ?? false;
    next = divisor.next;
  }
  return { next, each, ...(window !== undefined && { window }), ...(per && { per }) };
}

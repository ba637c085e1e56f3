import type { Sentence, Word } from './read-words.ts';
import { tokenise } from './token.ts';
import { singularise } from './singular.ts';
import { verbForm } from './verb-form.ts';

/** A run of words that matched: half-open word indices of one sentence. */
export interface PhraseMatch {
  readonly from: number;
  readonly to: number;
}

interface Step {
  readonly words: ReadonlySet<string>;
  readonly optional: boolean;
  /** At most this many words may stand before it. */
  readonly gap: number;
}

/**
 * A pattern over words: `must|may never ~3 lost|lose`. Alternatives with `|`; `?word` may be missing; `~n` lets up to n
 * words stand between. A word matches a token's own spelling, its singular or its verb's base form.
 */
export interface PhrasePattern {
  readonly source: string;
  readonly steps: readonly Step[];
}

const GAP_LIMIT = 6;

export function phrasePattern(source: string): PhrasePattern {
  const steps: Step[] = [];
  let gap = 0;
  for (const part of source.split(' ')) {
    if (part.startsWith('~')) gap = Math.min(GAP_LIMIT, Number(part.slice(1)) || 0);
    else {
      const optional = part.startsWith('?');
      steps.push({ words: new Set((optional ? part.slice(1) : part).split('|')), optional, gap });
      gap = 0;
    }
  }
  return { source, steps };
}

/** A plain phrase, such as a technology's alias or a trigger term, as a pattern over its words' stems. */
export function plainPattern(phrase: string): PhrasePattern {
  const steps = tokenise(phrase).map((token): Step => {
    const forms = [token.lower, singularise(token.lower), verbForm(token.lower)?.lemma ?? token.lower];
    return { words: new Set(forms), optional: false, gap: 0 };
  });
  return { source: phrase, steps };
}

const accepts = (step: Step, word: Word): boolean =>
  step.words.has(word.stem) || step.words.has(word.lower) || step.words.has(word.singular);

function matchFrom(steps: readonly Step[], words: readonly Word[], start: number): number | undefined {
  let at = start;
  let isFirst = true;
  for (const step of steps) {
    const limit = isFirst ? at : Math.min(words.length - 1, at + step.gap);
    let hit = at;
    while (hit <= limit && !(words[hit] && accepts(step, words[hit]!))) hit++;
    if (hit <= limit && words[hit]) at = hit + 1;
    else if (!step.optional) return undefined;
    isFirst = isFirst && step.optional;
  }
  return at > start ? at : undefined;
}

/** Whether a sentence with these word forms can contain the pattern: a cheap test before the search. */
export function mayContain(pattern: PhrasePattern, forms: ReadonlySet<string>): boolean {
  return pattern.steps.every(({ optional, words }) => {
    if (optional) return true;
    for (const word of words) if (forms.has(word)) return true;
    return false;
  });
}

/** `findPattern` over a whole sentence. */
export const findInSentence = (pattern: PhrasePattern, sentence: Sentence): readonly PhraseMatch[] =>
  mayContain(pattern, sentence.forms) ? findPattern(pattern, sentence.words) : [];

/** All places where the pattern stands among the words, left to right, not overlapping. */
export function findPattern(pattern: PhrasePattern, words: readonly Word[]): readonly PhraseMatch[] {
  const found: PhraseMatch[] = [];
  for (let from = 0; from < words.length; from++) {
    const to = matchFrom(pattern.steps, words, from);
    if (to === undefined) continue;
    found.push({ from, to });
    from = to - 1;
  }
  return found;
}

import type { RequirementKey } from '@archwright/model';
import { isGeneric } from '../words/generic-noun.ts';
import { isMeasure } from '../words/noun-phrase.ts';
import { isDismissed, isNegated } from '../words/negation.ts';
import { findInSentence, phrasePattern, type PhraseMatch, type PhrasePattern } from '../words/phrase-pattern.ts';
import type { Sentence, WordReading } from '../words/read-words.ts';
import { type Draft, draft, placeOf } from './draft.ts';

/** Words of a brief that state a requirement which has no number. */
export interface Cue {
  readonly key: RequirementKey;
  readonly subject?: string;
  readonly value?: string;
  /** Read the subject from the noun phrase the words belong to. */
  readonly about?: boolean;
  /** The words carry their own negation ("never lost"), so a negator before them changes nothing. */
  readonly carriesNegation?: boolean;
  /** What the requirement says, for a reader. */
  readonly statement: string;
  readonly patterns: readonly string[];
}

export interface CompiledCue extends Omit<Cue, 'patterns'> {
  readonly patterns: readonly PhrasePattern[];
}

export const compileCues = (cues: readonly Cue[]): readonly CompiledCue[] =>
  cues.map((cue) => ({ ...cue, patterns: cue.patterns.map(phrasePattern) }));

const nameable = (head: string): boolean => !isGeneric(head) && !isMeasure(head);

const NO_WORDS: ReadonlySet<string> = new Set();
const BREAK = /^[;:.!?()—–|]$/;

/**
 * The thing a match is about: the phrase in it, else the nearest in its stretch, else what the sentence acts on.
 *
 * @param own - words of the cue itself, which are no subject
 */
export function subjectNear(
  sentence: Sentence,
  { from, to }: PhraseMatch,
  own: ReadonlySet<string> = NO_WORDS,
): string | undefined {
  const start = sentence.words.findLastIndex((word, at) => at < from && BREAK.test(word.text)) + 1;
  const stop = sentence.words.findIndex((word, at) => at >= to && BREAK.test(word.text));
  const phrases = sentence.phrases.filter(
    (phrase) => nameable(phrase.head) && !own.has(phrase.head) && phrase.from >= start && (stop < 0 || phrase.to <= stop),
  );
  const within = phrases.find((phrase) => phrase.from >= from && phrase.to <= to);
  const before = phrases.findLast((phrase) => phrase.to <= from);
  const after = phrases.find((phrase) => phrase.from >= to);
  return (
    (within ?? before)?.name ?? sentence.clauses.find(({ at }) => at.start! < sentence.words[from]!.start)?.object ?? after?.name
  );
}

function draftsOf(cue: CompiledCue, sentence: Sentence, reading: WordReading): readonly Draft[] {
  return cue.patterns
    .flatMap((pattern) => findInSentence(pattern, sentence).map((match) => ({ ...match, pattern })))
    .filter(({ from, to }) => cue.carriesNegation || !(isNegated(sentence.words, from) || isDismissed(sentence.words, to)))
    .map((match) => {
      const subject = cue.about
        ? subjectNear(sentence, match, new Set(match.pattern.steps.flatMap(({ words }) => [...words])))
        : cue.subject;
      const statement = cue.about && subject ? `${cue.statement}: ${subject}` : cue.statement;
      return draft({
        key: cue.key,
        subject,
        value: cue.value ?? cue.subject,
        statement,
        at: placeOf(reading, sentence, match.from, match.to),
      });
    });
}

/** Requirements whose words stand in the brief, in the order of the cues; negated mentions are left out. */
export const readCues = (reading: WordReading, cues: readonly CompiledCue[]): readonly Draft[] =>
  cues.flatMap((cue) => reading.sentences.flatMap((sentence) => draftsOf(cue, sentence, reading)));

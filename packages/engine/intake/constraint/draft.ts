import type { Place } from '@archwright/kernel';
import { slug } from '@archwright/kernel';
import type { Requirement, RequirementKey, RequirementOrigin } from '@archwright/model';
import type { Sentence, WordReading } from '../words/read-words.ts';

/** A requirement before it has an id. */
export type Draft = Omit<Requirement, 'id'>;

interface DraftParts {
  readonly key: RequirementKey;
  readonly subject?: string | undefined;
  readonly value?: string | undefined;
  readonly detail?: string | undefined;
  readonly origin?: RequirementOrigin;
  readonly reason?: string;
  readonly statement: string;
  readonly at?: Place | undefined;
}

/** A stated requirement without the fields that are absent. */
export const draft = ({ key, subject, value, detail, origin = 'stated', reason, statement, at }: DraftParts): Draft => ({
  key,
  ...(subject === undefined ? {} : { subject: slug(subject) }),
  ...(detail === undefined ? {} : { detail }),
  ...(value === undefined ? {} : { value }),
  origin,
  ...(at ? { at } : {}),
  statement,
  ...(reason === undefined ? {} : { reason }),
});

/** Where half-open word indices of a sentence stand in the brief. */
export const placeOf = (reading: WordReading, sentence: Sentence, from: number, to: number): Place =>
  reading.place(sentence.words[from]!.start, sentence.words[to - 1]!.end);

/** Two drafts say the same when they agree on all but wording and place. */
export const draftKey = ({ key, subject, value, detail, quantity }: Draft): string =>
  [
    key,
    subject ?? '',
    value ?? '',
    detail ?? '',
    quantity ? `${quantity.low}/${quantity.likely}/${quantity.high} ${quantity.unit}` : '',
  ].join('|');

/** First of each, in order. */
export function distinct<T extends Draft>(drafts: readonly T[]): readonly T[] {
  const seen = new Set<string>();
  return drafts.filter((made) => {
    const key = draftKey(made);
    return !seen.has(key) && seen.add(key);
  });
}

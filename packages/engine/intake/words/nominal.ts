import type { Place } from '@archwright/kernel';
import type { Clause } from '@archwright/model';
import { isActorNoun } from './generic-noun.ts';
import type { Sentence, WordReading } from './read-words.ts';

/** Nouns that stand for a step in the life of the thing a brief is about: `manager approval, export to payroll`. */
const VERB_OF: Readonly<Record<string, string>> = {
  submission: 'submit',
  approval: 'approve',
  'sign-off': 'approve',
  signoff: 'approve',
  review: 'review',
  export: 'export',
  assignment: 'assign',
  cancellation: 'cancel',
  renewal: 'renew',
  validation: 'validate',
  verification: 'verify',
  assessment: 'assess',
  publication: 'publish',
  archiving: 'archive',
  correction: 'correct',
  handover: 'hand over',
  escalation: 'escalate',
  dispatch: 'dispatch',
  inspection: 'inspect',
  return: 'return',
  rejection: 'reject',
};

const isVerbless = ({ words }: Sentence): boolean => words.every(({ tag }) => tag !== 'verb' && tag !== 'modal');

/**
 * What a list of steps without a verb says is done: "Weekly submission, manager approval, export to payroll" after "timesheets".
 *
 * @param topic - what the brief is about: the steps are taken with it
 */
export function nominalClauses(words: WordReading, topic: string | undefined): readonly Clause[] {
  if (topic === undefined) return [];
  return words.sentences.filter(isVerbless).flatMap((sentence) =>
    sentence.phrases.flatMap(({ head, bareName, from, to }): readonly Clause[] => {
      const verb = Object.hasOwn(VERB_OF, head) ? VERB_OF[head]! : undefined;
      if (verb === undefined || bareName.includes(topic)) return [];
      const before = bareName.split(' ').slice(0, -1).join(' ');
      const at: Place = words.place(sentence.words[from]!.start, sentence.words[to - 1]!.end);
      return [{ verb, object: topic, at, ...(before && isActorNoun(before.split(' ').at(-1)!) && { actor: before }) }];
    }),
  );
}

/** Whether a noun is only the name of such a step. */
export const isStep = (head: string): boolean => Object.hasOwn(VERB_OF, head);

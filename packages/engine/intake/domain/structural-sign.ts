import { isMachineNoun } from '../words/generic-noun.ts';
import type { Sentence } from '../words/read-words.ts';

const REPORTING = new Set('send report transmit emit stream publish push beam upload post ping forward'.split(' '));

/** A shape of work that names its domain without any of its words. */
export interface StructuralSign {
  readonly sign: string;
  /** Triggers of the domain that works like this. */
  readonly triggers: readonly string[];
  /** Character range where it shows. */
  readonly find: (sentence: Sentence) => { readonly start: number; readonly end: number } | undefined;
}

/** Structure beside terms: what acts on what, whatever it is called. */
export const STRUCTURAL_SIGNS: readonly StructuralSign[] = [
  {
    sign: 'things report by themselves',
    triggers: ['iot', 'device telemetry', 'telemetry', 'sensor data'],
    find: ({ clauses }) => {
      const clause = clauses.find(
        ({ actor, verb, isNegated }) =>
          !isNegated && actor !== undefined && isMachineNoun(actor.split(' ').at(-1)!) && REPORTING.has(verb),
      );
      return clause && { start: clause.at.start!, end: clause.at.end! };
    },
  },
];

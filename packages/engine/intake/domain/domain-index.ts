import { oncePer } from '@archwright/kernel';
import { singularise } from '../words/singular.ts';
import type { Sentence, Word } from '../words/read-words.ts';
import { tokenise } from '../words/token.ts';
import { describedDomains } from './described.ts';
import { rootOf } from './root.ts';
import type { DomainSignature } from './signature.ts';
import { STRUCTURAL_SIGNS, type StructuralSign } from './structural-sign.ts';
import { AMBIGUOUS, FIRM_AMBIGUOUS, SAME_MEANING } from './vocabulary.ts';

export type Strength = 'strong' | 'facets' | 'loose' | 'firm' | 'ambiguous' | 'weak' | 'term' | 'shared-term' | 'exclude';

/** A sign of a domain in a sentence, as half-open word indices. */
export interface Hit {
  readonly domain: string;
  /** The trigger or term as the signature has it; synonyms count as one sign. */
  readonly sign: string;
  readonly strength: Strength;
  readonly from: number;
  readonly to: number;
  /** Described without a name: refusals of single words in it were looked at already. */
  readonly described?: boolean;
}

interface Entry {
  readonly domain: string;
  readonly sign: string;
  readonly strength: Strength;
  readonly words: readonly string[];
}

export interface DomainIndex {
  /** What acts on what, whatever it is called. */
  structural(sentence: Sentence): readonly Hit[];
  /** Phrases as they are written, up to number and inflection. */
  exact(words: readonly Word[], masked: ReadonlySet<number>): readonly Hit[];
  /** Verbs of nouns that name a domain: customers *book* for `booking`. */
  verbs(words: readonly Word[], masked: ReadonlySet<number>): readonly Hit[];
  /** Phrases of several words in another order or word class: `ingest logs` for `log ingestion`. */
  loose(words: readonly Word[], masked: ReadonlySet<number>): readonly Hit[];
}

const LETTER_FIRST = /^\p{L}/u;

/** Words of a loosely matched phrase stand at most this far apart. */
const WINDOW = 4;

const stems = (phrase: string): readonly string[] => tokenise(phrase).map(({ lower }) => singularise(lower));

/** Of two groups with the same phrase the first counts. */
const GROUP_OF: ReadonlyMap<string, readonly string[]> = new Map(
  [...SAME_MEANING].reverse().flatMap((phrases) => phrases.map((phrase) => [phrase, phrases] as const)),
);
const variants = (phrase: string): readonly string[] => GROUP_OF.get(phrase.toLowerCase()) ?? [phrase];

function strengthOf(words: readonly string[], listed: Strength): Strength {
  if (listed !== 'strong' || words.length > 1) return listed;
  return FIRM_AMBIGUOUS.has(words[0]!) ? 'firm' : AMBIGUOUS.has(words[0]!) ? 'ambiguous' : 'strong';
}

/** `like youtube` in the other order: `YouTube-like`. */
const likened = (trigger: string): readonly string[] => {
  const name = /^like (\S+)$/.exec(trigger)?.[1];
  return name === undefined ? [trigger] : [trigger, `${name}-like`];
};

function entriesOf(signature: DomainSignature, shared: ReadonlySet<string>): readonly Entry[] {
  const entries = (phrases: readonly string[], strength: Strength): readonly Entry[] =>
    phrases.flatMap((phrase) => {
      const spellings = variants(phrase);
      const own = strengthOf(stems(phrase), strength);
      return spellings.map((spelling) => {
        const words = stems(spelling);
        return {
          domain: signature.id,
          sign: spellings[0]!,
          // `log in` is no clearer than `login`: a spelling of an ambiguous trigger stays ambiguous.
          strength: own === 'ambiguous' ? own : strengthOf(words, strength),
          words,
        };
      });
    });
  const terms = signature.terms.filter(
    (term) => !/^(?:user|event|record|document|session|job|account|item|member|role)$/.test(term),
  );
  return [
    ...entries(signature.triggers.strong.flatMap(likened), 'strong'),
    ...entries(signature.triggers.weak, 'weak'),
    ...entries(signature.triggers.exclude, 'exclude'),
    ...entries(
      terms.filter((term) => !shared.has(term)),
      'term',
    ),
    ...entries(
      terms.filter((term) => shared.has(term)),
      'shared-term',
    ),
  ].filter(({ words }) => words.length > 0);
}

function sharedTerms(signatures: readonly DomainSignature[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const { terms } of signatures)
    for (const term of new Set(terms)) {
      if (seen.has(term)) shared.add(term);
      seen.add(term);
    }
  return shared;
}

function group<K>(entries: readonly Entry[], keysOf: (entry: Entry) => readonly K[]): ReadonlyMap<K, readonly Entry[]> {
  const map = new Map<K, Entry[]>();
  for (const entry of entries)
    for (const key of keysOf(entry)) {
      const known = map.get(key);
      if (known) known.push(entry);
      else map.set(key, [entry]);
    }
  return map;
}

const keysOf = (word: Word): readonly string[] => [...new Set([word.stem, word.lower, word.singular])];

const isWord = (word: Word | undefined, wanted: string): boolean =>
  word !== undefined && (word.stem === wanted || word.lower === wanted || word.singular === wanted);

/** Prepares the signatures for matching, once for each list: a sentence is then read once, whatever the number of domains. */
export const domainIndex = oncePer((signatures: readonly DomainSignature[]): DomainIndex => {
  const shared = sharedTerms(signatures);
  const entries = signatures.flatMap((signature) => entriesOf(signature, shared));
  const byFirstWord = group(entries, ({ words }) => [words[0]!]);
  const several = entries.filter(
    ({ words, strength }) =>
      words.length > 1 && words.length < 4 && words.every((word) => LETTER_FIRST.test(word)) && strength !== 'exclude',
  );
  const byFirstRoot = group(several, ({ words }) => [rootOf(words[0]!)]);
  const nouns = entries.filter(
    ({ words, strength }) => words.length === 1 && (strength === 'strong' || strength === 'firm' || strength === 'ambiguous'),
  );
  const byRoot = group(nouns, ({ words }) => (rootOf(words[0]!) === words[0] ? [] : [rootOf(words[0]!)]));
  return {
    structural: (sentence) => [
      ...STRUCTURAL_SIGNS.flatMap((structure) => structuralHits(structure, sentence, signatures)),
      ...describedDomains(sentence, signatures),
    ],
    verbs: (words, masked) =>
      words.flatMap((word, from) =>
        word.tag === 'verb' && !masked.has(from)
          ? (byRoot.get(rootOf(word.stem)) ?? []).map(({ domain, sign }) => ({
              domain,
              sign,
              strength: 'ambiguous' as const,
              from,
              to: from + 1,
            }))
          : [],
      ),
    exact: (words, masked) =>
      words.flatMap((word, from) =>
        keysOf(word)
          .flatMap((key) => byFirstWord.get(key) ?? [])
          .filter((entry) => entry.words.every((wanted, offset) => isWord(words[from + offset], wanted)))
          .filter((entry) => entry.words.length > 1 || !masked.has(from))
          .map(({ domain, sign, strength, words: { length } }) => ({ domain, sign, strength, from, to: from + length })),
      ),
    loose: (words, masked) => looseHits(byFirstRoot, words, masked),
  };
});

function structuralHits(
  { sign, triggers, find }: StructuralSign,
  { words, ...sentence }: Sentence,
  signatures: readonly DomainSignature[],
): readonly Hit[] {
  const at = find({ words, ...sentence });
  if (!at) return [];
  const from = words.findIndex(({ start }) => start >= at.start);
  const to = words.findLastIndex(({ end }) => end <= at.end) + 1;
  return signatures
    .filter((signature) => signature.triggers.strong.some((trigger) => triggers.includes(trigger)))
    .map(({ id }) => ({ domain: id, sign, strength: 'strong' as const, from, to }));
}

function looseHits(
  byFirstRoot: ReadonlyMap<string, readonly Entry[]>,
  words: readonly Word[],
  masked: ReadonlySet<number>,
): readonly Hit[] {
  const roots = words.map((word, at) => (word.kind === 'word' && !masked.has(at) ? rootOf(word.stem) : ''));
  return words.flatMap((_, first) =>
    (byFirstRoot.get(roots[first]!) ?? []).flatMap((entry): readonly Hit[] => {
      const from = Math.max(0, first - WINDOW);
      const window = roots.slice(from, first + WINDOW + 1);
      const places = entry.words.slice(1).map((word) => window.indexOf(rootOf(word)));
      if (places.includes(-1) || places.some((place) => from + place === first)) return [];
      const all = [first, ...places.map((place) => from + place)];
      const strength = entry.strength === 'strong' ? 'loose' : entry.strength;
      return [{ domain: entry.domain, sign: entry.sign, strength, from: Math.min(...all), to: Math.max(...all) + 1 }];
    }),
  );
}

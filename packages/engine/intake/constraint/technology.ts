import { slug } from '@archwright/kernel';
import { isNegated } from '../words/negation.ts';
import { findInSentence, phrasePattern } from '../words/phrase-pattern.ts';
import { isMeasure } from '../words/noun-phrase.ts';
import type { Sentence, Word, WordReading } from '../words/read-words.ts';
import { DESIGN_WORDS, ON_PREMISES } from './design-word.ts';
import { distinct, type Draft, draft, placeOf } from './draft.ts';
import { placeNamed } from './gazetteer.ts';
import { stanceAt, type Stance } from './stance.ts';
import { technologyMentions, type TechnologyMention, type TechnologyName } from './technology-mention.ts';

const PROVIDER_KIND = /^(?:cloud|cloud-provider|provider|paas|baas|edge-platform|hosting)$/;
const KINDS = DESIGN_WORDS.map(({ patterns, ...word }) => ({ ...word, patterns: patterns.map(phrasePattern) }));
const PREMISES = ON_PREMISES.map(phrasePattern);
const UNKNOWN_WISH = [
  'prefer|prefers|preferably|ideally|favour|favor',
  'we|i|they|team|engineers|developers ~1 know|knows|like|likes|love|loves',
  'know|knows',
  'experience|experienced|fluent|comfortable|familiar in|with',
].map(phrasePattern);
const NOT_IN_CATALOGUE = 'not in the catalogue';
/** Words that stand right before a product that is refused. */
const REFUSING = new Set(['no', 'without', 'avoid', 'use', 'using', 'or', 'on', 'from']);
const UNKNOWN_STACK = [
  'stack is|: ?:',
  'already use|run|have|on',
  'currently use|run|on',
  'written|built|implemented in|on|with',
  'hosted|running|runs on|at',
  'existing|current|legacy',
].map(phrasePattern);

/** What a stance towards a product means as a requirement; a comparison states nothing yet. */
function fromStance(stance: Stance, technology: Pick<TechnologyName, 'id' | 'name' | 'kind'>, at: Draft['at']): readonly Draft[] {
  const { id, name, kind } = technology;
  const isProvider = PROVIDER_KIND.test(kind);
  switch (stance) {
    case 'prohibited':
      return [draft({ key: 'prohibition', subject: id, value: id, statement: `${name} must not be used`, at })];
    case 'replaced':
      return [
        draft({
          key: 'existing',
          subject: id,
          value: id,
          detail: 'to be replaced',
          statement: `${name} is in use and is to be replaced`,
          at,
        }),
      ];
    case 'preferred':
      return [draft({ key: 'preference', subject: id, value: id, statement: `${name} is preferred`, at })];
    case 'compared':
      return [];
    default:
      if (isProvider) return [draft({ key: 'provider', value: id, statement: `${name} is the given cloud`, at })];
      return [
        draft({
          key: 'existing',
          subject: id,
          value: id,
          detail: stance === 'required' ? 'required' : undefined,
          statement: `${name} is ${stance === 'required' ? 'required' : stance === 'existing' ? 'in use' : 'named as given'}`,
          at,
        }),
      ];
  }
}

function readProducts(reading: WordReading, mentions: readonly TechnologyMention[]): readonly Draft[] {
  return mentions.flatMap(({ technology, sentence, from, to, at }) => {
    const rivals = mentions.filter((other) => other.sentence === sentence).length;
    return fromStance(stanceAt(sentence, from, to, rivals), technology, at);
  });
}

/** Kinds (`microservices`, `serverless`): refused, wished for or required; a bare common word says nothing. */
function readKinds(reading: WordReading, taken: readonly TechnologyMention[]): readonly Draft[] {
  const isTaken = (sentence: Sentence, from: number, to: number): boolean =>
    taken.some((mention) => mention.sentence === sentence && mention.from < to && from < mention.to);
  return reading.sentences.flatMap((sentence) =>
    KINDS.flatMap(({ id, patterns, isCommon }) =>
      patterns
        .flatMap((pattern) => findInSentence(pattern, sentence))
        .filter(({ from, to }) => !isTaken(sentence, from, to) && !isServed(sentence, from))
        .flatMap(({ from, to }) =>
          fromKind(id, isCommon ?? false, stanceAt(sentence, from, to, 1), placeOf(reading, sentence, from, to)),
        ),
    ),
  );
}

/** "Feature toggles for 40 microservices": counted behind a preposition they are who calls, not how to build. */
function isServed({ words }: Sentence, from: number): boolean {
  const [before, counted] = [words[from - 1], words[from - 2]];
  return before?.tag === 'number' && counted !== undefined && /^(?:for|of|from|across|between|in)$/.test(counted.lower);
}

function fromKind(id: string, isCommon: boolean, stance: Stance, at: Draft['at']): readonly Draft[] {
  const name = id.replaceAll('-', ' ');
  if (stance === 'prohibited') return [draft({ key: 'prohibition', subject: id, value: id, statement: `no ${name}`, at })];
  if (stance === 'compared' || stance === 'replaced') return [];
  if (isCommon && stance !== 'preferred' && stance !== 'required') return [];
  if (stance === 'existing') return [draft({ key: 'existing', subject: id, value: id, statement: `${name} in use`, at })];
  return [
    draft({
      key: 'preference',
      subject: id,
      value: id,
      detail: stance === 'required' ? 'required' : undefined,
      statement: `${name} ${stance === 'required' ? 'required' : 'preferred'}`,
      at,
    }),
  ];
}

function readPremises(reading: WordReading): readonly Draft[] {
  return reading.sentences.flatMap((sentence) =>
    PREMISES.flatMap((pattern) => findInSentence(pattern, sentence)).map(({ from, to }) => {
      const at = placeOf(reading, sentence, from, to);
      return isNegated(sentence.words, from)
        ? draft({ key: 'prohibition', subject: 'on-premises', value: 'on-premises', statement: 'nothing on own machines', at })
        : draft({ key: 'provider', value: 'on-premises', statement: 'runs on own machines', at });
    }),
  );
}

/** Products the catalogue does not know but the brief uses or wishes for: "our stack is Rails", "prefer TypeScript". */
function readUnknown(
  reading: WordReading,
  known: readonly TechnologyMention[],
  key: 'existing' | 'preference',
): readonly Draft[] {
  return reading.sentences.flatMap((sentence) =>
    (key === 'existing' ? UNKNOWN_STACK : UNKNOWN_WISH)
      .flatMap((pattern) => findInSentence(pattern, sentence))
      .flatMap(({ to }) => {
        const word = sentence.words[to];
        if (
          !word ||
          !isName(word) ||
          placeNamed([word.lower], 0) ||
          known.some((mention) => mention.sentence === sentence && mention.from <= to && to < mention.to)
        )
          return [];
        const at = placeOf(reading, sentence, to, to + 1);
        return [
          draft({
            key,
            subject: slug(word.text),
            value: word.text,
            detail: NOT_IN_CATALOGUE,
            statement: `${word.text} is ${key === 'existing' ? 'in use' : 'preferred'}`,
            at,
          }),
        ];
      }),
  );
}

const isName = (word: Word | undefined): boolean =>
  word !== undefined && word.kind === 'word' && word.tag === 'noun' && /^\p{Lu}/u.test(word.text) && !isMeasure(word.singular);
const endsName = (word: Word | undefined): boolean => word === undefined || word.kind === 'mark' || word.tag === 'conjunction';

/** Products the catalogue does not know but the brief refuses: "no Oracle", "we must not use Mesos". */
function readUnknownRefusals(reading: WordReading, known: readonly TechnologyMention[]): readonly Draft[] {
  return reading.sentences.flatMap((sentence) =>
    sentence.words.flatMap((word, at) => {
      const before = sentence.words[at - 1]?.lower ?? '';
      const isRefused = REFUSING.has(before) && isNegated(sentence.words, at) && isName(word) && endsName(sentence.words[at + 1]);
      const isKnown =
        known.some((mention) => mention.sentence === sentence && mention.from <= at && at < mention.to) ||
        placeNamed([word.lower], 0) !== undefined;
      if (!isRefused || isKnown) return [];
      return [
        draft({
          key: 'prohibition',
          subject: word.text,
          value: word.text,
          detail: NOT_IN_CATALOGUE,
          statement: `${word.text} must not be used`,
          at: placeOf(reading, sentence, at, at + 1),
        }),
      ];
    }),
  );
}

/** Providers, existing technologies, prohibitions and preferences of the brief. */
export function readTechnologies(reading: WordReading, technologies: readonly TechnologyName[]): readonly Draft[] {
  const mentions = technologyMentions(reading, technologies);
  return distinct([
    ...readProducts(reading, mentions),
    ...readKinds(reading, mentions),
    ...readPremises(reading),
    ...readUnknown(reading, mentions, 'existing'),
    ...readUnknown(reading, mentions, 'preference'),
    ...readUnknownRefusals(reading, mentions),
  ]);
}

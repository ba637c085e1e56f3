import { oncePer, type Place } from '@archwright/kernel';
import { findPattern, plainPattern, type PhrasePattern } from '../words/phrase-pattern.ts';
import type { Sentence, Word, WordReading } from '../words/read-words.ts';
import { tokenise } from '../words/token.ts';
import { placeOf } from './draft.ts';

/** A product as a brief may call it. The catalogue's technologies satisfy it. */
export interface TechnologyName {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly aliases?: readonly string[];
  /** Frameworks that run on it: who names one has it. */
  readonly carries?: readonly string[];
}

export interface TechnologyMention {
  readonly technology: TechnologyName;
  readonly sentence: Sentence;
  readonly from: number;
  readonly to: number;
  readonly at: Place;
}

/** Names of products that are plain English words too: they count when capitalised inside a sentence, or behind `in`, `use`, ... */
const COMMON_WORDS = new Set(
  'go express rust gin flux clerk neon temporal spring fly lambda sentry edge tempo echo remix next nest node swift ruby java oracle azure phoenix elixir crystal bun dart drizzle loki pulsar beam storm spark hive pig lit svelte redwood meteor chalice salt chef puppet helm consul vault nomad packer signal realm actix rocket warp axum fiber chi mercury hono turso prisma celery sidekiq workers atlas aurora rest render envoy cosmos argo kong scala dynamo trie lucia rails snowflake druid pinot chroma vespa honeycomb rancher sap neptune jenkins pusher airflow spanner redshift'.split(
    ' ',
  ),
);
/** Names of products that are plain phrases too: they count when their last word is capitalised, as in `Log Analytics`. */
const COMMON_PHRASES = new Set(
  'api gateway,application insights,blob storage,cloud functions,compute engine,edge functions,event bridge,event hubs,log analytics,service bus'.split(
    ',',
  ),
);
const BEFORE_A_PRODUCT = new Set(
  'in use using uses used with on prefer prefers like love know knows no avoid without run running runs by vs versus or and via through from our than'.split(
    ' ',
  ),
);
/** Behind a name that opens a sentence: `Azure only`, `Go or Rust`. */
const STANDS_ALONE = /^(?:[,.;:!]|and|or|vs|versus|only|please|preferred)$/;
const LANGUAGE = /^(?:language|runtime|programming-language)$/;

interface NamePattern {
  readonly technology: TechnologyName;
  readonly pattern: PhrasePattern;
  readonly isCommonWord: boolean;
  readonly isCommonPhrase: boolean;
}

/** Names by their first word, made once for each list of technologies. */
const namePatterns = oncePer((technologies: readonly TechnologyName[]): ReadonlyMap<string, readonly NamePattern[]> => {
  const byFirst = new Map<string, NamePattern[]>();
  for (const technology of technologies) {
    const plainName = technology.name.replace(/\s?\([^)]{0,60}\)/, '');
    const shortName = /^(?:Apache|Amazon|Microsoft|AWS) ([\w.-]{1,40})$/.exec(plainName)?.[1] ?? plainName;
    const names = new Set(
      [
        technology.name,
        plainName,
        shortName,
        technology.id,
        technology.id.replaceAll('-', ' '),
        ...(technology.aliases ?? []),
      ].flatMap((name) => name.split(' / ')),
    );
    for (const name of names) {
      const first = tokenise(name)[0]?.lower;
      if (first === undefined) continue;
      byFirst.set(first, [
        ...(byFirst.get(first) ?? []),
        {
          technology,
          pattern: plainPattern(name),
          isCommonWord: COMMON_WORDS.has(name.toLowerCase()),
          isCommonPhrase: COMMON_PHRASES.has(name.toLowerCase()),
        },
      ]);
    }
  }
  return byFirst;
});

/** Whether a word that is also plain English stands for the product here. */
function isProduct(words: readonly Word[], at: number, kind: string): boolean {
  const word = words[at]!;
  const before = words[at - 1];
  if (word.text !== word.lower) {
    if (before && !/^[.:!?]$/.test(before.text) && before.kind !== 'mark') return true;
    return before !== undefined ? true : words[at + 1] === undefined || STANDS_ALONE.test(words[at + 1]!.lower);
  }
  return (
    LANGUAGE.test(kind) &&
    before !== undefined &&
    BEFORE_A_PRODUCT.has(before.lower) &&
    !['noun', 'verb', 'to', 'determiner', 'number'].includes(words[at + 1]?.tag ?? '') &&
    word.tag !== 'modal' &&
    !/^(?:and|or|on|by|our|from|through|than|like)$/.test(before.lower)
  );
}

/** Products named in the brief, in order; at each place the longest name wins. */
export function technologyMentions(reading: WordReading, technologies: readonly TechnologyName[]): readonly TechnologyMention[] {
  const byFirst = namePatterns(technologies);
  return reading.sentences.flatMap((sentence) => {
    const found: TechnologyMention[] = [];
    for (let from = 0; from < sentence.words.length; from++) {
      const longest = longestName(byFirst.get(sentence.words[from]!.lower) ?? [], sentence.words, from);
      if (!longest) continue;
      found.push({
        technology: longest.technology,
        sentence,
        from,
        to: longest.to,
        at: placeOf(reading, sentence, from, longest.to),
      });
      from = longest.to - 1;
    }
    return found;
  });
}

function longestName(
  patterns: readonly NamePattern[],
  words: readonly Word[],
  from: number,
): { technology: TechnologyName; to: number } | undefined {
  let best: { technology: TechnologyName; to: number } | undefined;
  for (const { technology, pattern, isCommonWord, isCommonPhrase } of patterns) {
    const length = pattern.steps.length;
    const [match] = findPattern(pattern, words.slice(from, from + length));
    if (match?.from !== 0 || (best && from + match.to <= best.to)) continue;
    if (isCommonWord && !isProduct(words, from, technology.kind)) continue;
    const last = words[from + match.to - 1]!;
    if (isCommonPhrase && last.text === last.lower) continue;
    best = { technology, to: from + match.to };
  }
  return best;
}

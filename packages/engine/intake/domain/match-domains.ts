import type { Place } from '@archwright/kernel';
import type { DomainMatch } from '@archwright/model';
import { isNegated } from '../words/negation.ts';
import { readWords, type Word, type WordReading } from '../words/read-words.ts';
import type { DomainSignature } from './signature.ts';
import { domainIndex, type DomainIndex, type Hit, type Strength } from './domain-index.ts';
import { maskFixedPhrases } from './fixed-phrase.ts';

/** Points for a kind of evidence. Chosen by us; `THRESHOLD` is what one unambiguous name of the domain is worth. */
const POINTS: Readonly<Record<Strength, number>> = {
  strong: 3,
  facets: 3,
  loose: 2.5,
  firm: 2,
  ambiguous: 1.5,
  weak: 1,
  term: 0.75,
  'shared-term': 0.35,
  exclude: -2,
};
const THRESHOLD = 3;
/** What the brief asks for by name weighs more than what it mentions. */
const HEADLINE_BONUS = 1.5;
const REPEAT_BONUS = 0.5;
const MOST_TERM_POINTS = 2;
const MOST_EVIDENCE = 12;
const HEADLINE_WORDS = 14;
/** Without any trigger, this many different signs must agree, at least one of them weak; or fewer, all weak triggers. */
const FEWEST_SIGNS = 4;
const FEWEST_WEAK_TRIGGERS = 3;

interface Evidence {
  readonly strength: Strength;
  readonly sign: string;
  readonly places: Place[];
  inHeadline: boolean;
}

/**
 * The domains a brief belongs to, best first. Several can match; a brief that fits none gets an empty list. Evidence is
 * the domain's own names, words that go with it, its entities and operations, and what excludes it; negated words and
 * words inside fixed phrases ("in order to", "log in", "99.9 % availability") do not count.
 *
 * @param reading - of the same text, when it was read already
 */
export function matchDomains(
  text: string,
  signatures: readonly DomainSignature[],
  reading: WordReading = readWords(text),
): readonly DomainMatch[] {
  const index = domainIndex(signatures);
  const found = new Map<string, Map<string, Evidence>>();
  reading.sentences.forEach((sentence, number) => {
    const masked = maskFixedPhrases(sentence);
    for (const hit of [...hitsIn(index, sentence.words, masked), ...index.structural(sentence)])
      note(found, hit, sentence.words, reading, number);
  });
  return signatures
    .flatMap((signature) => weigh(signature, [...(found.get(signature.id)?.values() ?? [])]))
    .toSorted((a, b) => b.score - a.score);
}

/** Names and signs first; what the brief merely speaks of counts only where they do not suffice, and once. */
function weigh(signature: DomainSignature, evidence: readonly Evidence[]): readonly DomainMatch[] {
  const named = judge(signature, independent(evidence.filter(({ strength }) => strength !== 'facets')));
  if (named.length > 0) return named;
  const facets = evidence.filter(({ strength }) => strength === 'facets').slice(0, 1);
  return facets.length === 0
    ? []
    : judge(signature, independent([...evidence.filter((one) => one.strength !== 'facets'), ...facets]));
}

const hitsIn = (index: DomainIndex, words: readonly Word[], masked: ReadonlySet<number>): readonly Hit[] => [
  ...index.exact(words, masked),
  ...index.loose(words, masked),
  ...index.verbs(words, masked),
];

function note(
  found: Map<string, Map<string, Evidence>>,
  hit: Hit,
  words: readonly Word[],
  reading: WordReading,
  sentence: number,
): void {
  if (!hit.described && isNegated(words, hit.from)) return;
  const signs = found.get(hit.domain) ?? new Map<string, Evidence>();
  const known = signs.get(hit.sign) ?? { strength: hit.strength, sign: hit.sign, places: [], inHeadline: false };
  const place = reading.place(words[hit.from]!.start, words[hit.to - 1]!.end);
  const isKnown = known.places.some(({ start, end }) => start! <= place.start! && place.end! <= end!);
  if (known.places.length < MOST_EVIDENCE && !isKnown) known.places.push(place);
  if (sentence === 0 && hit.from < HEADLINE_WORDS && hit.strength !== 'exclude') known.inHeadline = true;
  found.set(hit.domain, signs.set(hit.sign, known));
}

/** Drops what only repeats, at the same words, what stronger evidence says already. */
function independent(evidence: readonly Evidence[]): readonly Evidence[] {
  const kept: Evidence[] = [];
  const spans: Place[] = [];
  for (const sign of evidence.toSorted(
    (a, b) => Math.abs(POINTS[b.strength]) - Math.abs(POINTS[a.strength]) || b.places.length - a.places.length,
  )) {
    if (
      sign.strength !== 'exclude' &&
      sign.places.every((place) => spans.some((span) => span.start! <= place.start! && place.end! <= span.end!))
    )
      continue;
    kept.push(sign);
    spans.push(...sign.places);
  }
  return kept;
}

const isTrigger = ({ strength }: Evidence): boolean =>
  strength === 'strong' || strength === 'facets' || strength === 'loose' || strength === 'firm' || strength === 'ambiguous';

function judge(signature: DomainSignature, evidence: readonly Evidence[]): readonly DomainMatch[] {
  const triggers = evidence.filter(isTrigger);
  const weak = evidence.filter(({ strength }) => strength === 'weak');
  const terms = evidence.filter(({ strength }) => strength === 'term' || strength === 'shared-term');
  const named = triggers.some(({ inHeadline, strength }) => inHeadline && strength !== 'ambiguous');
  const signs = weak.length + terms.length;
  if (triggers.length === 0 && weak.length < FEWEST_WEAK_TRIGGERS && (weak.length === 0 || signs < FEWEST_SIGNS)) return [];
  const repeats = triggers.filter(({ places }) => places.length > 1).length;
  const score =
    sum([...triggers, ...weak, ...evidence.filter(({ strength }) => strength === 'exclude')]) +
    Math.min(MOST_TERM_POINTS, sum(terms)) +
    Math.min(1, repeats * REPEAT_BONUS) +
    (named ? HEADLINE_BONUS : 0);
  if (score < THRESHOLD) return [];
  const seen = new Set<string>();
  const places = [...triggers, ...weak, ...terms]
    .flatMap(({ places }) => places)
    .filter(({ start, end }) => !seen.has(`${start}-${end}`) && seen.add(`${start}-${end}`))
    .slice(0, MOST_EVIDENCE);
  return [{ archetype: signature.id, score: Math.round(score * 100) / 100, evidence: places }];
}

const sum = (evidence: readonly Evidence[]): number => evidence.reduce((total, { strength }) => total + POINTS[strength], 0);

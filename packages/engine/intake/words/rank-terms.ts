import type { Term } from '@archwright/model';
import { isActorNoun, isGeneric } from './generic-noun.ts';
import { isMeasure, type NounPhrase } from './noun-phrase.ts';
import type { Sentence, WordReading } from './read-words.ts';

/** How much a way of being mentioned says that a noun is a thing of the domain. Chosen by us: acted on > counted > named. */
const WEIGHT = { object: 3, counted: 2, plural: 1.5, named: 1 } as const;
/** A noun that is only named, and only once, is as likely a figure of speech; it counts where the brief offers little else. */
const LEAST_WEIGHT = 2;
const LEAST_WEIGHT_IN_A_SHORT_BRIEF = 1.5;
const FEW_TERMS = 3;
const MOST_TERMS = 40;

interface Candidate {
  readonly name: string;
  readonly bareName: string;
  readonly start: number;
  readonly end: number;
  readonly mentions: number;
  readonly weight: number;
}

const canBeTerm = (phrase: NounPhrase): boolean =>
  !isGeneric(phrase.head) && !isMeasure(phrase.head) && /\p{L}{2}/u.test(phrase.head) && phrase.name.length <= 40;

function collect(reading: WordReading, weighIn: (sentence: Sentence) => (phrase: NounPhrase) => number): readonly Candidate[] {
  const found = new Map<string, Candidate>();
  for (const sentence of reading.sentences) {
    const weigh = weighIn(sentence);
    for (const phrase of sentence.phrases.filter(canBeTerm)) {
      const { name, bareName } = phrase;
      const first = {
        name,
        bareName,
        start: sentence.words[phrase.from]!.start,
        end: sentence.words[phrase.to - 1]!.end,
        mentions: 0,
        weight: 0,
      };
      const known = found.get(name) ?? first;
      found.set(name, { ...known, mentions: known.mentions + 1, weight: known.weight + weigh(phrase) });
    }
  }
  return mergeAdjectives(found);
}

/** `dedicated tenant` is a `tenant` where the brief speaks of tenants too. */
function mergeAdjectives(found: ReadonlyMap<string, Candidate>): readonly Candidate[] {
  const merged = new Map<string, Candidate>();
  for (const candidate of found.values()) {
    const name = found.has(candidate.bareName) ? candidate.bareName : candidate.name;
    const known = merged.get(name);
    merged.set(
      name,
      known
        ? { ...known, mentions: known.mentions + candidate.mentions, weight: known.weight + candidate.weight }
        : { ...candidate, name },
    );
  }
  return [...merged.values()];
}

function ranked(reading: WordReading, candidates: readonly Candidate[]): readonly Term[] {
  const clear = candidates.filter(({ weight }) => weight >= LEAST_WEIGHT);
  const kept = clear.length >= FEW_TERMS ? clear : candidates.filter(({ weight }) => weight >= LEAST_WEIGHT_IN_A_SHORT_BRIEF);
  return kept
    .toSorted((a, b) => b.weight - a.weight || b.mentions - a.mentions || a.start - b.start)
    .slice(0, MOST_TERMS)
    .map(({ name, mentions, start, end }) => ({ name, mentions, at: reading.place(start, end) }));
}

const mentionWeight = (phrase: NounPhrase): number =>
  phrase.isCounted ? WEIGHT.counted : phrase.isPlural ? WEIGHT.plural : WEIGHT.named;

/** Things the brief acts on, most acted on first. A noun that only acts is not here. */
export function rankEntities(reading: WordReading): readonly Term[] {
  const acting = new Set(reading.sentences.flatMap(({ subjects }) => [...subjects]));
  const candidates = collect(reading, (sentence) => {
    const objects = new Set(sentence.clauses.map(({ object }) => object));
    return (phrase) =>
      objects.has(phrase.name) ? WEIGHT.object : acting.has(phrase.name) && isActorNoun(phrase.head) ? 0 : mentionWeight(phrase);
  });
  return ranked(reading, candidates);
}

/** Who or what acts: subjects of clauses, and nouns that name people or devices. */
export function rankActors(reading: WordReading): readonly Term[] {
  const acting = new Set(reading.sentences.flatMap(({ clauses }) => clauses.map(({ actor }) => actor)));
  const candidates = collect(reading, (sentence) => (phrase) => {
    if (acting.has(phrase.name) && sentence.subjects.has(phrase.name)) return WEIGHT.object;
    if (!isActorNoun(phrase.head)) return 0;
    return sentence.subjects.has(phrase.name) ? WEIGHT.object : mentionWeight(phrase);
  });
  return ranked(reading, candidates);
}

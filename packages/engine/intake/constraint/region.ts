import { findInSentence, phrasePattern } from '../words/phrase-pattern.ts';
import { isNegated } from '../words/negation.ts';
import type { Sentence, Word, WordReading } from '../words/read-words.ts';
import { distinct, type Draft, draft, placeOf } from './draft.ts';
import { type NamedPlace, placeNamed } from './gazetteer.ts';
import { subjectNear } from './cue.ts';

interface Mentioned extends NamedPlace {
  readonly sentence: Sentence;
  readonly from: number;
  readonly to: number;
}

/** Says that data must not leave the place named in the same clause. */
const RESIDENCY = [
  'must|should|shall|has|have|needs|may|can ~3 stay|stays|remain|remains|reside|live|kept|keep|stored|hosted|held|processed|only ~4 in|within|inside',
  'stay|stays|remain|remains|kept|reside|resides|stored|hosted|held|processed ~1 in|within|inside',
  'not|never|cannot ~1 leave|leaves|left|transferred|cross',
  'residency|sovereignty|data-residency',
  'in-country',
].map(phrasePattern);
/** `each in its own region`, `drivers' data must stay in their region`. */
const OWN_REGION = [
  'their|its|own|same|home|respective|that ?own|home region|country|jurisdiction|continent|market',
  'in-country',
  'region|country of origin|residence',
].map(phrasePattern);
/** How far behind the cue the place may stand. */
const REACH = 10;

/** `us` is a pronoun unless written in capitals or behind `the`. */
function isName(words: readonly Word[], at: number): boolean {
  const word = words[at]!;
  if (word.lower === 'us') return word.text === 'US' || words[at - 1]?.lower === 'the';
  if (word.lower === 'turkey' || word.lower === 'english') return word.text !== word.lower;
  return true;
}

function placesIn(sentence: Sentence): readonly Mentioned[] {
  const lowers = sentence.words.map(({ lower }) => lower);
  const found: Mentioned[] = [];
  for (let at = 0; at < lowers.length; at++) {
    const named = isName(sentence.words, at) ? placeNamed(lowers, at) : undefined;
    if (!named) continue;
    found.push({ ...named.place, sentence, from: at, to: at + named.length });
    at += named.length - 1;
  }
  return found;
}

const regionDraft = (reading: WordReading, key: 'region' | 'residency', place: Mentioned, subject?: string): Draft =>
  draft({
    key,
    subject,
    value: place.area,
    detail: place.place,
    statement: key === 'region' ? `${place.label} is served` : `data stays in ${place.label}`,
    at: placeOf(reading, place.sentence, place.from, place.to),
  });

interface ResidencyCue {
  readonly from: number;
  readonly to: number;
}
const residencyCues = (sentence: Sentence): readonly ResidencyCue[] =>
  RESIDENCY.flatMap((pattern) => findInSentence(pattern, sentence));

/**
 * Regions served (`region`) and places that data must not leave (`residency`). A country inside the EU, the US or
 * Asia-Pacific has the area as value and the country as detail. "Their region" is residency in every region named.
 */
export function readRegions(reading: WordReading): readonly Draft[] {
  const places = reading.sentences.flatMap(placesIn);
  const drafts: Draft[] = places
    .filter(
      ({ sentence, from }) =>
        !isNegated(sentence.words, from) || residencyCues(sentence).some(({ to }) => from >= to && from <= to + REACH),
    )
    .map((place) => regionDraft(reading, 'region', place));
  for (const sentence of reading.sentences) {
    const cues = residencyCues(sentence);
    if (cues.length === 0) continue;
    const near = places.filter(
      (place) => place.sentence === sentence && cues.some(({ from, to }) => place.from >= from - 3 && place.from <= to + REACH),
    );
    drafts.push(...near.map((place) => regionDraft(reading, 'residency', place)));
    const own = near.length > 0 ? [] : OWN_REGION.flatMap((pattern) => findInSentence(pattern, sentence));
    if (own[0]) drafts.push(...ownRegion(reading, sentence, own[0], cues[0]!, places));
  }
  return distinct(drafts);
}

function ownRegion(
  reading: WordReading,
  sentence: Sentence,
  own: { from: number; to: number },
  cue: ResidencyCue,
  places: readonly Mentioned[],
): readonly Draft[] {
  const subject = subjectNear(sentence, cue);
  const at = placeOf(reading, sentence, Math.min(cue.from, own.from), Math.max(cue.to, own.to));
  const areas = [...new Map(places.map((place) => [place.area, place])).values()].filter(({ area }) => area !== 'global');
  if (areas.length === 0)
    return [draft({ key: 'residency', subject, value: 'own-region', statement: 'data stays in the region it comes from', at })];
  return areas.map(({ area, label }) =>
    draft({ key: 'residency', subject, value: area, statement: `data from ${label} stays there`, at }),
  );
}

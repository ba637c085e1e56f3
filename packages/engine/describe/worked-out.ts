import type { Figure, FigureBook } from '@archwright/kernel';

/** A reader takes in this many results at once. */
const MOST = 10;
const QUESTION = /\bhow (?:much|many|large|big|long|fast)\b[^.?!]{0,120}|[^.?!]{0,160}\?/gi;
const PLAIN = new Set([
  'how',
  'much',
  'many',
  'large',
  'what',
  'which',
  'need',
  'needed',
  'with',
  'will',
  'does',
  'have',
  'should',
  'would',
  'that',
]);

const stemsOf = (text: string): readonly string[] =>
  (text.toLowerCase().match(/[a-z]{3,30}/g) ?? []).filter((word) => !PLAIN.has(word)).map((word) => word.replace(/s$/, ''));

/**
 * What follows from the brief by arithmetic alone, before anything is designed: first what the brief asks for in so many words,
 * then the results that lead to no other.
 *
 * @param figures - the book of the reading
 * @returns ids, at most ten
 */
export function workedOut(brief: string, figures: FigureBook): readonly string[] {
  const computed = figures.all().filter(({ origin }) => origin === 'computed');
  const used = new Set(computed.flatMap(({ inputs }) => Object.values(inputs)));
  const asked = new Set(stemsOf((brief.match(QUESTION) ?? []).join(' ')));
  const overlap = ({ label, id }: Figure): number => stemsOf(`${label} ${id}`).filter((stem) => asked.has(stem)).length;
  const wanted = computed.filter((figure) => overlap(figure) > 0).sort((a, b) => overlap(b) - overlap(a));
  const results = computed.filter(({ id }) => !used.has(id));
  return [...new Set([...wanted, ...results])].slice(0, MOST).map(({ id }) => id);
}

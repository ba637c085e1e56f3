/** A suggestion further away than this is another word. */
const MOST_EDITS = 3;
const LONGEST_WORD = 64;

/** Levenshtein distance, cut off for long words. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let at = 1; at <= a.length; at++) {
    const next = [at];
    for (let to = 1; to <= b.length; to++)
      next.push(Math.min(row[to]! + 1, next[to - 1]! + 1, row[to - 1]! + (a[at - 1] === b[to - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length]!;
}

const plain = (word: string): string => word.toLowerCase().replaceAll(/[^a-z0-9]/g, '');

/** The known word that was probably meant: the same but for case and separators, an abbreviation, or few edits away. */
export function didYouMean(word: string, known: readonly string[]): string | undefined {
  const wanted = plain(word.slice(0, LONGEST_WORD));
  if (wanted === '') return undefined;
  const scored = known
    .map((candidate) => {
      const name = plain(candidate);
      const isStart =
        wanted.length >= 3 && (name.startsWith(wanted.slice(0, Math.max(4, wanted.length - 2))) || wanted.startsWith(name));
      return { candidate, edits: name === wanted ? 0 : Math.min(distance(wanted, name), isStart ? 2 : Infinity) };
    })
    .toSorted((a, b) => a.edits - b.edits);
  const best = scored[0];
  return best && best.edits <= Math.min(MOST_EDITS, Math.ceil(wanted.length / 2)) ? best.candidate : undefined;
}

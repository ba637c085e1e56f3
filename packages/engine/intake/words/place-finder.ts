import type { Place } from '@archwright/kernel';

export type PlaceFinder = (start: number, end: number) => Place;

/** Makes places of a brief; the line index is built once, so a place costs a binary search and not a scan. */
export function placeFinder(text: string): PlaceFinder {
  const lineStarts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lineStarts.push(at + 1);
  return (start, end) => {
    let low = 0;
    let high = lineStarts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (lineStarts[middle]! <= start) low = middle;
      else high = middle - 1;
    }
    return { source: 'brief', start, end, line: low + 1, column: start - lineStarts[low]! + 1, quote: text.slice(start, end) };
  };
}

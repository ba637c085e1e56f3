/** Words as bits: 32 to a number. A plain array: a typed one costs more to make than these few numbers cost to read. */
export type Words = readonly number[];

export const noWords = (size: number): number[] => Array.from<number>({ length: Math.ceil(size / 32) }).fill(0);
export const bitsOf = (numbers: readonly number[], size: number): Words => {
  const bits = noWords(size);
  for (const number of numbers) bits[number >> 5]! |= 1 << (number & 31);
  return bits;
};

export function unionOf(list: readonly Words[], size: number): Words {
  const union = noWords(size);
  for (const words of list) for (let at = 0; at < union.length; at += 1) union[at]! |= words[at]!;
  return union;
}

export const has = (words: Words, word: number): boolean => (words[word >> 5]! & (1 << (word & 31))) !== 0;
export function meet(a: Words, b: Words): boolean {
  for (let at = 0; at < a.length; at += 1) if (a[at]! & b[at]!) return true;
  return false;
}
export const numbersIn = (words: Words): readonly number[] =>
  words.flatMap((bits, at) => {
    const found: number[] = [];
    for (let left = bits; left !== 0; left &= left - 1) found.push(at * 32 + 31 - Math.clz32(left & -left));
    return found;
  });

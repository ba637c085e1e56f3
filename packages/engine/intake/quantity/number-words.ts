export const SMALL: Readonly<Record<string, number>> = {
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};
export const MAGNITUDES: Readonly<Record<string, number>> = {
  dozen: 12,
  hundred: 100,
  thousand: 1e3,
  lakh: 1e5,
  million: 1e6,
  mio: 1e6,
  crore: 1e7,
  billion: 1e9,
  trillion: 1e12,
};
/** Suffixes that follow digits: 100K, 1.5M, 2bn. `m` and `B` are decided by what follows. */
export const SUFFIXES: Readonly<Record<string, number>> = {
  k: 1e3,
  mn: 1e6,
  mm: 1e6,
  mln: 1e6,
  bn: 1e9,
  tn: 1e12,
  M: 1e6,
  K: 1e3,
};
/** "a few thousand": low, likely and high multiple. */
export const VAGUE: Readonly<Record<string, readonly [number, number, number]>> = {
  few: [2, 3, 9],
  several: [3, 5, 9],
  couple: [2, 2, 3],
  handful: [3, 5, 9],
};
/** "dozens", "hundreds of thousands": low, likely and high. */
export const PLURAL_MAGNITUDES: Readonly<Record<string, readonly [number, number, number]>> = {
  tens: [20, 50, 99],
  dozens: [24, 50, 99],
  hundreds: [200, 500, 999],
  thousands: [2e3, 5e3, 9999],
  millions: [2e6, 5e6, 9.999e6],
  billions: [2e9, 5e9, 9.999e9],
};
export const FRACTIONS: Readonly<Record<string, number>> = {
  half: 1 / 2,
  third: 1 / 3,
  quarter: 1 / 4,
  fourth: 1 / 4,
  fifth: 1 / 5,
  sixth: 1 / 6,
  seventh: 1 / 7,
  eighth: 1 / 8,
  ninth: 1 / 9,
  tenth: 1 / 10,
  twentieth: 1 / 20,
  hundredth: 1 / 100,
  thousandth: 1 / 1000,
};

export const isNumberWord = (word: string): boolean => Object.hasOwn(SMALL, word) || Object.hasOwn(MAGNITUDES, word);

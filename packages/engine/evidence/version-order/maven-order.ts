import type { Order } from './order.ts';

interface Token {
  readonly separator: '.' | '-';
  readonly value: string;
}

/** Known qualifiers in their order; the empty one is the release itself, unknown ones come after all of them. */
const QUALIFIERS = ['alpha', 'beta', 'milestone', 'rc', 'snapshot', '', 'sp'];
const SAME: Readonly<Record<string, string>> = { ga: '', final: '', release: '', cr: 'rc' };
const SHORT: Readonly<Record<string, string>> = { a: 'alpha', b: 'beta', m: 'milestone' };
const SHAPE = /^[0-9A-Za-z][0-9A-Za-z._+-]{0,120}$/;

/**
 * Versions of JVM artefacts, by the order of the POM reference: split at dots, hyphens and between digits and letters, trailing
 * nulls dropped, qualifiers before numbers.
 *
 * @source https://maven.apache.org/pom.html#Version_Order_Specification
 */
export const mavenOrder: Order = {
  compare(a, b) {
    if (!SHAPE.test(a) || !SHAPE.test(b)) return undefined;
    const [left, right] = [tokensOf(a), tokensOf(b)];
    for (let index = 0; index < Math.max(left.length, right.length); index++) {
      const order = compareTokens(left[index] ?? padding(right[index]!), right[index] ?? padding(left[index]!));
      if (order !== 0) return order;
    }
    return 0;
  },
  isStable: (version) =>
    SHAPE.test(version) && tokensOf(version).every(({ value }) => isNumber(value) || rank(value) >= QUALIFIERS.indexOf('')),
};

const isNumber = (value: string): boolean => /^\d+$/.test(value);
/** What a missing token counts as beside the one that is there. */
const padding = ({ separator, value }: Token): Token => ({ separator, value: isNumber(value) ? '0' : '' });
const isNull = (value: string): boolean => value === '' || /^0+$/.test(value);

function tokensOf(version: string): readonly Token[] {
  const tokens: Token[] = [];
  let separator: Token['separator'] = '-';
  const parts = version.toLowerCase().match(/\d+|[a-z]+|[._+-]/g) ?? [];
  for (const [index, part] of parts.entries()) {
    if (/^[._+-]$/.test(part)) {
      separator = part === '.' ? '.' : '-';
      if (/^[._+-]?$/.test(parts[index + 1] ?? '')) tokens.push({ separator, value: '0' });
      continue;
    }
    const glued = index > 0 && !/^[._+-]$/.test(parts[index - 1]!);
    const isShort = part in SHORT && /^\d/.test(parts[index + 1] ?? '');
    tokens.push({ separator: glued ? '-' : separator, value: isShort ? SHORT[part]! : (SAME[part] ?? part) });
  }
  return trimmed(tokens);
}

/** Drops nulls at the end, before each hyphen, and before each qualifier, whose separator does not count. */
function trimmed(tokens: readonly Token[]): readonly Token[] {
  const kept: Token[] = [];
  let atBoundary = true;
  for (const token of tokens.toReversed()) {
    if (!(atBoundary && isNull(token.value))) {
      kept.unshift(token);
      atBoundary = false;
    }
    if (token.separator === '-' || !isNumber(token.value)) atBoundary = true;
  }
  return kept;
}

const rank = (value: string): number => {
  const known = QUALIFIERS.indexOf(value);
  return known < 0 ? QUALIFIERS.length : known;
};

/** `.qualifier` = `-qualifier` < `-number` < `.number`. */
function compareTokens(a: Token, b: Token): number {
  const [isLeft, isRight] = [isNumber(a.value), isNumber(b.value)];
  if (isLeft && isRight)
    return a.separator === b.separator ? Math.sign(Number(a.value) - Number(b.value)) : a.separator === '-' ? -1 : 1;
  if (isLeft !== isRight) return isLeft ? 1 : -1;
  return Math.sign(rank(a.value) - rank(b.value)) || (a.value === b.value ? 0 : a.value < b.value ? -1 : 1);
}

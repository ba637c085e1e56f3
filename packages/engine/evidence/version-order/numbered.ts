import type { Order } from './order.ts';

const SHAPE = /^[vV=]?(\d{1,12}(?:\.\d{1,12}){0,9})(?:[-~]?([0-9A-Za-z][0-9A-Za-z.-]{0,100}))?(?:\+[0-9A-Za-z.-]{0,100})?$/;

/**
 * Semantic versions, and dotted numbers of any length: `18.6`, `26.7.5.10`, `v1.2.3-rc.1`. A missing part counts as 0; build metadata
 * is left out.
 *
 * @source https://semver.org/spec/v2.0.0.html section 11
 */
export const numbered: Order = {
  compare(a, b) {
    const [left, right] = [parse(a), parse(b)];
    if (!left || !right) return undefined;
    const length = Math.max(left.numbers.length, right.numbers.length);
    for (let index = 0; index < length; index++) {
      const difference = (left.numbers[index] ?? 0) - (right.numbers[index] ?? 0);
      if (difference !== 0) return Math.sign(difference);
    }
    return comparePrerelease(left.prerelease, right.prerelease);
  },
  isStable: (version) => parse(version)?.prerelease.length === 0,
};

function parse(version: string): { readonly numbers: readonly number[]; readonly prerelease: readonly string[] } | undefined {
  const match = SHAPE.exec(version.trim());
  return match ? { numbers: match[1]!.split('.').map(Number), prerelease: match[2]?.split('.') ?? [] } : undefined;
}

function comparePrerelease(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return Math.sign(b.length - a.length);
  for (let index = 0; index < Math.max(a.length, b.length); index++) {
    const [left, right] = [a[index], b[index]];
    if (left === undefined || right === undefined) return left === undefined ? -1 : 1;
    const order = compareIdentifier(left, right);
    if (order !== 0) return order;
  }
  return 0;
}

function compareIdentifier(a: string, b: string): number {
  const [isLeft, isRight] = [/^\d+$/.test(a), /^\d+$/.test(b)];
  if (isLeft && isRight) return Math.sign(Number(a) - Number(b));
  if (isLeft !== isRight) return isLeft ? -1 : 1;
  return a === b ? 0 : a < b ? -1 : 1;
}

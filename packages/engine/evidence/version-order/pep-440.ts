import type { Order } from './order.ts';

const SHAPE =
  /^v?(?:(\d{1,9})!)?(\d{1,12}(?:\.\d{1,12}){0,9})(?:[-_.]?(a|b|c|rc|alpha|beta|pre|preview)[-_.]?(\d{0,9}))?(?:-(\d{1,9})|[-_.]?(post|rev|r)[-_.]?(\d{0,9}))?(?:[-_.]?(dev)[-_.]?(\d{0,9}))?(?:\+[a-z0-9._-]{0,100})?$/;
const PHASES: Readonly<Record<string, number>> = { a: 0, alpha: 0, b: 1, beta: 1, c: 2, rc: 2, pre: 2, preview: 2 };

/**
 * Versions of Python packages: `1!2.0`, `2.0rc1`, `2.0.post1`, `2.0.dev3`. Local parts after `+` are left out.
 *
 * @source https://packaging.python.org/en/latest/specifications/version-specifiers/
 */
export const pep440: Order = {
  compare(a, b) {
    const [left, right] = [keyOf(a), keyOf(b)];
    if (!left || !right) return undefined;
    for (let index = 0; index < Math.max(left.length, right.length); index++) {
      const difference = (left[index] ?? 0) - (right[index] ?? 0);
      if (difference !== 0) return Math.sign(difference);
    }
    return 0;
  },
  isStable(version) {
    const match = SHAPE.exec(version.trim().toLowerCase());
    return match !== null && match[3] === undefined && match[8] === undefined;
  },
};

/** Segments of a release, padded so that the phases line up. */
const SEGMENTS = 10;

function keyOf(version: string): readonly number[] | undefined {
  const match = SHAPE.exec(version.trim().toLowerCase());
  if (!match) return undefined;
  const [, epoch, release, phase, phaseNumber, implicitPost, post, postNumber, dev, devNumber] = match;
  const segments = release!.split('.').map(Number);
  const isDev = dev !== undefined;
  const hasPost = post !== undefined || implicitPost !== undefined;
  // A development release of a final version comes before its pre-releases.
  const pre = phase !== undefined ? [PHASES[phase]!, Number(phaseNumber || 0)] : isDev && !hasPost ? [-1, 0] : [3, 0];
  const posted = hasPost ? Number(implicitPost ?? (postNumber || 0)) : -1;
  return [
    Number(epoch ?? 0),
    ...Array.from({ length: SEGMENTS }, (_, index) => segments[index] ?? 0),
    ...pre,
    posted,
    isDev ? Number(devNumber || 0) : Number.MAX_SAFE_INTEGER,
  ];
}

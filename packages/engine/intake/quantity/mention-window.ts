import type { Tokens } from './distribute.ts';
import type { Mention } from './mention.ts';

/** Tokens between two mentions, or undefined where they are far apart. */
export const between = (tokens: Tokens, left: Mention, right: Mention): string | undefined =>
  right.first - left.last > 6 || right.first < left.last
    ? undefined
    : tokens
        .slice(left.last, right.first)
        .map((token) => token.lower)
        .join(' ');

export const countable = (mention: Mention): boolean =>
  (mention.kind === 'count' ||
    mention.kind === 'size' ||
    (mention.kind === 'duration' && /^(?:video|audio|music|footage|speech|content)$/.test(mention.of?.head ?? ''))) &&
  mention.window === undefined &&
  mention.preposition !== 'to';

export const rated = (mention: Mention, window: number, last: number): Mention => {
  const by = (value: number) => value / window;
  const { low, likely, high } = mention.amount;
  const kind = mention.kind === 'size' ? ('data-rate' as const) : mention.kind === 'duration' ? mention.kind : ('rate' as const);
  return {
    ...mention,
    kind,
    unit: kind === 'rate' ? '1/s' : kind === 'duration' ? 's' : 'B/s',
    window,
    last,
    value: { low: by(low), likely: by(likely), high: by(high) },
  };
};

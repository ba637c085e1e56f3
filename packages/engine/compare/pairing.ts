import { formatQuantity } from '@archwright/kernel';
import type { Change, ChangeSubject } from '@archwright/model';

/** Sizes closer than this share are the same size. */
const SAME_SIZE = 0.1;

interface Identified {
  readonly id: string;
  readonly name?: string;
}

/** Pairs things by id: what stands on one side only appears or goes, what says something else has changed. */
export function paired<T extends Identified>(
  subject: ChangeSubject,
  before: readonly T[],
  after: readonly T[],
  describe: (one: T) => string,
): readonly Change[] {
  const next = new Map(after.map((one) => [one.id, one]));
  const known = new Set(before.map(({ id }) => id));
  const named = (one: T) => ({ subject, id: one.id, name: one.name ?? one.id });
  return [
    ...before.flatMap((one): readonly Change[] => {
      const other = next.get(one.id);
      if (!other) return [{ ...named(one), kind: 'goes', before: describe(one) }];
      const [old, now] = [describe(one), describe(other)];
      return old === now ? [] : [{ ...named(one), kind: 'changed', before: old, after: now }];
    }),
    ...after.filter(({ id }) => !known.has(id)).map((one): Change => ({ ...named(one), kind: 'appears', after: describe(one) })),
  ];
}

/** The two sizes in words where they differ by more than a tenth. */
export function resized(
  before: number | undefined,
  after: number | undefined,
  unit: Parameters<typeof formatQuantity>[1],
  noun = '',
): { readonly before: string; readonly after: string } | undefined {
  if (before === undefined || after === undefined) return undefined;
  if (Math.abs(after - before) <= SAME_SIZE * Math.max(Math.abs(before), Math.abs(after))) return undefined;
  const text = (value: number): string => `${formatQuantity(value, unit)}${noun && ` ${noun}`}`;
  return { before: text(before), after: text(after) };
}

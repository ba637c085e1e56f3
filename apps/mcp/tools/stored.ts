import type { Context } from '../context.ts';
import type { StoredDesign } from '../store/design-store.ts';
import { Refused } from '../work/job.ts';

/**
 * A design that an earlier call made.
 *
 * @throws Refused where it is not, or no longer, kept
 */
export function storedDesign({ store }: Context, id: string): StoredDesign {
  const found = store.get(id);
  if (found) return found;
  const known = store.list().map(({ id: one, answer }) => `${one} (${answer.design.title})`);
  throw new Refused([
    {
      code: 'mcp/unknown-design',
      severity: 'error',
      message: `no design ${id} is kept here`,
      hint:
        known.length > 0 ? `kept: ${known.join(', ')}` : 'call `design` first; designs are kept in memory, the latest ones only',
    },
  ]);
}

import type { Figure } from '@archwright/kernel';
import { shorthand } from '../workload/shorthand.ts';
import type { Synthesis } from '../synthesise/synthesis.ts';

/** All parts of a request path in series: the product of what each part commits to (reliability block diagram). */
export function designAvailability({ decided, book }: Synthesis): Figure {
  const parts = decided.ledger.options.flatMap(({ availability }) => availability ?? []);
  const make = shorthand(book);
  if (parts.length === 0)
    return make.rule('availability.design', 'availability of the request path', 1, 'ratio', 'no part states a commitment');
  const names = Object.fromEntries(parts.map((part, index) => [`a${index + 1}`, part]));
  return make.compute(
    'availability.design',
    'availability of the request path: parts in series',
    'ratio',
    Object.keys(names).join(' * '),
    names,
  );
}

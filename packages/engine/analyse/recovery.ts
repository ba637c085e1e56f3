import type { Figure } from '@archwright/kernel';
import type { Synthesis } from '../synthesise/synthesis.ts';

/** What the loss of one server or zone costs the whole: the most that any part loses, and the longest that any part is away. */
export function designRecovery({ decided, book }: Synthesis): void {
  const parts = decided.ledger.options.flatMap(({ recovery }) => recovery ?? []);
  const worst = (id: string, label: string, figures: readonly Figure[]): void => {
    if (figures.length === 0) return;
    const names = Object.fromEntries(figures.map((figure, index) => [`p${index + 1}`, figure]));
    const formula = Object.keys(names).reduce((sum, name) => `max(${sum}, ${name})`);
    book.compute(id, label, 's', formula, names);
  };
  worst(
    'recovery.data-lost',
    'acknowledged data lost with any one server or zone',
    parts.flatMap(({ rpo }) => rpo ?? []),
  );
  worst(
    'recovery.time-back',
    'time until everything serves again after the loss of any one server or zone',
    parts.map(({ rto }) => rto),
  );
}

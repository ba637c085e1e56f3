import { mavenOrder } from './maven-order.ts';
import { numbered } from './numbered.ts';
import type { Order } from './order.ts';
import { pep440 } from './pep-440.ts';

export type { Order } from './order.ts';

/** Order of the versions of a package-URL type or an OSV ecosystem; dotted numbers where nothing special is known. */
export function orderOf(ecosystem: string): Order {
  const name = ecosystem.toLowerCase();
  return name === 'pypi' ? pep440 : name === 'maven' ? mavenOrder : numbered;
}

/** The highest of the versions, pre-releases only where there is nothing else. */
export function highest(versions: readonly string[], order: Order): string | undefined {
  const known = versions.filter((version) => order.compare(version, version) === 0);
  const stable = known.filter(order.isStable);
  return (stable.length > 0 ? stable : known).reduce<string | undefined>(
    (best, version) => (best === undefined || (order.compare(version, best) ?? 0) > 0 ? version : best),
    undefined,
  );
}

import { camelCase, slug } from '@archwright/kernel';
import type { Operation } from '@archwright/model';

/** Operation → `operationId`: the operation's own name, with its context in front only where two contexts use the same. */
export function operationIds(operations: readonly Operation[]): ReadonlyMap<Operation, string> {
  const plain = (operation: Operation): string => camelCase(operation.id.slice(operation.id.lastIndexOf('.') + 1));
  const uses = new Map<string, number>();
  for (const operation of operations) uses.set(plain(operation), (uses.get(plain(operation)) ?? 0) + 1);
  const ids = new Map<Operation, string>();
  const taken = new Set<string>();
  for (const operation of operations) {
    const wanted = uses.get(plain(operation)) === 1 ? plain(operation) : camelCase(operation.id);
    let id = wanted;
    for (let suffix = 2; taken.has(id); suffix += 1) id = `${wanted}${suffix}`;
    taken.add(id);
    ids.set(operation, id);
  }
  return ids;
}

/** Two operations on one method and path would hide each other: the later one gets a path of its own. */
export function distinctPaths(
  operations: readonly Operation[],
  methodOf: (operation: Operation) => string,
): ReadonlyMap<Operation, string> {
  const taken = new Set<string>();
  const key = (method: string, path: string) => `${method} ${path.replaceAll(/\{[^{}]*\}/g, '{}')}`;
  const ordered = operations.toSorted((a, b) => Number(a.method === 'STREAM') - Number(b.method === 'STREAM'));
  const paths = new Map<Operation, string>();
  for (const operation of ordered) {
    const own = operation.method === 'STREAM' ? 'stream' : slug(operation.id);
    const method = methodOf(operation);
    const path = taken.has(key(method, operation.path)) ? `${operation.path}/${own}` : operation.path;
    taken.add(key(method, path));
    paths.set(operation, path);
  }
  return paths;
}

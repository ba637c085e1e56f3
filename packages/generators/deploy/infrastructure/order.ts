import { type Resource, tagOf, type Value } from './resource.ts';

const addressOf = (type: string, name: string): string => `${type}.${name}`;

/** Addresses of the resources that a value refers to. */
export function referencesIn(value: Value): readonly string[] {
  if (typeof value !== 'object') return [];
  const tag = tagOf(value);
  if (tag?.$ === 'reference') return [addressOf(tag.type, tag.name)];
  if (tag?.$ === 'template') return tag.parts.flatMap(referencesIn);
  if (tag?.$ === 'json') return referencesIn(tag.value);
  if (tag?.$ === 'block') return tag.items.flatMap(referencesIn);
  if (tag) return [];
  return (Array.isArray(value) ? (value as readonly Value[]) : Object.values(value as Readonly<Record<string, Value>>)).flatMap(
    referencesIn,
  );
}

/**
 * Every resource after those it refers to, otherwise in the order given: a program, unlike HCL, reads from top to bottom.
 *
 * @throws on a circle or a reference to nothing: both are bugs of ours
 */
export function inOrder(resources: readonly Resource[]): readonly Resource[] {
  const byAddress = new Map(resources.map((one) => [addressOf(one.type, one.name), one]));
  const done = new Set<string>();
  const open = new Set<string>();
  const sorted: Resource[] = [];
  const visit = (address: string): void => {
    if (done.has(address)) return;
    const one = byAddress.get(address);
    if (!one) throw new Error(`no resource ${address}`);
    if (open.has(address)) throw new Error(`${address} refers to itself`);
    open.add(address);
    for (const needed of referencesIn(one.args)) visit(needed);
    done.add(address);
    sorted.push(one);
  };
  for (const address of byAddress.keys()) visit(address);
  return sorted;
}

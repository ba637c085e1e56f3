/**
 * The validators of the object models check what they know and pass over what they do not: a misspelt key would be
 * accepted. So each object is handed over inside a proxy that notes which keys were asked for; a key that nobody asked
 * for, in an object where others were, is unknown.
 */
export interface Watched {
  readonly value: object;
  /** Paths of keys that were never read, in objects of which some other key was. */
  unread(): readonly (readonly (string | number)[])[];
}

export function watched(root: object): Watched {
  const reads = new Map<object, Set<string>>();
  const wrapped = new WeakMap<object, object>();
  const wrap = (target: object): object => {
    const known = wrapped.get(target);
    if (known) return known;
    const keys = new Set<string>();
    reads.set(target, keys);
    const proxy = new Proxy(target, {
      get(of, key, receiver): unknown {
        const value: unknown = Reflect.get(of, key, receiver);
        if (typeof key === 'string') keys.add(key);
        return typeof value === 'object' && value !== null ? wrap(value) : value;
      },
    });
    wrapped.set(target, proxy);
    return proxy;
  };
  return {
    value: wrap(root),
    unread: () => unreadIn(root, [], reads),
  };
}

function unreadIn(
  target: object,
  path: readonly (string | number)[],
  reads: ReadonlyMap<object, ReadonlySet<string>>,
): readonly (readonly (string | number)[])[] {
  const seen = reads.get(target);
  // Objects that no validator looked into are free-form: a template of another tool, a map of labels.
  if (seen === undefined || seen.size === 0) return [];
  const entries = Object.entries(target) as [string, unknown][];
  return entries.flatMap(([key, value]) => {
    const at = [...path, Array.isArray(target) ? Number(key) : key];
    if (!seen.has(key)) return Array.isArray(target) ? [] : [at];
    return typeof value === 'object' && value !== null ? unreadIn(value, at, reads) : [];
  });
}

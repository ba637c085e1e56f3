import type { Design } from '@archwright/model';
import type { Unit } from './unit.ts';

/** A path segment as it stands, without parameters: what every router understands as a prefix. */
const LITERAL = /^[A-Za-z0-9._~-]{1,80}$/;

/** Path prefixes by the name of the unit. */
export type Routes = ReadonlyMap<string, readonly string[]>;

/**
 * Path prefixes of each public unit, by name, when there are several: the collections of its bounded contexts. The first unit
 * also takes what matches nothing. A prefix belongs to one unit: the first that names it.
 */
export function routesOf(units: readonly Unit[], design: Design): Routes {
  const open = units.filter((unit) => unit.public);
  const { components, api } = design.architecture;
  const taken = new Set<string>();
  return new Map(
    open.map((unit) => {
      const contexts = new Set(
        components.filter(({ id }) => unit.unit.runs.includes(id)).flatMap((component) => component.contexts),
      );
      const prefixes = api.operations
        .filter(({ context }) => contexts.has(context))
        .flatMap(({ path }) => {
          // A well-known path stands at the root and is a prefix of nothing else (RFC 8615).
          if (!path.startsWith(`${api.basePath}/`))
            return path.split('/').every((part) => part === '' || LITERAL.test(part)) ? [path] : [];
          const [head] = path.slice(api.basePath.length).split('/').filter(Boolean);
          return head !== undefined && LITERAL.test(head) ? [`${api.basePath}/${head}`] : [];
        });
      const own = [...new Set(prefixes)].filter((prefix) => !taken.has(prefix));
      for (const prefix of own) taken.add(prefix);
      // A unit that nothing leads to would start and never be called.
      const reached = own.length > 0 || unit === open[0] ? own : [`/${unit.name}`];
      return [unit.name, open.length > 1 ? reached : []];
    }),
  );
}

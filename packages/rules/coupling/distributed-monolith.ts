import { defineRule } from '../rule.ts';

/** Longest chain of synchronous service calls that a request may take before its availability is the product of too many parts. */
const LONGEST_CHAIN = 3;

export const distributedMonolith = defineRule({
  id: 'coupling/distributed-monolith',
  title: 'Services that only work together',
  severity: 'error',
  why: 'Services that call each other in circles or in long chains must be released, scaled and woken up together: the cost of a network with the freedom of none.',
  fix: 'Merge the services of the circle, or replace one call by an event and a local copy of what is asked for.',
  falsePositiveWhen: 'The calls are asynchronous in truth and only drawn as synchronous.',
  references: ['https://arxiv.org/abs/1908.04101'],
  detect({ architecture: { components, connections } }) {
    const services = new Set(components.filter(({ kind }) => kind === 'service').map(({ id }) => id));
    const calls = new Map(
      [...services].map((id) => [
        id,
        connections.filter(({ from, to, mode }) => from === id && mode === 'sync' && services.has(to)).map(({ to }) => to),
      ]),
    );
    const longest = (id: string, seen: readonly string[]): readonly string[] => {
      if (seen.includes(id)) return [...seen, id];
      const paths = calls.get(id)!.map((next) => longest(next, [...seen, id]));
      return paths.sort((a, b) => b.length - a.length)[0] ?? [...seen, id];
    };
    return [...services].flatMap((id) => {
      const path = longest(id, []);
      const circle = new Set(path).size < path.length && path.at(-1) === id;
      if (circle) return [{ place: id, message: `${path.join(' calls ')}: a circle` }];
      return path.length - 1 > LONGEST_CHAIN
        ? [{ place: id, message: `${path.join(' calls ')}: a chain of ${path.length - 1} synchronous hops` }]
        : [];
    });
  },
});

import { defineRule } from '../rule.ts';

export const partWithoutPurpose = defineRule({
  id: 'sizing/part-without-purpose',
  title: 'A part nothing uses',
  severity: 'error',
  why: 'A box that no flow or connection reaches is cost and attack surface without work: it was copied from another architecture.',
  fix: 'Remove it, or draw the connection that needs it with its rate.',
  falsePositiveWhen: 'It is reached over a channel the model does not show.',
  references: ['https://martinfowler.com/bliki/Yagni.html'],
  detect({ architecture: { components, connections } }) {
    // An answer about one part has no services and draws no arrows.
    if (!components.some(({ kind }) => kind === 'service')) return [];
    const touched = new Set(connections.flatMap(({ from, to }) => [from, to]));
    return components
      .filter(({ id, kind }) => !touched.has(id) && kind !== 'observability' && components.length > 1)
      .map(({ id, name }) => ({ place: id, message: `${name} has no connection` }));
  },
});

import { defineRule } from '../rule.ts';

export const weakerThanItsPromise = defineRule({
  id: 'resilience/weaker-than-its-promise',
  title: 'A single part below the promised availability',
  severity: 'error',
  why: 'A request that needs every part in series is never more available than the weakest of them.',
  fix: 'Run the part in two zones, take it off the request path, or promise less.',
  falsePositiveWhen: 'The flow works without the part, degraded.',
  references: ['https://sre.google/sre-book/service-best-practices/'],
  detect({ architecture: { components, slos }, figure }) {
    const promise = Math.max(
      0,
      ...slos.filter(({ kind, origin }) => kind === 'availability' && origin === 'stated').map(({ objective }) => objective),
    );
    return components.flatMap(({ id, name, availability }) => {
      const reached = availability === undefined ? undefined : figure(availability)?.likely;
      return reached !== undefined && reached < promise
        ? [{ place: id, message: `${name} commits to ${reached}, the design promises ${promise}` }]
        : [];
    });
  },
});

import { defineRule } from '../rule.ts';

export const farUsersWithoutEdge = defineRule({
  id: 'edge/far-users-without-edge',
  title: 'A latency promise that light cannot keep',
  severity: 'error',
  why: 'A round trip to a far region takes longer than the promise allows, whatever the code does.',
  fix: 'Answer near the users: an edge runtime, a second region, or a cache that may serve stale.',
  falsePositiveWhen: 'The promise is measured inside the data centre; then say so in the SLO.',
  references: ['https://www.cloudflare.com/learning/cdn/glossary/round-trip-time-rtt/'],
  detect({ architecture: { components, slos, flows }, figure }) {
    const trip = figure('demand.far-round-trip')?.likely ?? 0;
    const near =
      components.some(({ kind }) => kind === 'edge') ||
      flows.some(
        ({ latencyP99, target }) =>
          latencyP99 !== undefined &&
          target !== undefined &&
          (figure(latencyP99)?.likely ?? Infinity) <= (figure(target)?.likely ?? 0),
      );
    const broken = slos.filter(
      ({ kind, origin, threshold }) =>
        kind === 'latency' && origin === 'stated' && threshold !== undefined && (figure(threshold)?.likely ?? Infinity) < trip,
    );
    return near
      ? []
      : broken.map(({ id }) => ({ place: id, message: `${id} promises less than one round trip of the farthest users` }));
  },
});

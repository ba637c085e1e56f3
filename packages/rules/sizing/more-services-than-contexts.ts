import { defineRule } from '../rule.ts';

export const moreServicesThanContexts = defineRule({
  id: 'sizing/more-services-than-contexts',
  title: 'Services before the domain is understood',
  severity: 'error',
  why: 'A boundary that no bounded context explains will be moved, and moving it across a network costs a migration instead of a refactoring.',
  fix: 'Keep what belongs to one bounded context in one deployable; split along a context when its load or team asks for it.',
  falsePositiveWhen: 'One context is split for isolation that a rule demands, such as card data.',
  references: ['https://martinfowler.com/bliki/MonolithFirst.html'],
  detect({ architecture: { components, contexts } }) {
    const services = components.filter(({ kind }) => kind === 'service');
    return services.length > Math.max(1, contexts.length)
      ? [{ place: services[0]!.id, message: `${services.length} services for ${contexts.length} bounded contexts` }]
      : [];
  },
});

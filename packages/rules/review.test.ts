import { expect, test } from 'vitest';
import type { Figure } from '@archwright/kernel';
import type { Architecture, Component, Connection } from '@archwright/model';
import { reviewArchitecture } from './index.ts';

const component = (id: string, kind: Component['kind'] = 'service', more: Partial<Component> = {}): Component => ({
  id,
  name: id,
  kind,
  responsibility: '',
  because: '',
  boundary: 'application',
  contexts: ['a'],
  ...more,
});
const call = (from: string, to: string, more: Partial<Connection> = {}): Connection => ({
  id: `${from}--${to}`,
  from,
  to,
  purpose: 'calls',
  protocol: 'HTTPS',
  mode: 'sync',
  timeoutMs: 1_000,
  authentication: 'token',
  carries: 'pii',
  ...more,
});
const context = (id: string) => ({ id, name: id, purpose: '' });
const architecture = (change: Partial<Architecture>): Architecture => ({
  components: [component('api'), component('db', 'database'), component('watch', 'observability')],
  connections: [call('api', 'db')],
  flows: [],
  contexts: [context('a')],
  entities: [],
  accessPatterns: [],
  api: { basePath: '', version: '', style: '', operations: [] },
  events: [],
  boundaries: [],
  slos: [],
  units: [],
  mechanisms: [],
  ...change,
});
const figure = (id: string, likely: number): Figure => ({
  id,
  label: id,
  unit: 'ratio',
  origin: 'assumed',
  low: likely,
  likely,
  high: likely,
  inputs: {},
});
const rules = (change: Partial<Architecture>, figures: readonly Figure[] = []) =>
  reviewArchitecture(architecture(change), figures).map(({ rule }) => rule);
const five = ['a', 'b', 'c', 'd', 'e'];
const slo = (kind: 'availability' | 'latency', objective: number, threshold?: string) => ({
  id: kind,
  name: kind,
  kind,
  objective,
  windowDays: 30,
  origin: 'stated' as const,
  ...(threshold && { threshold }),
});

test.each([
  ['a sound design', {}, [], []],
  [
    'a circle of calls',
    {
      components: [component('x'), component('y'), component('w', 'observability')],
      contexts: [context('a'), context('b')],
      connections: [call('x', 'y'), call('y', 'x')],
    },
    [],
    ['coupling/distributed-monolith', 'coupling/distributed-monolith'],
  ],
  [
    'a chain of four hops',
    {
      components: [...five.map((id) => component(id)), component('w', 'observability')],
      contexts: five.map(context),
      connections: five.slice(1).map((id, index) => call(five[index]!, id)),
    },
    [],
    ['coupling/distributed-monolith'],
  ],
  [
    'two services, one context',
    { components: [component('x'), component('y'), component('w', 'observability')], connections: [call('x', 'y')] },
    [],
    ['sizing/more-services-than-contexts'],
  ],
  [
    'a box nobody calls',
    {
      components: [component('api'), component('db', 'database'), component('kafka', 'stream'), component('w', 'observability')],
    },
    [],
    ['sizing/part-without-purpose', 'sizing/stream-without-consumers'],
  ],
  ['nothing observes', { components: [component('api'), component('db', 'database')] }, [], ['operations/no-observability']],
  [
    'no timeout',
    {
      connections: [
        { id: 'c', from: 'api', to: 'db', purpose: '', protocol: 'TLS', mode: 'sync', authentication: 'role', carries: 'pii' },
      ],
    },
    [],
    ['resilience/call-without-timeout'],
  ],
  [
    'open and in the clear',
    { connections: [call('api', 'db', { authentication: 'none', protocol: 'HTTP' })] },
    [],
    ['security/unauthenticated-entry', 'security/unauthenticated-entry'],
  ],
  [
    'one zone under four nines',
    {
      components: [component('api'), component('db', 'database', { availability: 'up' }), component('w', 'observability')],
      slos: [slo('availability', 0.9999)],
    },
    [figure('up', 0.995)],
    ['resilience/weaker-than-its-promise'],
  ],
  [
    '50 ms across the world',
    { slos: [slo('latency', 0.99, 'limit')] },
    [figure('limit', 0.05), figure('demand.far-round-trip', 0.18)],
    ['edge/far-users-without-edge'],
  ],
] as [string, Partial<Architecture>, Figure[], string[]][])('%s', (_, change, figures, expected) => {
  expect(rules(change, figures)).toEqual(expected);
});

test('the same findings twice, and the facts stay as they are', () => {
  const facts = Object.freeze(architecture({ components: [component('api'), component('db', 'database')] }));
  expect(reviewArchitecture(facts, [])).toEqual(reviewArchitecture(facts, []));
});

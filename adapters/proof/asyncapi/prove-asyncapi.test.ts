import { asyncapiArtefacts } from '@archwright/generators/asyncapi/index';
import { HOSTILE_NAMES } from '@archwright/generators/testing/hostile';
import { hostileDesign } from '@archwright/generators/testing/hostile-design';
import { sampleDesign } from '@archwright/generators/testing/sample-design';
import type { Artefact, Design } from '@archwright/model';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { proveAsyncapi } from './prove-asyncapi.ts';

const design = sampleDesign();
const refused = async (artefacts: readonly Artefact[]) =>
  (await proveAsyncapi(artefacts, design, {})).filter(({ outcome }) => outcome !== 'accepted');
const carriedBy = (option: string): Design => ({
  ...design,
  architecture: {
    ...design.architecture,
    components: [...design.architecture.components, { ...design.architecture.components[0]!, id: 'bus', kind: 'stream', option }],
  },
});

test('the sample is accepted, with its examples', async () => {
  const proofs = await proveAsyncapi(asyncapiArtefacts(design), design, {});
  expect(proofs.map(({ tool, outcome, log }) => [tool, outcome, log])).toEqual([
    ['@asyncapi/parser', 'accepted', 'no finding'],
    ['ajv', 'accepted', '2 messages'],
  ]);
}, 60_000);

test.each([
  ['kafka-ec2', 'kafka-secure'],
  ['rabbitmq-ec2', 'amqps'],
  ['sqs', 'sqs'],
  ['nats-stream-ec2', 'nats'],
  ['outbox', 'postgresql'],
])(
  'events on %s are bound to %s',
  async (option, protocol) => {
    const artefacts = asyncapiArtefacts(carriedBy(option));
    const document = parse(artefacts[0]!.content) as { servers: { events: { protocol: string } } };
    expect(document.servers.events.protocol).toBe(protocol);
    expect(await refused(artefacts)).toEqual([]);
  },
  60_000,
);

test('messages of a WebSocket have a channel with its parameters', async () => {
  const sockets: Design = {
    ...design,
    decisions: [
      ...design.decisions,
      { ...design.decisions[0]!, id: 'real-time', chosen: 'websocket-aws', technologies: ['websocket'] },
    ],
  };
  const artefacts = asyncapiArtefacts(sockets);
  const document = parse(artefacts[0]!.content) as { channels: Record<string, { address: string; parameters?: object }> };
  expect(document.channels['watchListingSocket']).toMatchObject({
    address: '/api/v1/listings/{listingId}/watch',
    parameters: { listingId: {} },
  });
  expect(await refused(artefacts)).toEqual([]);
}, 60_000);

test('personal data does not travel', () => {
  const visitors = { ...design.architecture.events[0]!, id: 'visitor-joined', name: 'VisitorJoined', entity: 'visitor' };
  const [artefact] = asyncapiArtefacts({ ...design, architecture: { ...design.architecture, events: [visitors] } });
  expect(artefact!.content).toContain('VisitorSnapshot');
  expect(artefact!.content).not.toMatch(/^ +email:/m);
});

const [sound] = asyncapiArtefacts(design);
const mutate = (from: string | RegExp, to: string): Artefact => {
  expect(sound!.content).toMatch(from);
  return { ...sound!, content: sound!.content.replace(from, to) };
};
test.each([
  ['a wrong reference', mutate('"#/components/messages/ListingOpenedV1"', '"#/components/messages/ListingOpened"')],
  ['a reference to a file', mutate('"#/components/schemas/EventHeaders"', '"/etc/hostname"')],
  ['an example of the wrong type', mutate('ce_specversion: "1.0"', 'ce_specversion: 1')],
  ['a missing example', mutate(/ {6}examples:\n(?: {8}.*\n)+/, '')],
  ['a bad indent', mutate('  title: Museum', '   title: Museum')],
  ['a key that AsyncAPI does not have', mutate('action: send', 'acton: send')],
])(
  '%s is rejected with its line',
  async (_, artefact) => {
    const found = await refused([artefact]);
    expect(found[0]).toMatchObject({ outcome: 'rejected', line: expect.any(Number) as number });
  },
  60_000,
);

test.each(HOSTILE_NAMES)(
  'names with %j are accepted',
  async (name) => {
    expect(await refused(asyncapiArtefacts(hostileDesign(name)))).toEqual([]);
  },
  60_000,
);

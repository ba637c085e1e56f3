import { pascalCase, slug } from '@archwright/kernel';
import type { Design, DomainEvent, Field } from '@archwright/model';
import { markdownInline } from '../escape/markdown.ts';
import { oneLine } from '../escape/plain.ts';
import { lookup } from '../figure-lookup.ts';
import { entityShape, schemaNames, type Shape } from '../openapi/entity-schemas.ts';
import { carrierOf } from './carrier.ts';
import { socketChannels } from './sockets.ts';

/** An event with the names it goes by, distinct in the document. */
interface Named {
  readonly event: DomainEvent;
  readonly name: string;
  /** `notifications.notification-accepted.v1`: a breaking change of the payload is a new address. */
  readonly address: string;
}

/** The AsyncAPI 3 document of a design's events, and of the messages on its WebSockets. */
export function asyncapiDocument(design: Design): Record<string, unknown> {
  const carrier = carrierOf(design);
  const named = namesOf(design.architecture.events);
  const payloads = payloadsOf(design);
  const sockets = socketChannels(design);
  const host = (kind: string): string => `${kind}.${slug(design.title)}.example`;
  return {
    asyncapi: '3.0.0',
    info: {
      title: `${oneLine(design.title).replaceAll('<', '‹').replaceAll('>', '›')} events`,
      version: '1.0.0',
      description: DESCRIPTION,
      contact: { name: 'The team that owns these events', url: `https://developers.${slug(design.title)}.example` },
      license: { name: 'Internal use' },
      tags: [...new Set(named.map(({ event }) => event.context))].map((name) => ({ name })),
    },
    defaultContentType: 'application/json',
    servers: {
      ...(named.length > 0 && {
        events: {
          host: host('events'),
          protocol: carrier.protocol,
          description: `${markdownInline(carrier.component?.name ?? 'The store')}: ${markdownInline(carrier.component?.responsibility ?? 'holds the outbox')}. The host stands in for the real one.`,
        },
      }),
      ...(sockets && {
        sockets: {
          host: host('api'),
          protocol: 'wss',
          description: 'WebSockets of the API. The host stands in for the real one.',
        },
      }),
    },
    channels: {
      ...Object.fromEntries(named.map((one) => [channelName(one.name), channelOf(one, carrier.bindings(one.address))])),
      ...sockets?.channels,
    },
    operations: {
      ...Object.fromEntries(named.flatMap((one) => operationsOf(one, design))),
      ...sockets?.operations,
    },
    components: {
      messages: {
        ...Object.fromEntries(named.map((one) => [one.name, messageOf(one, payloads.get(one.event.entity), design)])),
        ...sockets?.messages,
      },
      schemas: {
        ...(named.length > 0 && { EventHeaders: HEADERS }),
        ...payloadSchemas(named, payloads),
        ...sockets?.schemas,
      },
    },
  };
}

const channelName = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

function namesOf(events: readonly DomainEvent[]): readonly Named[] {
  const taken = new Set<string>();
  return events.map((event) => {
    const plain = `${pascalCase(event.name)}V${event.version}`;
    let name = plain;
    for (let suffix = 2; taken.has(name); suffix += 1) name = `${plain}n${suffix}`;
    taken.add(name);
    return { event, name, address: `${slug(event.context)}.${slug(event.name)}.v${event.version}` };
  });
}

interface Payload {
  readonly name: string;
  readonly shape: Shape;
}

/** Personal data stays behind: who may read it looks it up by the id. */
const travels = ({ classification = 'internal' }: Field): boolean => classification === 'public' || classification === 'internal';

const payloadsOf = (design: Design): ReadonlyMap<string, Payload> => {
  const names = schemaNames(design.architecture.entities);
  return new Map(
    design.architecture.entities.map((entity) => {
      const shape = entityShape({ ...entity, fields: entity.fields.filter((field) => field.key || travels(field)) }, design);
      return [entity.id, { name: `${names.get(entity.id)!}Snapshot`, shape }];
    }),
  );
};

const payloadSchemas = (named: readonly Named[], payloads: ReadonlyMap<string, Payload>): Record<string, unknown> =>
  Object.fromEntries(
    named.flatMap(({ event }) => {
      const payload = payloads.get(event.entity);
      return payload ? [[payload.name, payload.shape.schema] as const] : [];
    }),
  );

const channelOf = ({ name, address, event }: Named, bindings: Record<string, unknown> | undefined): Record<string, unknown> => ({
  address,
  title: oneLine(event.name) || name,
  description: `When ${markdownInline(event.when)}.`,
  servers: [{ $ref: '#/servers/events' }],
  messages: { [name]: { $ref: `#/components/messages/${name}` } },
  ...(bindings && { bindings }),
});

function operationsOf({ name, event }: Named, design: Design): readonly (readonly [string, unknown])[] {
  const { text } = lookup(design);
  const channel = channelName(name);
  const producer = design.architecture.components.find(({ id }) => id === event.producer);
  const rate = event.rate === undefined ? '' : ` ${text(event.rate)} at the mean.`;
  const common = {
    channel: { $ref: `#/channels/${channel}` },
    messages: [{ $ref: `#/channels/${channel}/messages/${name}` }],
    tags: [{ name: event.context }],
  };
  return [
    [
      `send${name}`,
      {
        action: 'send',
        title: `${oneLine(producer?.name ?? event.producer)} tells that it happened`,
        summary: `Written with the change itself, in one transaction, and sent at least once.${rate}`,
        ...common,
      },
    ],
    ...event.consumers.map((consumer): readonly [string, unknown] => [
      `receive${name}By${pascalCase(consumer)}`,
      {
        action: 'receive',
        title: `${oneLine(consumer) || 'A consumer'} takes it`,
        summary: 'May come twice and out of order: drop what `ce_id` says was seen, and what is older than what is held.',
        ...common,
      },
    ]),
  ];
}

function messageOf({ name, address, event }: Named, payload: Payload | undefined, design: Design): Record<string, unknown> {
  const type = address;
  const example = {
    name: 'usual',
    summary: 'One that just happened.',
    headers: {
      ce_specversion: '1.0',
      ce_id: '0192f3a1-5c1e-7d3a-9b1e-2f4c6a8d0e11',
      ce_type: type,
      ce_source: `/${slug(event.context)}`,
      ce_time: `${design.date}T09:30:00Z`,
    },
    payload: payload?.shape.example ?? {},
  };
  return {
    name,
    title: oneLine(event.name) || name,
    summary: `When ${markdownInline(event.when)}.`,
    contentType: 'application/json',
    headers: { $ref: '#/components/schemas/EventHeaders' },
    payload: payload ? { $ref: `#/components/schemas/${payload.name}` } : { type: 'object' },
    examples: [example],
  };
}

/** CloudEvents 1.0.2 attributes in the binary mode of the Kafka and AMQP bindings. */
const HEADERS = {
  type: 'object',
  description: 'CloudEvents 1.0 attributes.',
  properties: {
    ce_specversion: { type: 'string', enum: ['1.0'] },
    ce_id: { type: 'string', format: 'uuid', description: 'The same on every repeat of one event.' },
    ce_type: { type: 'string', description: 'Name and version; safe to branch on.' },
    ce_source: { type: 'string', format: 'uri-reference' },
    ce_time: { type: 'string', format: 'date-time' },
    traceparent: { type: 'string', pattern: '^[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$' },
  },
  required: ['ce_specversion', 'ce_id', 'ce_type', 'ce_source', 'ce_time'],
};

const DESCRIPTION = `What the system tells of itself.

**Delivery.** At least once, in order for each key and not beyond; consumers drop what they have seen by \`ce_id\`.

**Versions.** The version stands in address and \`ce_type\`. Within it, payloads only gain optional properties, and consumers
ignore what they do not know. Anything else is a new version on a new address; both are sent until the last consumer has moved.

**Personal data.** Payloads carry ids and states, no personal data; who may read it looks it up.`;

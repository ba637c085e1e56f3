import { slug } from '@archwright/kernel';
import type { Component, Design } from '@archwright/model';

/** What carries the events, as far as a contract shows it. */
export interface Carrier {
  /** AsyncAPI protocol name. */
  readonly protocol: string;
  readonly component: Component | undefined;
  readonly bindings: (address: string) => Record<string, unknown> | undefined;
}

/** Words of a technology → protocol; names of https://github.com/asyncapi/spec (3.0.0, "protocol") where it has one. */
const PROTOCOLS: readonly (readonly [RegExp, string])[] = [
  [/kafka|confluent|msk|redpanda|event-hubs/, 'kafka-secure'],
  [/rabbitmq/, 'amqps'],
  [/service-bus/, 'amqp1'],
  [/\bsqs\b/, 'sqs'],
  [/nats/, 'nats'],
  [/pub-?sub/, 'googlepubsub'],
  [/kinesis/, 'kinesis'],
  [/eventbridge/, 'eventbridge'],
  [/bullmq|redis|valkey/, 'redis'],
  [/mqtt/, 'secure-mqtt'],
  [/cloudflare-queues|vercel-queues/, 'https'],
  [/pg-boss|postgres|jobs-table|outbox|supabase/, 'postgresql'],
];

/** The stream where the design has one, else the queue, else the store whose outbox is read. */
export function carrierOf({ architecture: { components } }: Design): Carrier {
  const component =
    components.find(({ kind }) => kind === 'stream') ??
    components.find(({ kind }) => kind === 'queue') ??
    components.find(({ kind }) => kind === 'database');
  const words = [component?.option, component?.technologyId, component?.technology].join(' ').toLowerCase();
  const protocol = PROTOCOLS.find(([pattern]) => pattern.test(words))?.[1] ?? 'https';
  return { protocol, component, bindings: (address) => BINDINGS[protocol]?.(address) };
}

/** Where AsyncAPI defines a channel binding for the protocol. */
const BINDINGS: Readonly<Record<string, (address: string) => Record<string, unknown>>> = {
  'kafka-secure': (topic) => ({ kafka: { topic, bindingVersion: '0.5.0' } }),
  amqps: (address) => ({
    amqp: {
      is: 'routingKey',
      exchange: { name: address.split('.')[0]!, type: 'topic', durable: true, autoDelete: false },
      bindingVersion: '0.3.0',
    },
  }),
  sqs: (address) => ({ sqs: { queue: { name: slug(address), fifoQueue: false }, bindingVersion: '0.2.0' } }),
};

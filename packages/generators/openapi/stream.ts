import type { Design, Operation } from '@archwright/model';

export type Transport = 'websocket' | 'sse';

/** How the design holds connections open; server-sent events where it does not say, since they are plain HTTP. */
export function transportOf({ decisions }: Pick<Design, 'decisions'>): Transport {
  const decision = decisions.find(({ id }) => id === 'real-time');
  const words = decision ? [decision.chosen, decision.chosenName, ...decision.technologies].join(' ') : '';
  return /web-?socket|pubsub/i.test(words) ? 'websocket' : 'sse';
}

/**
 * The HTTP method of an operation. Server-sent events flow one way: what a caller sends "over the stream" is a POST there,
 * while a WebSocket carries both ways behind one GET.
 */
export const httpMethod = (operation: Pick<Operation, 'method' | 'kind'>, transport: Transport): string => {
  if (operation.method !== 'STREAM') return operation.method;
  return operation.kind === 'write' && transport === 'sse' ? 'POST' : 'GET';
};

/** The operation stays open as a stream, as against one that merely sends. */
export const staysOpen = (operation: Pick<Operation, 'method' | 'kind'>, transport: Transport): boolean =>
  operation.method === 'STREAM' && httpMethod(operation, transport) === 'GET';

/** Server-sent events: each `data` is the entity as JSON; `Last-Event-ID` picks up after a lost connection. */
export const eventStream = (example: unknown, headers: Record<string, unknown>): Record<string, unknown> => ({
  '200': {
    description: 'Server-sent events until either side closes; `Last-Event-ID` picks up after a lost connection.',
    headers,
    content: {
      'text/event-stream': {
        schema: { type: 'string' },
        example: `id: 1\nevent: changed\ndata: ${JSON.stringify(example)}\n\n`,
      },
    },
  },
});

/** RFC 6455: the connection changes protocol; the messages on it are described in `asyncapi.yaml`. */
export const webSocket = (headers: Record<string, unknown>): Record<string, unknown> => ({
  '101': {
    description: 'The connection is a WebSocket from here on (RFC 6455); its messages are in asyncapi.yaml.',
    headers: {
      Upgrade: { description: 'The protocol that follows.', schema: { type: 'string' }, example: 'websocket' },
      Connection: { description: 'That the protocol changes.', schema: { type: 'string' }, example: 'Upgrade' },
    },
  },
  // A contract needs a plain answer as well: linters know no other success.
  '204': { description: 'Asked without an upgrade: the credential is good and the connection may be opened.', headers },
});

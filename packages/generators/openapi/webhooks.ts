import { camelCase, pascalCase } from '@archwright/kernel';
import type { Design, DomainEvent, Entity } from '@archwright/model';
import { markdownInline } from '../escape/markdown.ts';
import { oneLine } from '../escape/plain.ts';
import { sentShape } from './entity-schemas.ts';

/** Where callbacks go: an entity that holds an address of the customer's, under a name of the field for such a thing. */
const isEndpoint = ({ name, fields }: Entity): boolean =>
  /(?:endpoint|webhook|callback|subscription)$/i.test(name) && fields.some((field) => /(?:^|_)ur[il]$/.test(field.name));

/** Events that leave the system as callbacks: those of a context whose customers register addresses. */
export const callbackEvents = ({ architecture: { entities, events } }: Design): readonly DomainEvent[] => {
  const contexts = new Set(entities.filter(isEndpoint).map(({ context }) => context));
  return events.filter(({ context }) => contexts.has(context));
};

/**
 * `webhooks` of the document: what the design sends to addresses that its customers registered, signed as Standard Webhooks
 * has it (standardwebhooks.com: `webhook-id`, `webhook-timestamp`, `webhook-signature`).
 */
export function webhooksOf(design: Design): Record<string, unknown> {
  return Object.fromEntries(callbackEvents(design).map((event) => [camelCase(event.name), { post: callback(event, design) }]));
}

function callback(event: DomainEvent, design: Design): Record<string, unknown> {
  const entity = design.architecture.entities.find(({ id }) => id === event.entity);
  const data = entity && sentShape(entity, design);
  const type = `${event.context}.${camelCase(event.name)}.v${event.version}`;
  return {
    operationId: `receive${pascalCase(event.name)}`,
    tags: [event.context],
    summary: `${oneLine(event.name) || event.id} is sent to the customer’s address`,
    description: `Sent when ${markdownInline(event.when)}. Answer with any 2xx within 10 seconds and work it off later; anything else is tried again with growing pauses, so the same \`webhook-id\` may come twice.`,
    security: [{ outgoingSignature: [] }],
    parameters: [{ $ref: '#/components/parameters/webhookId' }, { $ref: '#/components/parameters/webhookTimestamp' }],
    requestBody: {
      required: true,
      content: {
        'application/json': {
          schema: {
            type: 'object',
            properties: {
              type: { const: type },
              timestamp: { type: 'string', format: 'date-time' },
              data: data?.schema ?? { type: 'object' },
            },
            required: ['type', 'timestamp', 'data'],
          },
          example: { type, timestamp: `${design.date}T09:30:00Z`, data: data?.example ?? {} },
        },
      },
    },
    responses: {
      '204': { description: 'Taken.' },
      '410': {
        description: 'The address takes no more; it is switched off.',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' }, example: GONE } },
      },
    },
  };
}
const GONE = { type: 'about:blank', title: 'Gone', status: 410 };

/** `components.securitySchemes` of what is sent. */
export const outgoingSignature = {
  type: 'apiKey',
  in: 'header',
  name: 'webhook-signature',
  description: 'Our HMAC-SHA256 over id, timestamp and raw body with the endpoint’s secret; check it before reading the body.',
};

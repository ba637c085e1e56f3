import { pascalCase } from '@archwright/kernel';
import type { Design, Operation } from '@archwright/model';
import { oneLine } from '../escape/plain.ts';
import { bodyShape, entityShape, schemaNames } from '../openapi/entity-schemas.ts';
import { distinctPaths, operationIds } from '../openapi/operation-ids.ts';
import { httpMethod, staysOpen, transportOf } from '../openapi/stream.ts';

export interface Sockets {
  readonly channels: Record<string, unknown>;
  readonly operations: Record<string, unknown>;
  readonly messages: Record<string, unknown>;
  readonly schemas: Record<string, unknown>;
}

/** The messages on each WebSocket of the design; nothing where it has none. Server-sent events stand in the OpenAPI document. */
export function socketChannels(design: Design): Sockets | undefined {
  const transport = transportOf(design);
  const { operations } = design.architecture.api;
  const open = operations.filter((operation) => staysOpen(operation, transport));
  if (transport !== 'websocket' || open.length === 0) return undefined;
  const paths = distinctPaths(operations, (operation) => httpMethod(operation, transport));
  const ids = operationIds(operations);
  const parts = open.map((operation) => socketOf(operation, ids.get(operation)!, paths.get(operation)!, design));
  const merged = (part: keyof Sockets): Record<string, unknown> => Object.assign({}, ...parts.map((one) => one[part]));
  return {
    channels: merged('channels'),
    operations: merged('operations'),
    messages: merged('messages'),
    schemas: merged('schemas'),
  };
}

function socketOf(operation: Operation, id: string, path: string, design: Design): Sockets {
  const entity = design.architecture.entities.find((one) => one.id === operation.entity);
  const sent = operation.kind === 'write' ? bodyShape({ ...operation, method: 'POST' }, entity, design) : undefined;
  const shape = sent ?? (entity && entityShape(entity, design));
  const name = `${pascalCase(id)}Message`;
  const schema = sent ? `${name}Body` : `${schemaNames(design.architecture.entities).get(operation.entity) ?? name}Shown`;
  const parameters = [...path.matchAll(/\{([^{}/]{1,60})\}/g)].map(([, one]) => one!);
  const channel = `${id}Socket`;
  return {
    channels: {
      [channel]: {
        address: path,
        title: oneLine(operation.summary) || id,
        servers: [{ $ref: '#/servers/sockets' }],
        messages: { [name]: { $ref: `#/components/messages/${name}` } },
        ...(parameters.length > 0 && {
          parameters: Object.fromEntries(parameters.map((one) => [one, { description: `The ${one} of the path.` }])),
        }),
        bindings: { ws: { method: 'GET', bindingVersion: '0.1.0' } },
      },
    },
    operations: {
      [`${sent ? 'receive' : 'send'}${name}`]: {
        action: sent ? 'receive' : 'send',
        title: oneLine(operation.summary) || id,
        channel: { $ref: `#/channels/${channel}` },
        messages: [{ $ref: `#/channels/${channel}/messages/${name}` }],
      },
    },
    messages: {
      [name]: {
        name,
        title: oneLine(operation.summary) || id,
        contentType: 'application/json',
        payload: { $ref: `#/components/schemas/${schema}` },
        examples: [{ name: 'usual', payload: shape?.example ?? {} }],
      },
    },
    schemas: { [schema]: shape?.schema ?? { type: 'object' } },
  };
}

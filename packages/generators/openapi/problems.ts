import { camelCase } from '@archwright/kernel';
import type { Schema } from './field-schema.ts';

/** RFC 9457. `type` is relative to the API, so it needs no host. */
export const problemSchema: Schema = {
  description: 'What went wrong, as RFC 9457 has it.',
  type: 'object',
  properties: {
    type: { type: 'string', format: 'uri-reference', description: 'Names the kind of problem; stable, safe to branch on.' },
    title: { type: 'string' },
    status: { type: 'integer', minimum: 400, maximum: 599 },
    detail: { type: 'string', description: 'For people; never to be parsed.' },
    instance: { type: 'string', format: 'uri-reference', description: 'This occurrence; quote it to support.' },
    errors: {
      type: 'array',
      description: 'Each faulty part of the request.',
      items: {
        type: 'object',
        properties: {
          pointer: { type: 'string', description: 'JSON Pointer into the body, or the name of a parameter.' },
          detail: { type: 'string' },
        },
        required: ['pointer', 'detail'],
      },
    },
  },
  required: ['type', 'title', 'status'],
};

interface Problem {
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly errors?: readonly { readonly pointer: string; readonly detail: string }[];
  readonly retry?: boolean;
}

const PROBLEMS = {
  badRequest: {
    status: 400,
    title: 'Bad request',
    detail: 'The request could not be read.',
    errors: [{ pointer: 'limit', detail: 'must be a whole number' }],
  },
  unauthorised: { status: 401, title: 'Not signed in', detail: 'The credential is missing, expired or not valid.' },
  forbidden: { status: 403, title: 'Not allowed', detail: 'The credential lacks a scope this operation needs.' },
  notFound: { status: 404, title: 'Not found', detail: 'There is no such thing, or it is not yours to see.' },
  conflict: { status: 409, title: 'Conflict', detail: 'The state has changed, or a request with this key is still running.' },
  preconditionFailed: {
    status: 412,
    title: 'Changed meanwhile',
    detail: 'It is no longer the version in `If-Match`; read it again.',
  },
  contentTooLarge: { status: 413, title: 'Too large', detail: 'The body is larger than this operation takes.' },
  unsupportedMediaType: {
    status: 415,
    title: 'Media type not supported',
    detail: 'The body is not of a media type that this operation reads.',
  },
  unprocessable: {
    status: 422,
    title: 'Not valid',
    detail: 'The body was read but its values are not valid.',
    errors: [{ pointer: '/', detail: 'is not valid here' }],
  },
  tooManyRequests: { status: 429, title: 'Too many requests', detail: 'The limit of this operation is used up.', retry: true },
  internal: { status: 500, title: 'Internal error', detail: 'The fault is ours; it has been recorded.' },
  unavailable: { status: 503, title: 'Unavailable', detail: 'A part this operation needs does not answer.', retry: true },
} as const satisfies Record<string, Problem>;
export type ProblemName = keyof typeof PROBLEMS;

/** `{ '404': { $ref } }` for each problem, in order of status. */
export const problemReferences = (names: readonly ProblemName[]): Record<string, unknown> =>
  Object.fromEntries(
    names
      .toSorted((a, b) => PROBLEMS[a].status - PROBLEMS[b].status)
      .map((name) => [String(PROBLEMS[name].status), { $ref: `#/components/responses/${camelCase(name)}` }]),
  );

/** `components.responses`: one for each problem in use. */
export const problemResponses = (used: ReadonlySet<ProblemName>): Record<string, unknown> =>
  Object.fromEntries(
    (Object.keys(PROBLEMS) as ProblemName[]).filter((name) => used.has(name)).map((name) => [name, response(name)]),
  );

function response(name: ProblemName): unknown {
  const { status, title, detail, errors, retry }: Problem = PROBLEMS[name];
  const example = {
    type: `/problems/${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
    title,
    status,
    detail,
    instance: '/problems/occurrences/0192f3a1',
    ...(errors && { errors }),
  };
  return {
    description: title,
    ...(retry && {
      headers: {
        'Retry-After': { $ref: '#/components/headers/RetryAfter' },
        ...(status === 429 && { RateLimit: { $ref: '#/components/headers/RateLimit' } }),
      },
    }),
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' }, example } },
  };
}

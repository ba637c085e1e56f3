import type { Artefact, Proof } from '@archwright/model';
import { packageVersion } from '../package-version.ts';
import { proof, type Tool } from '../proof.ts';
import type { ContractOperation, Json, Place } from './contract.ts';
import { startMockServer, successOf } from './mock-server.ts';
import { readyOrProof } from './ready.ts';
import type { Validate } from './schema-validator.ts';

const CLAIM = 'a server made of the contract alone answers an HTTP client on every operation as the contract says';
const TIMEOUT_MS = 5_000;

interface Fault {
  readonly place: Place;
  readonly message: string;
}

/**
 * Starts a mock on loopback and calls every operation over HTTP: with the contract's own examples, then without a credential,
 * and with a body that is none. Each answer must be declared and valid.
 */
export async function proveMock(artefact: Artefact): Promise<Proof> {
  const by: Tool = { tool: 'node:http + ajv', version: `${process.versions.node} + ${packageVersion('ajv')}` };
  const ready = await readyOrProof(by, CLAIM, artefact);
  if ('outcome' in ready) return ready;
  const { contract, validate } = ready;
  const server = await startMockServer(contract, validate);
  try {
    const faults: Fault[] = [];
    let calls = 0;
    for (const operation of contract.operations)
      for (const call of callsOf(operation)) {
        calls += 1;
        const message = await objection(server.origin, operation, call, validate);
        if (message !== undefined) faults.push({ place: operation.place, message });
      }
    const lines = faults.map(
      ({ place, message }) => `${contract.lineOf(place) ?? '?'}: ${place.slice(1).join(' › ')}: ${message}`,
    );
    const log = `${calls} calls to ${contract.operations.length} operations on ${server.origin.replace(/:\d+$/, '')}`;
    return faults.length === 0
      ? proof(by, artefact.path, CLAIM, 'accepted', log)
      : proof(by, artefact.path, CLAIM, 'rejected', lines.join('\n'), contract.lineOf(faults[0]!.place));
  } finally {
    await server.close();
  }
}

interface Call {
  readonly what: string;
  readonly expected: string;
  readonly credential: boolean;
  readonly body: Json | undefined;
}

function callsOf(operation: ContractOperation): readonly Call[] {
  const success = successOf(operation)?.status ?? '2XX';
  const body = operation.body?.content[0]?.example;
  const sound: Call = { what: 'its own examples', expected: success === '101' ? '426' : success, credential: true, body };
  return [
    sound,
    ...(operation.schemes.length > 0 ? [{ ...sound, what: 'no credential', expected: '401', credential: false }] : []),
    ...(operation.body?.required ? [{ ...sound, what: 'a body that is no object', expected: '422', body: [0] }] : []),
  ];
}

async function objection(
  origin: string,
  operation: ContractOperation,
  call: Call,
  validate: Validate,
): Promise<string | undefined> {
  const { body, what, expected, credential } = call;
  const { path, headers } = requestOf(operation, credential);
  if (path === undefined) return 'a path or required parameter has no example, so it cannot be called';
  const mediaType = operation.body?.content[0]?.mediaType;
  const response = await fetch(`${origin}${path}`, {
    method: operation.method.toUpperCase(),
    headers: { ...headers, ...(mediaType && body !== undefined && { 'content-type': mediaType }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    redirect: 'manual',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  const text = await response.text();
  if (String(response.status) !== expected) return `with ${what} it answers ${response.status}, not ${expected}`;
  const declared = operation.responses.find(({ status }) => status === String(response.status));
  if (!declared && expected !== '426') return `with ${what} it answers ${expected}, which is not declared`;
  const content = declared?.content[0];
  if (expected === '426' || !content || !content.mediaType.endsWith('json')) return undefined;
  const fault = validate(content.schema, JSON.parse(text) as Json);
  return fault && `with ${what} it answers ${expected} with a body that its schema refuses: ${fault}`;
}

/** Path and headers made of the parameters' examples; no path where one is missing. */
export function requestOf(
  { path, parameters }: ContractOperation,
  credential: boolean,
): { readonly path: string | undefined; readonly headers: Readonly<Record<string, string>> } {
  const given = parameters.filter(({ required, in: where, example }) => required || where === 'path' || example !== undefined);
  if (given.some(({ example }) => example === undefined)) return { path: undefined, headers: {} };
  const text = (example: Json | undefined): string => (Array.isArray(example) ? example.join(',') : String(example));
  const inside = (where: string) => given.filter((parameter) => parameter.in === where);
  const values = new Map(inside('path').map(({ name, example }) => [name, text(example)]));
  const filled = path.replace(/\{([^{}/]{1,100})\}/g, (part, name: string) => encodeURIComponent(values.get(name) ?? part));
  const query = new URLSearchParams(
    inside('query').map(({ name, example }): [string, string] => [name, text(example)]),
  ).toString();
  return {
    path: query ? `${filled}?${query}` : filled,
    headers: {
      ...(credential && { authorization: 'Bearer example' }),
      ...Object.fromEntries(inside('header').map(({ name, example }) => [name, text(example)])),
    },
  };
}

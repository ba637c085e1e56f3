import type { Artefact, Proof } from '@archwright/model';
import { packageVersion } from '../package-version.ts';
import { proof, type Tool } from '../proof.ts';
import { type Contract, type ContractOperation, isObject, type Place, valueAt } from './contract.ts';
import { readyOrProof } from './ready.ts';

const CLAIM = 'every body, parameter, answer and header has an example, and each is valid against its schema';

interface Fault {
  readonly place: Place;
  readonly message: string;
}

/** Ajv over every example of the document; a body or an answer without one is a fault. */
export async function proveExamples(artefact: Artefact): Promise<Proof> {
  const by: Tool = { tool: 'ajv', version: packageVersion('ajv') };
  const ready = await readyOrProof(by, CLAIM, artefact);
  if ('outcome' in ready) return ready;
  const { contract, validate } = ready;
  const all = [...contract.operations, ...contract.webhooks];
  const checked = all.flatMap((operation) => examplesOf(operation));
  const faults = [
    ...checked.flatMap(({ place, schema, example }): readonly Fault[] => {
      const message = validate(schema, example);
      return message === undefined ? [] : [{ place, message }];
    }),
    ...unwritable(contract),
  ];
  const lines = faults.map(({ place, message }) => `${contract.lineOf(place) ?? '?'}: ${place.join(' › ')}: ${message}`);
  return faults.length === 0
    ? proof(by, artefact.path, CLAIM, 'accepted', `${checked.length} examples of ${all.length} operations`)
    : proof(by, artefact.path, CLAIM, 'rejected', [...new Set(lines)].join('\n'), contract.lineOf(faults[0]!.place));
}

/** A body needs an example, as does an answer with content; a parameter and a header too. */
function examplesOf({ parameters, body, responses }: ContractOperation) {
  const contents = [...(body?.content ?? []), ...responses.flatMap(({ content }) => content)];
  const headers = responses.flatMap((response) => [...response.headers.values()]);
  return [...parameters, ...contents, ...headers].map(({ schema, example, place }) => ({
    schema,
    example,
    place: example === undefined ? place : [...place, 'example'],
  }));
}

/** What the server fills in must not be required of a caller. */
function unwritable({ document, operations }: Contract): readonly Fault[] {
  return operations.flatMap(({ body }) =>
    (body?.content ?? []).flatMap(({ schema }) => {
      const { $ref } = objectOf(document, schema);
      const at = typeof $ref === 'string' ? $ref.slice(2).split('/') : schema;
      const { properties, required } = objectOf(document, at);
      if (!isObject(properties) || !Array.isArray(required)) return [];
      return required.flatMap((name): readonly Fault[] => {
        const property = properties[String(name)];
        return isObject(property) && property['readOnly'] === true
          ? [{ place: [...at, 'properties', String(name)], message: 'is read-only, yet a body must have it' }]
          : [];
      });
    }),
  );
}

const objectOf = (document: Contract['document'], place: Place) => {
  const value = valueAt(document, place);
  return isObject(value) ? value : {};
};

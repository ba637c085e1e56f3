import type { Ajv2020 as Ajv2020Class } from 'ajv/dist/2020.js';
import { messageOf } from '../proof.ts';
import { type Contract, readContract, isObject, type Json, type JsonObject, type Place, pointerOf, valueAt } from './contract.ts';

/** Says what is wrong with a value, or nothing. */
export type Validate = (schema: Place, value: Json | undefined) => string | undefined;

/** Words of OpenAPI and of our own that say nothing about validity. */
export const ANNOTATIONS = ['x-classification', 'example', 'discriminator', 'xml', 'externalDocs'];
/** Formats that Ajv's set does not have; `decimal` is held by its pattern. */
export const NO_CHECK = ['decimal'];

/**
 * Ajv with JSON Schema 2020-12 over the schemas of one document, whose references stay within it. Strict: an unknown keyword
 * is an error, since a typo there would switch a check off.
 *
 * @throws where Ajv is not installed
 */
async function schemaValidator({ document }: Contract): Promise<Validate> {
  const [{ Ajv2020 }, formats] = await Promise.all([import('ajv/dist/2020.js'), import('ajv-formats')]);
  const ajv: Ajv2020Class = new Ajv2020({
    strict: true,
    strictTypes: false,
    strictRequired: false,
    allErrors: false,
    allowUnionTypes: true,
  });
  formats.default.default(ajv as never);
  for (const word of ANNOTATIONS) ajv.addKeyword(word);
  for (const format of NO_CHECK) ajv.addFormat(format, true);
  // References into the document resolve, since what they lead to travels with each schema; it is compiled only when referred to.
  ajv.addKeyword('components');
  const compiled = new Map<string, ReturnType<typeof ajv.compile>>();
  return (schema, value) => {
    const found = valueAt(document, schema);
    if (!isObject(found)) return 'there is no schema for it';
    const key = pointerOf(schema);
    let check = compiled.get(key);
    try {
      check ??= ajv.compile({ ...found, components: { schemas: referredTo(found, document) } });
    } catch (error) {
      return messageOf(error);
    }
    compiled.set(key, check);
    if (value === undefined) return 'there is no example';
    return check(value) ? undefined : ajv.errorsText(check.errors, { dataVar: 'value', separator: '; ' });
  };
}

/** The component schemas that a schema leads to: Ajv walks all that it is given, for each schema again. */
function referredTo(schema: Json, document: JsonObject): JsonObject {
  const found: Record<string, Json> = {};
  const queue = [schema];
  for (let next = queue.pop(); next !== undefined; next = queue.pop())
    for (const [, name] of JSON.stringify(next).matchAll(/"#\/components\/schemas\/([^"/]{1,200})"/g)) {
      const value = valueAt(document, ['components', 'schemas', name!]);
      if (value === undefined || Object.hasOwn(found, name!)) continue;
      found[name!] = value;
      queue.push(value);
    }
  return found;
}

let last:
  | { readonly content: string; readonly ready: Promise<{ readonly contract: Contract; readonly validate: Validate }> }
  | undefined;

/**
 * A document with its validator; the last one is kept, since several proofs ask for it in a row and compiling takes longest.
 *
 * @throws ContractFault on a document that cannot be read; what `import` throws where Ajv is not installed
 */
export function contractOf(content: string): Promise<{ readonly contract: Contract; readonly validate: Validate }> {
  if (last?.content !== content) {
    const read = async () => {
      const contract = readContract(content);
      return { contract, validate: await schemaValidator(contract) };
    };
    last = { content, ready: read() };
  }
  return last.ready;
}

import type { Artefact, Proof } from '@archwright/model';
import { isObject, type Json, type JsonObject, type Place, valueAt } from '../openapi/contract.ts';
import { readyOrProof } from '../openapi/ready.ts';
import { packageVersion } from '../package-version.ts';
import { messageOf, notRun, proof, type Prover, type Tool } from '../proof.ts';

const ACCEPTED = 'the official parser finds no fault and gives no warning';
const EXAMPLES = 'every message has an example, and its headers and payload are valid against their schemas';
const INSTALL = 'npm install @asyncapi/parser@3.6.3';

/** `asyncapi.yaml` through the official parser, and its examples through Ajv. */
export const proveAsyncapi: Prover = async (artefacts) => {
  const proofs: Proof[] = [];
  for (const artefact of artefacts.filter(({ path }) => /(?:^|\/)asyncapi\.ya?ml$/.test(path)))
    proofs.push(await parse(artefact), await checkExamples(artefact));
  return proofs;
};

interface Diagnostic {
  readonly code: string | number;
  readonly message: string;
  readonly path: readonly (string | number)[];
  readonly severity: number;
  readonly range: { readonly start: { readonly line: number } };
}
/** Severities of the parser: 0 error, 1 warning, 2 information, 3 hint. */
const WARNING = 1;

let loaded: Promise<(content: string) => Promise<readonly Diagnostic[]>> | undefined;
async function load(): Promise<(content: string) => Promise<readonly Diagnostic[]>> {
  const { Parser } = await import('@asyncapi/parser');
  // The document stands alone: nothing it refers to is read from the disk or the network.
  const refuse = { canRead: () => true, read: () => Promise.reject(new Error('refers to something outside the document')) };
  const parser = new Parser({
    __unstable: {
      resolver: {
        resolvers: [
          { schema: 'file', ...refuse },
          { schema: 'http', ...refuse },
          { schema: 'https', ...refuse },
        ],
      },
    },
  });
  return async (content) => (await parser.parse(content)).diagnostics as readonly Diagnostic[];
}

async function parse(artefact: Artefact): Promise<Proof> {
  const by: Tool = { tool: '@asyncapi/parser', version: packageVersion('@asyncapi/parser') };
  let diagnose: (content: string) => Promise<readonly Diagnostic[]>;
  try {
    diagnose = await (loaded ??= load());
  } catch (error) {
    loaded = undefined;
    return notRun(by, ACCEPTED, [artefact], `the parser is not installed (${messageOf(error).split('\n')[0]}); ${INSTALL}`)[0]!;
  }
  const found = (await diagnose(artefact.content)).filter(
    ({ severity, code }) => severity <= WARNING && code !== 'asyncapi-latest-version',
  );
  const log = found
    .map(({ range, code, path, message }) => `${range.start.line + 1}: ${code}: ${path.join(' › ')}: ${message}`)
    .join('\n');
  const [first] = found;
  return proof(
    by,
    artefact.path,
    ACCEPTED,
    first ? 'rejected' : 'accepted',
    log || 'no finding',
    first && first.range.start.line + 1,
  );
}

async function checkExamples(artefact: Artefact): Promise<Proof> {
  const by: Tool = { tool: 'ajv', version: packageVersion('ajv') };
  const ready = await readyOrProof(by, EXAMPLES, artefact);
  if ('outcome' in ready) return ready;
  const { contract, validate } = ready;
  const messages: Place = ['components', 'messages'];
  const names = Object.keys(objectAt(contract.document, messages));
  const faults = names.flatMap((name) => {
    const place = [...messages, name];
    const { examples, headers } = objectAt(contract.document, place);
    if (!Array.isArray(examples) || examples.length === 0) return [{ place, message: 'there is no example' }];
    return examples.flatMap((example: Json, index: number) =>
      (headers === undefined ? ['payload'] : ['headers', 'payload']).flatMap((part) => {
        const value = isObject(example) ? example[part] : undefined;
        const message = validate([...place, part], value);
        return message === undefined ? [] : [{ place: [...place, 'examples', index, part], message }];
      }),
    );
  });
  const log = faults.map(({ place, message }) => `${contract.lineOf(place) ?? '?'}: ${place.join(' › ')}: ${message}`).join('\n');
  const line = faults[0] && contract.lineOf(faults[0].place);
  return proof(
    by,
    artefact.path,
    EXAMPLES,
    faults.length === 0 ? 'accepted' : 'rejected',
    log || `${names.length} messages`,
    line,
  );
}

const objectAt = (document: JsonObject, place: Place): JsonObject => {
  const value = valueAt(document, place);
  return isObject(value) ? value : {};
};

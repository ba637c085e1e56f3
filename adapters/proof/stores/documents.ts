import type { Artefact } from '@archwright/model';
import * as z from 'zod';
import { type LocatedDocument, locatedDocuments, syntaxFault } from '../documents/located-yaml.ts';
import { type Finding, judge, schemaFindings } from '../findings.ts';
import { ANNOTATIONS, NO_CHECK } from '../openapi/schema-validator.ts';
import { packageVersion } from '../package-version.ts';
import { messageOf, notRun, type Prover } from '../proof.ts';
import { hotKeyEntry, hotKeyFault } from './hot-key.ts';

const CLAIM =
  'each collection has a schema that compiles, its partition key and indexes name declared fields, and no key is hotter than its cure says (no document store was asked)';

const path = z.string().regex(/^\/[^/]+$/, 'is no path of a field');
const collection = z.strictObject({
  name: z.string().min(1),
  key: z.array(z.string()),
  partitionKey: path,
  schema: z.looseObject({ properties: z.record(z.string(), z.unknown()), required: z.array(z.string()).optional() }),
  unique: z.array(z.string()),
  indexes: z.array(
    z.strictObject({
      serves: z.string(),
      paths: z.array(z.strictObject({ path, order: z.enum(['ascending', 'descending']) })),
      hotKey: hotKeyEntry.optional(),
    }),
  ),
  timeToLiveSeconds: z.number().positive().optional(),
  classification: z.string(),
});
const file = z.strictObject({ comment: z.string(), collections: z.array(collection).min(1) });

/** `documents.json`: what a document store without a schema language of its own is told. */
export const proveDocumentStores: Prover = async (artefacts) => {
  const files = artefacts.filter(({ path: name }) => name.endsWith('/documents.json'));
  if (files.length === 0) return [];
  const by = { tool: 'ajv', version: packageVersion('ajv') };
  try {
    const [{ Ajv2020 }, { default: formats }] = await Promise.all([import('ajv/dist/2020.js'), import('ajv-formats')]);
    const compile = (schema: object): void => {
      const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, strictRequired: true });
      formats.default(ajv as never);
      for (const word of ANNOTATIONS) ajv.addKeyword(word);
      for (const format of NO_CHECK) ajv.addFormat(format, true);
      ajv.compile(schema);
    };
    return await Promise.all(files.map((one) => judge(by, CLAIM, one, () => findingsOf(one, compile), 'no finding')));
  } catch (error) {
    return notRun(by, CLAIM, files, `the validator could not be loaded: ${messageOf(error)}`);
  }
};

function findingsOf({ content }: Artefact, compile: (schema: object) => void): readonly Finding[] {
  const [document] = locatedDocuments(content);
  if (!document) return [syntaxFault(content)];
  const faults = schemaFindings(file, document);
  if (faults.length > 0) return faults;
  return (document.value as z.infer<typeof file>).collections.flatMap((one, index) =>
    collectionFindings(one, index, document, compile),
  );
}

function collectionFindings(
  one: z.infer<typeof collection>,
  index: number,
  document: LocatedDocument,
  compile: (schema: object) => void,
): readonly Finding[] {
  const at = (place: readonly (string | number)[], message: string): Finding => ({
    message: `${one.name}: ${message}`,
    line: document.lineOf(['collections', index, ...place]),
  });
  const declared = new Set(Object.keys(one.schema.properties));
  const missing = (name: string): boolean => !declared.has(name.replace(/^\//, ''));
  try {
    compile(one.schema);
  } catch (error) {
    return [at(['schema'], messageOf(error))];
  }
  return [
    ...(missing(one.partitionKey) ? [at(['partitionKey'], `${one.partitionKey} is not declared`)] : []),
    ...[...one.key, ...one.unique].filter(missing).map((name) => at(['key'], `${name} is not declared`)),
    ...one.indexes.flatMap(({ paths, hotKey }, place) => [
      ...paths.flatMap(({ path: name }, part) =>
        missing(name) ? [at(['indexes', place, 'paths', part], `${name} is not declared`)] : [],
      ),
      ...[hotKey && hotKeyFault(hotKey, declared)]
        .filter((fault) => fault !== undefined)
        .map((fault) => at(['indexes', place, 'hotKey'], fault)),
    ]),
  ];
}

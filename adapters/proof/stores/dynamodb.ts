import type { Artefact } from '@archwright/model';
import * as z from 'zod';
import { type LocatedDocument, locatedDocuments, syntaxFault } from '../documents/located-yaml.ts';
import { judge, schemaFindings, type Finding } from '../findings.ts';
import type { Prover } from '../proof.ts';
import { hotKeyEntry, hotKeyFault } from './hot-key.ts';

const BY = { tool: 'DynamoDB request schema', version: '2012-08-10' };
const CLAIM =
  'it follows CreateTable, keys and indexes use exactly the attributes defined, items are below 400 KB, and no key is hotter than its cure says (no DynamoDB was asked)';

/** @source https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_CreateTable.html and .../developerguide/ServiceQuotas.html, read 2026-11-30 */
const LARGEST_ITEM = 409_600;
const MOST_INDEXES = 20;
const name = z.string().min(1).max(255);
const key = z
  .array(z.strictObject({ AttributeName: name, KeyType: z.enum(['HASH', 'RANGE']) }))
  .min(1)
  .max(2)
  .refine(
    ([first, second]) => first?.KeyType === 'HASH' && (second === undefined || second.KeyType === 'RANGE'),
    'is no key: HASH comes first, then RANGE',
  );
const table = z.strictObject({
  TableName: z.string().regex(/^[a-zA-Z0-9_.-]{3,255}$/, 'is no table name'),
  BillingMode: z.enum(['PAY_PER_REQUEST', 'PROVISIONED']),
  KeySchema: key,
  AttributeDefinitions: z.array(z.strictObject({ AttributeName: name, AttributeType: z.enum(['S', 'N', 'B']) })).min(1),
  GlobalSecondaryIndexes: z
    .array(
      z.strictObject({
        IndexName: z.string().regex(/^[a-zA-Z0-9_.-]{3,255}$/, 'is no index name'),
        KeySchema: key,
        Projection: z.strictObject({
          ProjectionType: z.enum(['ALL', 'KEYS_ONLY', 'INCLUDE']),
          NonKeyAttributes: z.array(name).optional(),
        }),
      }),
    )
    .max(MOST_INDEXES)
    .optional(),
  SSESpecification: z.strictObject({ Enabled: z.literal(true) }),
  PointInTimeRecoverySpecification: z.strictObject({ PointInTimeRecoveryEnabled: z.literal(true) }),
  TimeToLiveSpecification: z.strictObject({ AttributeName: name, Enabled: z.boolean() }).optional(),
  // What CreateTable does not take, for people and for these checks.
  timeToLiveSeconds: z.number().positive().optional(),
  itemBytes: z.number().positive().max(LARGEST_ITEM, 'is larger than an item may be').optional(),
  uniqueGuards: z.array(z.string()).optional(),
  classification: z.string(),
  accessPatterns: z.array(
    z.strictObject({
      id: z.string(),
      purpose: z.string(),
      servedBy: z.union([z.string(), z.null()]),
      condition: z.string().optional(),
      because: z.string().optional(),
      hotKey: hotKeyEntry.optional(),
    }),
  ),
});
const file = z.strictObject({ comment: z.string(), tables: z.array(table).min(1) });

/** `dynamodb.json`: what CreateTable would refuse, and what would overflow. */
export const proveDynamodb: Prover = async (artefacts) =>
  Promise.all(
    artefacts
      .filter(({ path }) => path.endsWith('/dynamodb.json'))
      .map((one) => judge(BY, CLAIM, one, () => findingsOf(one), 'no finding')),
  );

function findingsOf({ content }: Artefact): readonly Finding[] {
  const [document] = locatedDocuments(content);
  if (!document) return [syntaxFault(content)];
  const faults = schemaFindings(file, document);
  if (faults.length > 0) return faults;
  return (document.value as z.infer<typeof file>).tables.flatMap((one, index) => tableFindings(one, index, document));
}

function tableFindings(one: z.infer<typeof table>, index: number, document: LocatedDocument): readonly Finding[] {
  const at = (path: readonly (string | number)[], message: string): Finding => ({
    message: `${one.TableName}: ${message}`,
    line: document.lineOf(['tables', index, ...path]),
  });
  const indexes = one.GlobalSecondaryIndexes ?? [];
  const defined = one.AttributeDefinitions.map(({ AttributeName }) => AttributeName);
  const used = [one.KeySchema, ...indexes.map(({ KeySchema }) => KeySchema)].flat().map(({ AttributeName }) => AttributeName);
  const columns = new Set(used.flatMap((attribute) => attribute.split('#')));
  const names = ['table', ...indexes.map(({ IndexName }) => IndexName)];
  return [
    ...used
      .filter((attribute) => !defined.includes(attribute))
      .map((attribute) => at(['AttributeDefinitions'], `the key attribute ${attribute} is not defined`)),
    ...defined.flatMap((attribute, place) =>
      used.includes(attribute) ? [] : [at(['AttributeDefinitions', place], `${attribute} is defined and in no key`)],
    ),
    ...one.accessPatterns.flatMap(({ servedBy, because, id, hotKey }, place) => [
      ...(servedBy !== null && !names.includes(servedBy)
        ? [at(['accessPatterns', place, 'servedBy'], `${id}: there is no index ${servedBy}`)]
        : []),
      ...(servedBy === null && !because ? [at(['accessPatterns', place], `${id} is served by nothing, without a reason`)] : []),
      ...[hotKey && hotKeyFault(hotKey, columns)]
        .filter((fault) => fault !== undefined)
        .map((fault) => at(['accessPatterns', place, 'hotKey'], `${id}: ${fault}`)),
    ]),
  ];
}

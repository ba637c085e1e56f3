import { REQUIREMENT_KEYS, REQUIREMENT_ORIGINS, type RequirementKey } from '@archwright/model';
import * as z from 'zod';
import { NUMBER_FIELDS, SECTIONS, WORD_FIELDS } from './field.ts';

const LONGEST_TEXT = 200_000;
const MOST_ENTRIES = 1_000;

const text = z.string().max(2_000);
const identifier = z.string().min(1).max(200);
const quantity = z
  .union([text, z.strictObject({ low: text, likely: text, high: text })])
  .describe('a quantity with its unit, such as "1,000,000 / day", "30 days", "400 B"; or low, likely and high');

const wordsField = z.array(z.string().min(1).max(200)).max(MOST_ENTRIES);

/** The fields of one section, each optional. */
function section(name: string): z.ZodType {
  const numbers = NUMBER_FIELDS.filter((field) => field.section === name).map((field) => {
    const bounded = field.maximum === undefined ? z.number().min(0) : z.number().min(0).max(field.maximum);
    return [field.name, bounded.optional().describe(field.meaning)] as const;
  });
  const words = WORD_FIELDS.filter((field) => field.section === name).map(
    (field) => [field.name, (field.isList ? wordsField : identifier).optional().describe(field.meaning)] as const,
  );
  return z.strictObject(Object.fromEntries([...numbers, ...words])).optional();
}

const requirement = z.strictObject({
  id: identifier,
  key: z.enum(Object.keys(REQUIREMENT_KEYS) as [RequirementKey, ...RequirementKey[]]),
  subject: identifier.optional(),
  detail: text.optional(),
  quantity: quantity.optional(),
  value: text.optional(),
  origin: z.enum(REQUIREMENT_ORIGINS).optional().describe('how it came to be; stated where absent'),
  statement: text.optional().describe('the requirement as a sentence'),
  reason: text.optional(),
});

const activity = z.strictObject({
  id: identifier,
  verb: z.string().max(200),
  object: z.string().max(200),
  actor: identifier.optional(),
  kind: z.enum(['read', 'write', 'stream', 'job']),
  rate: quantity.optional().describe('mean rate, such as "1,000,000 / day"'),
  peakRate: quantity.optional(),
  size: quantity.optional().describe('bytes of one occurrence'),
  retention: quantity.optional().describe('how long its records are kept'),
});

const entity = z.strictObject({
  name: identifier,
  count: quantity.optional().describe('how many exist'),
  size: quantity.optional().describe('bytes of one'),
});

/** `archwright.yaml`: everything a brief can say, said exactly. Unknown fields are errors. */
export const specificationSchema = z.strictObject({
  version: z.literal(1),
  title: z.string().min(1).max(200).optional(),
  brief: z.string().max(LONGEST_TEXT).optional().describe('the text the requirements were read from'),
  intent: z.enum(['design', 'choose', 'compare', 'estimate', 'review', 'explain']).optional(),
  ...Object.fromEntries(SECTIONS.map((name) => [name, section(name)])),
  requirements: z.array(requirement).max(MOST_ENTRIES).optional(),
  activities: z.array(activity).max(MOST_ENTRIES).optional(),
  entities: z.array(entity).max(MOST_ENTRIES).optional(),
  decisions: z.record(identifier, identifier).optional().describe('decision id to the option that is pinned'),
  answers: z.record(identifier, z.string().max(10_000)).optional().describe('question id to the answer'),
});

export type SpecificationFile = z.infer<typeof specificationSchema>;

/** JSON Schema of the file, for editors; made from the same schema that reads it. */
export const specificationJsonSchema = (): Record<string, unknown> => ({
  ...(z.toJSONSchema(specificationSchema) as Record<string, unknown>),
  title: 'archwright.yaml',
});

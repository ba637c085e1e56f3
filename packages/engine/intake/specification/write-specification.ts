import { slug } from '@archwright/kernel';
import type { Requirement } from '@archwright/model';
import { Document, isScalar, type Node } from 'yaml';
import { fieldId, NUMBER_FIELDS, type NumberField, SECTIONS, WORD_FIELDS, type WordField } from './field.ts';
import { writeInterval } from './quantity-text.ts';
import { present, type Specification, type SpecifiedActivity, type SpecifiedEntity } from './specification.ts';

const HEADER = [
  ' What the design must meet, as it was understood. Edit it and run `archwright design archwright.yaml`.',
  ' A quantity carries its unit in the name of its field, or in its text.',
].join('\n');

/** The number to write in a field, if the field says all there is to say and reading multiplies back to the same value. */
function asNumber(field: NumberField, requirement: Requirement): number | undefined {
  const { quantity } = requirement;
  if (!quantity || quantity.unit !== field.unit || quantity.low !== quantity.likely || quantity.likely !== quantity.high)
    return undefined;
  const written = Number((quantity.likely / field.factor).toPrecision(15));
  const isInside = written >= 0 && written <= (field.maximum ?? Infinity);
  return isInside && written * field.factor === quantity.likely ? written : undefined;
}

const isPlain = ({ origin, reason }: Requirement): boolean => origin === 'stated' && reason === undefined;

function numberFieldOf(requirement: Requirement): { field: NumberField; written: number } | undefined {
  if (!isPlain(requirement) || requirement.value !== undefined) return undefined;
  const { id, key, subject, detail } = requirement;
  const field = NUMBER_FIELDS.find(
    (candidate) =>
      candidate.key === key && candidate.subject === subject && candidate.detail === detail && fieldId(candidate) === id,
  );
  const written = field && asNumber(field, requirement);
  return field && written !== undefined ? { field, written } : undefined;
}

function wordFieldOf(requirement: Requirement): WordField | undefined {
  const { id, key, subject, detail, value, quantity } = requirement;
  if (!isPlain(requirement) || value === undefined || value === '' || value.length > 200 || quantity || detail !== undefined)
    return undefined;
  return WORD_FIELDS.find(
    (field) => field.key === key && fieldId(field, value) === id && subject === (field.isSubject ? slug(value) : undefined),
  );
}

type Sections = Record<string, Record<string, unknown>>;

/** Puts each requirement in its field, and those without one in the list. */
function distribute(requirements: readonly Requirement[]): {
  sections: Sections;
  rest: readonly Requirement[];
  comments: ReadonlyMap<string, string>;
} {
  const sections: Sections = Object.fromEntries(SECTIONS.map((name) => [name, {}]));
  const comments = new Map<string, string>();
  const rest: Requirement[] = [];
  for (const requirement of requirements) {
    const number = numberFieldOf(requirement);
    const word = number ? undefined : wordFieldOf(requirement);
    const field = number?.field ?? word;
    const section = field && sections[field.section]!;
    if (!field || !section || (field.name in section && !(word?.isList ?? false))) rest.push(requirement);
    else if (number) section[field.name] = number.written;
    else
      section[field.name] = word!.isList
        ? [...((section[field.name] as string[] | undefined) ?? []), requirement.value!]
        : requirement.value!;
    if (number && section) comments.set(`${field.section}.${field.name}`, requirement.statement);
  }
  return { sections, rest, comments };
}

const writtenRequirement = ({
  id,
  key,
  subject,
  detail,
  quantity,
  value,
  origin,
  statement,
  reason,
}: Requirement): Record<string, unknown> =>
  present({ id, key, subject, detail, quantity: quantity && writeInterval(quantity), value, origin, statement, reason });

const writtenActivity = ({ rate, peakRate, size, retention, ...words }: SpecifiedActivity): Record<string, unknown> => ({
  ...words,
  ...present({
    rate: rate && writeInterval(rate),
    peakRate: peakRate && writeInterval(peakRate),
    size: size && writeInterval(size),
    retention: retention && writeInterval(retention),
  }),
});

const writtenEntity = ({ name, count, size }: SpecifiedEntity): Record<string, unknown> => ({
  name,
  ...present({ count: count && writeInterval(count), size: size && writeInterval(size) }),
});

const filled = (value: unknown): boolean =>
  value !== undefined && (typeof value !== 'object' || value === null || Object.keys(value).length > 0);

/**
 * Writes `archwright.yaml`. `readSpecification` of the text gives the same requirements but for their places and the wording
 * of those that have a field of their own, which stays beside them as a comment.
 */
export function writeSpecification(specification: Specification): string {
  const { version, title, brief, intent, requirements, activities, entities, decisions, answers } = specification;
  const { sections, rest, comments } = distribute(requirements);
  const fields: Record<string, unknown> = {
    version,
    title,
    brief,
    intent,
    ...sections,
    requirements: rest.map(writtenRequirement),
    activities: activities.map(writtenActivity),
    entities: entities.map(writtenEntity),
    decisions,
    answers,
  };
  const document = new Document(Object.fromEntries(Object.entries(fields).filter(([, value]) => filled(value))), {
    version: '1.2',
    schema: 'core',
    aliasDuplicateObjects: false,
  });
  document.commentBefore = HEADER;
  for (const [path, statement] of comments) comment(document.getIn(path.split('.'), true) as Node | undefined, statement);
  return document.toString({ lineWidth: 120 });
}

/** A comment is one line: the statement without line breaks. */
function comment(node: Node | undefined, statement: string): void {
  const line = statement.replaceAll(/\p{Cc}|\s/gu, ' ').trim();
  if (isScalar(node) && line !== '') node.comment = ` ${line.slice(0, 160)}`;
}

import { type Diagnostic, formatQuantity, type Outcome, type Place, slug } from '@archwright/kernel';
import type { Requirement } from '@archwright/model';
import { fieldId, NUMBER_FIELDS, type NumberField, WORD_FIELDS, type WordField } from './field.ts';
import { issueDiagnostics } from './issue-diagnostic.ts';
import { type ParsedInterval, type QuantityText, readInterval, unitOfKey } from './quantity-text.ts';
import { type SpecificationFile, specificationSchema } from './schema.ts';
import { present, type Specification } from './specification.ts';
import { parseYaml, type Path, type YamlSource } from './yaml-source.ts';

/**
 * Reads `archwright.yaml`. All problems are collected; with an error the value is undefined.
 *
 * @diagnostics `specification/not-yaml`, `specification/too-long`, `specification/unknown-field`,
 *   `specification/invalid-value`, `specification/not-a-quantity`, `specification/quantity-or-value`,
 *   `specification/duplicate-id`
 */
export function readSpecification(yamlText: string, fileName: string): Outcome<Specification | undefined> {
  const { source, diagnostics } = parseYaml(yamlText, fileName);
  if (!source) return { value: undefined, diagnostics };
  const parsed = specificationSchema.safeParse(source.value);
  if (!parsed.success)
    return { value: undefined, diagnostics: parsed.error.issues.flatMap((issue) => issueDiagnostics(issue, source)) };
  const reader = new FileReader(parsed.data, source);
  const value = reader.read();
  return { value: reader.diagnostics.length > 0 ? undefined : value, diagnostics: reader.diagnostics };
}

type Section = Readonly<Record<string, unknown>>;
type WrittenRequirement = NonNullable<SpecificationFile['requirements']>[number];

/** Turns a file of the right shape into a specification, and collects what the shape cannot say. */
class FileReader {
  readonly diagnostics: Diagnostic[] = [];
  readonly #file: SpecificationFile;
  readonly #source: YamlSource;

  constructor(file: SpecificationFile, source: YamlSource) {
    this.#file = file;
    this.#source = source;
  }

  read(): Specification {
    const { version, title, brief, intent, activities, entities, decisions, answers } = this.#file;
    return {
      version,
      ...present({ title, brief, intent }),
      requirements: this.#requirements(),
      activities: (activities ?? []).map(({ id, verb, object, actor, kind, rate, peakRate, size, retention }, index) => ({
        id,
        verb,
        object,
        kind,
        ...present({
          actor,
          rate: this.#quantity(rate, '1/s', ['activities', index, 'rate']),
          peakRate: this.#quantity(peakRate, '1/s', ['activities', index, 'peakRate']),
          size: this.#quantity(size, 'B', ['activities', index, 'size']),
          retention: this.#quantity(retention, 's', ['activities', index, 'retention']),
        }),
      })),
      entities: (entities ?? []).map(({ name, count, size }, index) => ({
        name,
        ...present({
          count: this.#quantity(count, 'count', ['entities', index, 'count']),
          size: this.#quantity(size, 'B', ['entities', index, 'size']),
        }),
      })),
      decisions: decisions ?? {},
      answers: answers ?? {},
    };
  }

  #requirements(): readonly Requirement[] {
    const written = (this.#file.requirements ?? []).flatMap((requirement, index) =>
      this.#general(requirement, ['requirements', index]),
    );
    const all = [
      ...NUMBER_FIELDS.flatMap((field) => this.#number(field)),
      ...WORD_FIELDS.flatMap((field) => this.#words(field)),
      ...written,
    ];
    const seen = new Set<string>();
    for (const { id, at } of all) {
      if (seen.has(id))
        this.#problem(
          'specification/duplicate-id',
          `Two requirements have the id \`${id}\``,
          at,
          'Give each requirement an id of its own, or leave out one of the two.',
        );
      seen.add(id);
    }
    return all;
  }

  #section(field: NumberField | WordField): unknown {
    return ((this.#file as Section)[field.section] as Section | undefined)?.[field.name];
  }

  #number(field: NumberField): readonly Requirement[] {
    const written = this.#section(field);
    if (typeof written !== 'number') return [];
    const value = written * field.factor;
    const statement = `${field.meaning}: ${formatQuantity(value, field.unit)}`;
    const { key, subject, detail, unit } = field;
    return [
      {
        id: fieldId(field),
        key,
        ...present({ subject, detail }),
        quantity: { low: value, likely: value, high: value, unit },
        origin: 'stated',
        at: this.#source.placeOf([field.section, field.name]),
        statement,
      },
    ];
  }

  #words(field: WordField): readonly Requirement[] {
    const written = this.#section(field);
    const values = typeof written === 'string' ? [written] : Array.isArray(written) ? (written as readonly string[]) : [];
    return values.map((value, index) => ({
      id: fieldId(field, value),
      key: field.key,
      ...(field.isSubject ? { subject: slug(value) } : {}),
      value,
      origin: 'stated',
      at: this.#source.placeOf(field.isList ? [field.section, field.name, index] : [field.section, field.name]),
      statement: `${field.key}: ${value}`,
    }));
  }

  #general(written: WrittenRequirement, path: Path): readonly Requirement[] {
    const { id, key, subject, detail, value, origin = 'stated', reason } = written;
    const at = this.#source.placeOf(path);
    if ((written.quantity === undefined) === (value === undefined)) {
      this.#problem(
        'specification/quantity-or-value',
        `The requirement \`${id}\` needs either \`quantity\` or \`value\``,
        at,
        'A quantity is a number with its unit, a value is a word.',
      );
      return [];
    }
    const quantity = this.#quantity(written.quantity, unitOfKey(key), [...path, 'quantity']);
    const said = value ?? (quantity ? formatQuantity(quantity.likely, quantity.unit) : '');
    const statement = written.statement ?? `${[key, subject].filter(Boolean).join(' of ')}: ${said}`;
    return [{ id, key, ...present({ subject, detail, quantity, value }), origin, at, statement, ...present({ reason }) }];
  }

  #quantity(written: QuantityText | undefined, unit: string | undefined, path: Path): ParsedInterval | undefined {
    if (written === undefined) return undefined;
    const read = readInterval(written, unit);
    if (typeof read !== 'string') return read;
    this.#problem(
      'specification/not-a-quantity',
      read,
      this.#source.placeOf(path),
      'Write a number and its unit: "1,000,000 / day", "30 days", "400 B", "20 USD/month".',
    );
    return undefined;
  }

  #problem(code: string, message: string, at: Place | undefined, hint: string): void {
    this.diagnostics.push({ code, severity: 'error', message, ...(at ? { at } : {}), hint });
  }
}

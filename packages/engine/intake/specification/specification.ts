import { type FigureBook, type Interval, isGiven, type Unit } from '@archwright/kernel';
import type { Activity, Intent, Reading, Requirement } from '@archwright/model';
import type { ParsedInterval } from './quantity-text.ts';

/** An activity with its quantities, as the file has them. */
export interface SpecifiedActivity {
  readonly id: string;
  readonly verb: string;
  readonly object: string;
  readonly actor?: string;
  readonly kind: Activity['kind'];
  readonly rate?: ParsedInterval;
  readonly peakRate?: ParsedInterval;
  readonly size?: ParsedInterval;
  readonly retention?: ParsedInterval;
}

export interface SpecifiedEntity {
  readonly name: string;
  readonly count?: ParsedInterval;
  readonly size?: ParsedInterval;
}

/** What `archwright.yaml` says. */
export interface Specification {
  readonly version: 1;
  readonly title?: string;
  readonly brief?: string;
  readonly intent?: Intent;
  readonly requirements: readonly Requirement[];
  readonly activities: readonly SpecifiedActivity[];
  readonly entities: readonly SpecifiedEntity[];
  /** Decision id → option id. */
  readonly decisions: Readonly<Record<string, string>>;
  /** Question id → answer. */
  readonly answers: Readonly<Record<string, string>>;
}

const valueOf = (figures: FigureBook, id: string | undefined): (Interval & { readonly unit: Unit }) | undefined => {
  const figure = id === undefined ? undefined : figures.get(id);
  // What was computed follows from the rest again; written down it would pass for a statement.
  return figure && (figure.origin === 'stated' || isGiven(figure.origin))
    ? { low: figure.low, likely: figure.likely, high: figure.high, unit: figure.unit }
    : undefined;
};

/** Drops absent fields, so that optional ones stay absent. */
export const present = <T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };

/** A reading as a specification: what the tool writes so that a design can be edited and run again. */
export function specificationOf(
  reading: Reading,
  figures: FigureBook,
  settled: { readonly decisions?: Readonly<Record<string, string>>; readonly answers?: Readonly<Record<string, string>> } = {},
): Specification {
  return {
    version: 1,
    title: reading.title,
    ...(reading.text === '' ? {} : { brief: reading.text }),
    intent: reading.intent,
    requirements: reading.requirements,
    activities: reading.activities.map(({ id, verb, object, actor, kind, meanRate, peakRate, bytes, retention }) => ({
      id,
      verb,
      object,
      kind,
      ...present({
        actor,
        rate: valueOf(figures, meanRate),
        peakRate: valueOf(figures, peakRate),
        size: valueOf(figures, bytes),
        retention: valueOf(figures, retention),
      }),
    })),
    entities: reading.entities.map(({ name, population, bytes }) => ({
      name,
      ...present({ count: valueOf(figures, population), size: valueOf(figures, bytes) }),
    })),
    decisions: settled.decisions ?? {},
    answers: settled.answers ?? {},
  };
}

/** The requirements of a specification, with those that its activities and entities imply and no requirement states. */
export function specifiedRequirements(specification: Specification): readonly Requirement[] {
  const stated = new Set(specification.requirements.map(({ key, subject }) => `${key}|${subject ?? ''}`));
  const implied = (key: Requirement['key'], subject: string, quantity: ParsedInterval | undefined): readonly Requirement[] =>
    quantity === undefined || stated.has(`${key}|${subject}`)
      ? []
      : [
          {
            id: `${key}.${subject}`,
            key,
            subject,
            quantity,
            origin: 'stated',
            statement: `${key} of ${subject.replaceAll('-', ' ')}`,
          },
        ];
  return [
    ...specification.requirements,
    ...specification.activities.flatMap(({ id, rate, peakRate, size, retention }) => [
      ...implied('volume', id, rate),
      ...implied('volume.peak', id, peakRate),
      ...implied('size', id, size),
      ...implied('retention', id, retention),
    ]),
    ...specification.entities.flatMap(({ name, count, size }) => [
      ...implied('population', name, count),
      ...implied('size', name, size),
    ]),
  ];
}

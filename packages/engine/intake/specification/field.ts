import { SECONDS_PER_DAY, SECONDS_PER_MINUTE, SECONDS_PER_MONTH, type Unit } from '@archwright/kernel';
import type { RequirementKey } from '@archwright/model';

/** A number with a name of its own in the file; its unit is the last word of the name. */
export interface NumberField {
  readonly section: string;
  readonly name: string;
  readonly key: RequirementKey;
  readonly subject?: string;
  readonly detail?: string;
  readonly unit: Unit;
  /** Base units in one unit of the field. */
  readonly factor: number;
  readonly meaning: string;
  /** Largest allowed value, as written: shares end at 1. */
  readonly maximum?: number;
}

/** A word, or a list of words, with a name of its own in the file. */
export interface WordField {
  readonly section: string;
  readonly name: string;
  readonly key: RequirementKey;
  readonly isList: boolean;
  /** The word is also what the requirement is about: `existing`, `capability`. */
  readonly isSubject: boolean;
  readonly meaning: string;
}

const number = (
  section: string,
  name: string,
  key: RequirementKey,
  unit: Unit,
  factor: number,
  meaning: string,
  more: Partial<NumberField> = {},
): NumberField => ({
  section,
  name,
  key,
  unit,
  factor,
  meaning,
  ...more,
});

export const NUMBER_FIELDS: readonly NumberField[] = [
  number('scale', 'users', 'users', 'count', 1, 'people in all', { subject: 'user' }),
  number('scale', 'dailyUsers', 'users.daily', 'count', 1, 'people active a day', { subject: 'user' }),
  number('scale', 'monthlyUsers', 'users.monthly', 'count', 1, 'people active a month', { subject: 'user' }),
  number('scale', 'concurrentUsers', 'users.concurrent', 'count', 1, 'people connected at once', { subject: 'user' }),
  number('scale', 'peakFactor', 'peak-factor', 'ratio', 1, 'peak over mean, at least 1'),
  number('scale', 'growthPerYear', 'growth', 'ratio', 1, 'growth a year; 0.2 is 20 %'),
  number('scale', 'readWriteRatio', 'read-write-ratio', 'ratio', 1, 'reads for each write'),
  number('scale', 'retentionDays', 'retention', 's', SECONDS_PER_DAY, 'how long data is kept'),
  number('quality', 'latencyP50Ms', 'latency', 's', 0.001, 'median response time', { detail: 'p50' }),
  number('quality', 'latencyP95Ms', 'latency', 's', 0.001, 'response time that 95 % stay below', { detail: 'p95' }),
  number('quality', 'latencyP99Ms', 'latency', 's', 0.001, 'response time that 99 % stay below', { detail: 'p99' }),
  number('quality', 'availability', 'availability', 'ratio', 1, 'share of time in service, 0-1', { maximum: 1 }),
  number('quality', 'durability', 'durability', 'ratio', 1, 'share of data that survives a year, 0-1', { maximum: 1 }),
  number('recovery', 'rpoMinutes', 'rpo', 's', SECONDS_PER_MINUTE, 'data that may be lost'),
  number('recovery', 'rtoMinutes', 'rto', 's', SECONDS_PER_MINUTE, 'time to recover'),
  number('constraints', 'budgetUsdPerMonth', 'budget', 'USD/month', 1, 'money for infrastructure'),
  number('constraints', 'teamSize', 'team.size', 'count', 1, 'engineers who build and run it'),
  number('constraints', 'timelineMonths', 'timeline', 's', SECONDS_PER_MONTH, 'time to the first release'),
  number('constraints', 'hourlyRateUsd', 'hourly-rate', 'USD/h', 1, 'a loaded hour of an engineer'),
];

const word = (
  section: string,
  name: string,
  key: RequirementKey,
  meaning: string,
  isList = true,
  isSubject = false,
): WordField => ({ section, name, key, isList, isSubject, meaning });

export const WORD_FIELDS: readonly WordField[] = [
  word('constraints', 'regions', 'region', 'where users or servers are: eu, us, apac, global, or a named place'),
  word('constraints', 'residency', 'residency', 'where data must stay'),
  word('constraints', 'compliance', 'compliance', 'regimes: gdpr, hipaa, pci-dss, soc-2, iso-27001, ...'),
  word('constraints', 'provider', 'provider', 'the cloud that is given', false),
  word('constraints', 'existing', 'existing', 'technologies in use', true, true),
  word('constraints', 'prohibited', 'prohibition', 'technologies or kinds that must not be used', true, true),
  word('constraints', 'preferred', 'preference', 'technologies or kinds that are wished for', true, true),
  word('shape', 'stage', 'stage', 'early, growing or mature', false),
  word('shape', 'loadShape', 'load-shape', 'steady, daily, spiky or batch', false),
  word('shape', 'queryPatterns', 'query-pattern', 'lookup, aggregation, search, range, graph, geo, vector'),
  word('shape', 'capabilities', 'capability', 'what the design must do: audit-trail, multi-tenant, real-time, ...', true, true),
];

export const SECTIONS: readonly string[] = [...new Set([...NUMBER_FIELDS, ...WORD_FIELDS].map(({ section }) => section))];

/** The id a requirement gets from its field. */
export const fieldId = (field: NumberField | WordField, value?: string): string =>
  'unit' in field ? [field.key, field.subject ?? field.detail].filter(Boolean).join('.') : [field.key, value].join('.');

import { type Diagnostic, type Outcome, slug } from '@archwright/kernel';
import { type Reading, REQUIREMENT_KEYS, type Requirement, type RequirementKey } from '@archwright/model';
import { parseQuantity } from '../intake/quantity/index.ts';
import type { Workload } from '../workload/workload.ts';
import { openUnknowns } from './unknowns.ts';

/** Keys whose answers are words. */
const WORDED: ReadonlySet<RequirementKey> = new Set([
  'consistency',
  'delivery',
  'region',
  'residency',
  'compliance',
  'provider',
  'existing',
  'prohibition',
  'preference',
  'query-pattern',
  'load-shape',
  'capability',
  'stage',
]);

const QUERY_WORDS: readonly (readonly [RegExp, string])[] = [
  [/aggregat|dashboard|report|count|sum|group|analy/i, 'aggregation'],
  [/search|full.?text/i, 'search'],
  [/look.?up|single|by id|by key|trace/i, 'lookup'],
  [/range|recent|tail/i, 'range'],
];

/**
 * Answers to questions as requirements. An answer names a question's id (with or without its context) or a requirement key.
 *
 * @diagnostics `answer/unknown-question`, `answer/not-understood`
 */
export function readAnswerTexts(
  answers: Readonly<Record<string, string>>,
  reading: Reading,
  workload: Workload,
): Outcome<readonly Requirement[]> {
  const unknowns = openUnknowns(reading, workload);
  const diagnostics: Diagnostic[] = [];
  const value = Object.entries(answers).flatMap(([id, text]): Requirement[] => {
    const unknown = unknowns.find((one) => one.id === id || one.id.endsWith(`.${id}`)) ?? unknowns.find(({ key }) => key === id);
    const key = unknown?.key ?? (id in REQUIREMENT_KEYS ? (id as RequirementKey) : undefined);
    const at = { source: 'answer' as const, name: id, quote: text };
    if (!key) {
      diagnostics.push({
        code: 'answer/unknown-question',
        severity: 'error',
        at,
        message: `no question or requirement is called “${id}”`,
        hint: `known here: ${unknowns.map((one) => one.id).join(', ')}`,
      });
      return [];
    }
    const base = {
      id: `answer.${slug(id)}`,
      key,
      origin: 'answered' as const,
      at,
      statement: `${unknown?.question ?? id}: ${text}`,
      ...(unknown?.subject && { subject: unknown.subject }),
    };
    if (WORDED.has(key))
      return [
        {
          ...base,
          value: key === 'query-pattern' ? (QUERY_WORDS.find(([pattern]) => pattern.test(text))?.[1] ?? slug(text)) : slug(text),
        },
      ];
    const quantity = parseQuantity(text);
    if (!quantity) {
      diagnostics.push({
        code: 'answer/not-understood',
        severity: 'error',
        at,
        message: `“${text}” is not a quantity`,
        hint: 'answer with a number and its unit, such as 500 events/s, 7 days or $2,000 a month',
      });
      return [];
    }
    const rate = quantity.unit === '1/s' && (key.startsWith('users') || key === 'population');
    return [{ ...base, ...(rate && { key: 'volume' as const }), quantity: { ...quantity.interval, unit: quantity.unit } }];
  });
  return { value, diagnostics };
}

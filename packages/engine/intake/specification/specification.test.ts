import { formatQuantity } from '@archwright/kernel';
import { REQUIREMENT_KEYS, type Requirement, type RequirementKey } from '@archwright/model';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  readSpecification,
  type Specification,
  specificationJsonSchema,
  specifiedRequirements,
  writeSpecification,
} from './index.ts';
import { unitOfKey } from './quantity-text.ts';

const read = (yaml: string): Specification => {
  const { value, diagnostics } = readSpecification(yaml, 'archwright.yaml');
  expect(diagnostics).toEqual([]);
  return value!;
};
const problems = (yaml: string) =>
  readSpecification(yaml, 'archwright.yaml').diagnostics.map(
    ({ code, message, at, hint }) => [code, at?.line, at?.column, message, hint] as const,
  );

const bare = ({ id, key, subject, detail, quantity, value, origin, reason }: Requirement) => ({
  id,
  key,
  subject,
  detail,
  quantity,
  value,
  origin,
  reason,
});
const byId = (requirements: readonly Requirement[]) => requirements.map(bare).toSorted((a, b) => (a.id < b.id ? -1 : 1));

describe('fields of their own', () => {
  test.each<[string, string, string]>([
    ['budget', 'constraints: { budgetUsdPerMonth: 60000 }', 'budget|60000 USD/month'],
    ['latency in ms', 'quality: { latencyP99Ms: 250 }', 'latency|0.25 s'],
    ['retention in days', 'scale: { retentionDays: 30 }', 'retention|2592000 s'],
    ['timeline in months', 'constraints: { timelineMonths: 6 }', 'timeline|15552000 s'],
    ['rpo in minutes', 'recovery: { rpoMinutes: 5 }', 'rpo|300 s'],
    ['lists', 'constraints: { regions: [eu, us] }', 'region|eu;region|us'],
    ['a word', 'shape: { stage: early }', 'stage|early'],
    ['a subject', 'constraints: { prohibited: [kubernetes] }', 'prohibition|kubernetes'],
  ])('%s', (_, yaml, expected) => {
    const { requirements } = read(`version: 1\n${yaml}\n`);
    expect(
      requirements
        .map(({ key, quantity, value }) => `${key}|${quantity ? `${quantity.likely} ${quantity.unit}` : value}`)
        .join(';'),
    ).toBe(expected);
    expect(requirements.every(({ at }) => at?.line === 2)).toBe(true);
  });
});

describe('quantities as a person writes them', () => {
  test.each([
    ['1,000,000 / day', '1/s', 'volume', 1_000_000 / 86_400],
    ['30 days', 's', 'retention', 2_592_000],
    ['400 B', 'B', 'size', 400],
    ['$20k a month', 'USD/month', 'budget', 20_000],
    ['99.9%', 'ratio', 'availability', 0.999],
  ])('%s', (quantity, unit, key, likely) => {
    const [requirement] = read(`version: 1\nrequirements:\n  - { id: x, key: ${key}, quantity: "${quantity}" }\n`).requirements;
    expect(requirement!.quantity!.unit).toBe(unit);
    expect(requirement!.quantity!.likely).toBeCloseTo(likely, 6);
  });
});

describe('problems say where and what next', () => {
  test('an unknown field, with the word that was meant', () => {
    expect(problems('version: 1\nrecovery:\n  rpo_mins: 5\n')).toEqual([
      [
        'specification/unknown-field',
        3,
        3,
        '`rpo_mins` is not a field of `recovery`',
        'did you mean `rpoMinutes`? `recovery` takes rpoMinutes, rtoMinutes',
      ],
    ]);
  });
  test('all problems at once', () => {
    const found = problems(
      'version: 1\nteem: 3\nquality: { availability: 99.9 }\nrequirements:\n  - { id: a, key: budgett, quantity: "1" }\n',
    );
    expect(found.map(([code, line]) => [code, line])).toEqual(
      expect.arrayContaining([
        ['specification/unknown-field', 2],
        ['specification/invalid-value', 3],
        ['specification/invalid-value', 5],
      ]),
    );
    expect(found.find(([, line]) => line === 5)?.[4]).toContain('did you mean `budget`?');
  });
  test.each<[string, string, string, number]>([
    ['a tag', 'version: 1\ntitle: !!js/function "x"\n', 'specification/not-yaml', 2],
    ['broken YAML', 'version: 1\ntitle: [a\n', 'specification/not-yaml', 3],
    ['a duplicate key', 'version: 1\nversion: 1\n', 'specification/not-yaml', 2],
    ['another version', 'version: 2\n', 'specification/invalid-value', 1],
    ['no version', 'title: x\n', 'specification/invalid-value', 1],
    ['an empty file', '', 'specification/invalid-value', 1],
    [
      'a nested unknown field',
      'version: 1\nactivities:\n  - { id: a, verb: b, object: c, kind: read, rat: "1/s" }\n',
      'specification/unknown-field',
      3,
    ],
    [
      'an unknown field in a range',
      'version: 1\nactivities:\n  - { id: a, verb: b, object: c, kind: read, rate: { low: "1/s", likely: "2/s", hihg: "3/s" } }\n',
      'specification/unknown-field',
      3,
    ],
    [
      'no quantity',
      'version: 1\nrequirements:\n  - { id: a, key: size, quantity: "green" }\n',
      'specification/not-a-quantity',
      3,
    ],
    [
      'another dimension',
      'version: 1\nrequirements:\n  - { id: a, key: size, quantity: "3 days" }\n',
      'specification/not-a-quantity',
      3,
    ],
    ['neither quantity nor value', 'version: 1\nrequirements:\n  - { id: a, key: size }\n', 'specification/quantity-or-value', 3],
    [
      'an id twice',
      'version: 1\nrequirements:\n  - { id: a, key: stage, value: early }\n  - { id: a, key: stage, value: mature }\n',
      'specification/duplicate-id',
      4,
    ],
  ])('%s', (_, yaml, code, line) => {
    expect(problems(yaml).map(([found, at]) => [found, at])).toContainEqual([code, line]);
    expect(readSpecification(yaml, 'f').value).toBeUndefined();
  });
  test('hostile files are refused, not run', () => {
    const web = `version: 1\na: &a [x,x,x]\n${Array.from({ length: 30 }, (_, index) => `b${index}: [*a,*a,*a]`).join('\n')}\n`;
    expect(problems(web)[0]?.[0]).toMatch(/^specification\//);
    expect(problems(`version: 1\ntitle: ${'['.repeat(20_000)}`)[0]?.[0]).toBe('specification/not-yaml');
    expect(problems('x'.repeat(1_000_001))[0]?.[0]).toBe('specification/too-long');
    expect(problems('version: 1\n__proto__: { polluted: 1 }\n')[0]?.[0]).toBe('specification/unknown-field');
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
  test('any text gets an answer', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc
            .array(
              fc.constantFrom(
                'version: 1',
                '\n',
                '  ',
                '- ',
                '{',
                '}',
                '[',
                '&a',
                '*a',
                '!!x',
                'requirements:',
                'id: a',
                ': ',
                '"',
              ),
            )
            .map((parts) => parts.join('')),
        ),
        (text) => {
          const { value, diagnostics } = readSpecification(text, 'f');
          expect(value === undefined).toBe(diagnostics.some(({ severity }) => severity === 'error'));
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('what is written reads back', () => {
  const word = fc.stringMatching(/^[a-z][a-z0-9-]{0,15}$/);
  const anyText = fc.string({ minLength: 1, maxLength: 40 }).filter((text) => text.trim() !== '');
  const keys = Object.keys(REQUIREMENT_KEYS) as RequirementKey[];
  const quantity = (key: RequirementKey) =>
    fc
      .tuple(fc.double({ min: 1e-3, max: 1e12, noNaN: true }), fc.double({ min: 1, max: 4, noNaN: true }), fc.boolean())
      .map(([low, factor, exact]) => ({
        low,
        likely: exact ? low : low * factor,
        high: exact ? low : low * factor * factor,
        unit: unitOfKey(key) ?? 'ratio',
      }));
  const requirement: fc.Arbitrary<Requirement> = fc.constantFrom(...keys).chain((key) =>
    fc
      .record(
        {
          id: fc.oneof(fc.constant(key as string), word),
          key: fc.constant(key),
          subject: word,
          detail: anyText,
          origin: fc.constantFrom('stated', 'answered', 'derived', 'assumed', 'rule'),
          statement: anyText,
          reason: anyText,
          of: fc.oneof(
            quantity(key).map((made) => ({ quantity: made })),
            anyText.map((value) => ({ value })),
          ),
        },
        { requiredKeys: ['id', 'key', 'origin', 'statement', 'of'] },
      )
      .map(({ of, ...rest }) => ({ ...rest, ...of }) as Requirement),
  );
  const requirements = fc.uniqueArray(requirement, { selector: ({ id }) => id, maxLength: 12 });

  test('requirements, whatever they are', () => {
    fc.assert(
      fc.property(requirements, (made) => {
        const written = writeSpecification({
          version: 1,
          requirements: made,
          activities: [],
          entities: [],
          decisions: {},
          answers: {},
        });
        expect(byId(read(written).requirements)).toEqual(byId(made));
      }),
      { numRuns: 300 },
    );
  });

  test('everything else', () => {
    const specification: Specification = {
      version: 1,
      title: 'Bed tracker: "north"',
      brief: 'Nurses move patients.\n\nNo cloud: # really\n',
      intent: 'design',
      requirements: [],
      activities: [
        {
          id: 'move-patient',
          verb: 'move',
          object: 'patient',
          actor: 'nurse',
          kind: 'write',
          rate: { low: 1, likely: 2, high: 3, unit: '1/s' },
          size: { low: 9, likely: 9, high: 9, unit: 'B' },
        },
      ],
      entities: [{ name: 'patient', count: { low: 5, likely: 5, high: 5, unit: 'count' } }],
      decisions: { 'primary-store': 'postgresql' },
      answers: { 'q-1': 'yes: 5' },
    };
    expect(read(writeSpecification(specification))).toEqual(specification);
  });

  test('a field of its own keeps the wording as a comment', () => {
    const budget: Requirement = {
      id: 'budget',
      key: 'budget',
      quantity: { low: 6e4, likely: 6e4, high: 6e4, unit: 'USD/month' },
      origin: 'stated',
      statement: '$60k a month',
    };
    expect(
      writeSpecification({ version: 1, requirements: [budget], activities: [], entities: [], decisions: {}, answers: {} }),
    ).toContain('budgetUsdPerMonth: 60000 # $60k a month');
  });
});

test('activities and entities become requirements unless one says the same', () => {
  const specification = read(
    'version: 1\nactivities:\n  - { id: scan-pass, verb: scan, object: pass, kind: write, rate: "50 / s", size: 300 B }\nrequirements:\n  - { id: v, key: volume, subject: scan-pass, quantity: "40 / s" }\n',
  );
  expect(
    specifiedRequirements(specification).map(({ id, quantity }) => `${id}=${formatQuantity(quantity!.likely, quantity!.unit)}`),
  ).toEqual(['v=40/s', 'size.scan-pass=300 B']);
});

test('the JSON Schema forbids unknown fields', () => {
  const schema = specificationJsonSchema() as { additionalProperties: unknown; properties: Record<string, unknown> };
  expect(schema.additionalProperties).toBe(false);
  expect(Object.keys(schema.properties)).toEqual(
    expect.arrayContaining([
      'version',
      'brief',
      'scale',
      'quality',
      'recovery',
      'constraints',
      'shape',
      'requirements',
      'decisions',
      'answers',
    ]),
  );
});

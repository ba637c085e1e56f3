import type { Place } from '@archwright/kernel';
import { catalogue } from '@archwright/catalogue';
import type { Requirement } from '@archwright/model';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { signatureOf } from './domain/index.ts';
import { type BriefContext, readBrief } from './read-brief.ts';
import { readSpecification, specificationOf, writeSpecification } from './specification/index.ts';

const context: BriefContext = { domains: catalogue.archetypes.map(signatureOf), technologies: catalogue.technologies };
const read = (text: string, requirements: readonly Requirement[] = []) => readBrief(text, { ...context, requirements });
const codes = (text: string) => read(text).diagnostics.map(({ code }) => code);

describe('text that is no brief', () => {
  test.each([
    ['nothing', '', 'brief/empty'],
    ['white space', ' \n\t', 'brief/empty'],
    ['numbers only', '123 456', 'brief/not-text'],
    ['binary data', 'PK\u0003\u0004\0\0', 'brief/not-text'],
    ['control characters', 'a\u0001b\u0002c', 'brief/not-text'],
    ['too long', 'word '.repeat(40_001), 'brief/too-long'],
  ])('%s', (_, text, code) => {
    expect(codes(text)).toEqual([code]);
    expect(read(text).value.reading.requirements).toEqual([]);
  });
});

const brief =
  'Design the backend for a marina. Skippers reserve berths and harbour staff confirm reservations; 12,000 skippers in the EU make 3,000 reservations a day. ' +
  'No Kubernetes. A reservation must never be lost. Keep invoices ten years. 4 engineers, $2k a month. The weather was lovely on the quay.';

test('all parts of a brief are read', () => {
  const { reading, figures } = read(brief).value;
  expect(reading.title).toBe('Marina');
  expect(reading.intent).toBe('design');
  expect(reading.actors.map(({ name }) => name)).toEqual(expect.arrayContaining(['skipper', 'harbour staff']));
  expect(reading.entities.map(({ name }) => name)).toEqual(expect.arrayContaining(['berth', 'reservation']));
  expect(reading.activities.map(({ id }) => id)).toContain('reserve-berth');
  expect(reading.requirements.map(({ key }) => key)).toEqual(
    expect.arrayContaining(['region', 'prohibition', 'durability', 'budget', 'team.size', 'retention', 'compliance']),
  );
  const rated = reading.activities.find(({ meanRate }) => meanRate !== undefined);
  expect(figures.need(rated!.meanRate!).likely).toBeCloseTo(3_000 / 86_400, 6);
});

test('a clause says what is done where the rate named only a noun', () => {
  const { activities } = read('Pet owners book visits and cancel visits. About 1,200 visits a day.').value.reading;
  const rated = activities.filter(({ meanRate }) => meanRate !== undefined);
  expect(rated.map(({ verb, object, actor, kind }) => [verb, object, actor, kind])).toEqual([
    ['book', 'visit', 'pet owner', 'write'],
  ]);
  expect(activities.map(({ id }) => id)).toContain('cancel-visit');
});

test('ids are unique', () => {
  const ids = read(`${brief} ${brief}`).value.reading.requirements.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test('a sentence of which nothing was read is reported', () => {
  const unused = read(brief).diagnostics.filter(({ code }) => code === 'brief/sentence-not-used');
  expect(unused.map(({ at }) => at?.quote)).toEqual(['The weather was lovely on the quay.']);
});

describe('what is given outranks the brief', () => {
  const given = (key: Requirement['key'], value: string, subject?: string): Requirement => ({
    id: `answer.${key}`,
    key,
    value,
    ...(subject ? { subject } : {}),
    origin: 'answered',
    statement: 'answered',
  });
  const ofKey = (key: string, requirements: readonly Requirement[]) =>
    read('A startup MVP on AWS with Redis in the EU.', requirements)
      .value.reading.requirements.filter((found) => found.key === key)
      .map(({ value, origin }) => `${value} ${origin}`);
  test.each<[string, Requirement, readonly string[]]>([
    ['a single value is replaced', given('stage', 'mature'), ['mature answered']],
    ['a list grows', given('region', 'us'), ['us answered', 'eu stated']],
    ['the same is there once', given('region', 'eu'), ['eu answered']],
    ['a refusal ends a use', given('prohibition', 'redis', 'redis'), ['redis answered']],
  ])('%s', (_, requirement, expected) => {
    expect(ofKey(requirement.key, [requirement])).toEqual(expected);
    if (requirement.key === 'prohibition') expect(ofKey('existing', [requirement])).toEqual([]);
  });
});

test('what the tool writes reads back to the same requirements', () => {
  const { reading, figures } = read(brief).value;
  const { value, diagnostics } = readSpecification(writeSpecification(specificationOf(reading, figures)), 'archwright.yaml');
  expect(diagnostics).toEqual([]);
  const bare = ({ id, key, subject, detail, quantity, value: word, origin }: Requirement) => ({
    id,
    key,
    subject,
    detail,
    quantity,
    word,
    origin,
  });
  const sorted = (requirements: readonly Requirement[]) => requirements.map(bare).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  expect(sorted(value!.requirements)).toEqual(sorted(reading.requirements));
  expect(value!.brief).toBe(brief);
});

describe('any text', () => {
  const fragments = fc
    .array(
      fc.constantFrom(
        'users ',
        'send ',
        '1M ',
        'messages ',
        'a day',
        ', ',
        ' and ',
        '. ',
        '\n- ',
        'no ',
        'AWS ',
        'in the EU ',
        'must never be lost ',
        'each ',
        '10 GB ',
        '$5k a month ',
        '99.9% ',
        'Kafka vs Redis? ',
        'keep 30 days ',
        '’s ',
        'p99 200 ms ',
        'patients ',
        '(',
        '%',
        '1..2 ',
        'É',
        '💥',
        '\u202e',
        ...Object.getOwnPropertyNames(Object.prototype).map((name) => `${name} `),
      ),
      { maxLength: 40 },
    )
    .map((parts) => parts.join(''));
  const texts = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 200 }),
    fc.string({ unit: 'binary', maxLength: 200 }),
    fragments,
  );
  const placesOf = (value: unknown): readonly Place[] => {
    if (typeof value !== 'object' || value === null) return [];
    const own = 'source' in value && value.source === 'brief' && 'start' in value ? [value as Place] : [];
    return [...own, ...Object.values(value).flatMap(placesOf)];
  };
  test('never crashes, quotes exactly, and reads the same twice', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const first = read(text);
        for (const { start, end, quote } of placesOf({
          ...first.value.reading,
          diagnostics: first.diagnostics,
          figures: first.value.figures.all(),
        }))
          expect(text.slice(start, end)).toBe(quote);
        const again = read(text);
        expect(again.value.reading).toEqual(first.value.reading);
        expect(again.diagnostics).toEqual(first.diagnostics);
      }),
      { numRuns: 200 },
    );
  }, 60_000);
});

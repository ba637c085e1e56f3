import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lookup } from '../figure-lookup.ts';
import { markdownFaults } from '../markdown/testing/markdown-faults.ts';
import { hostileDesign } from '../testing/hostile-design.ts';
import { HOSTILE_NAMES, hostileText } from '../testing/hostile.ts';
import { sampleDesign } from '../testing/sample-design.ts';
import { centsThatAddUp, csv } from './csv.ts';
import { evidenceArtefact, proofsArtefact, sheetArtefacts } from './index.ts';
import { stableJson } from './stable-json.ts';

const design = sampleDesign();
const sheets = sheetArtefacts(design);
const content = (path: string): string => sheets.find((sheet) => sheet.path === path)!.content;

/** Reads RFC 4180, quotes and all. */
function parsed(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at]!;
    if (quoted) {
      if (character !== '"') cell += character;
      else if (text[at + 1] === '"') cell += text[(at += 1)];
      else quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === ',' || character === '\n') {
      rows.at(-1)!.push(cell);
      cell = '';
      if (character === '\n') rows.push([]);
    } else cell += character;
  }
  return rows.slice(0, -1);
}

test('the sheets of the sample', () => {
  expect(sheets.map(({ path, mediaType }) => `${path} ${mediaType}`)).toEqual([
    'model.json application/json',
    'operate/cost.csv text/csv',
    'operate/capacity.csv text/csv',
    'operate/threat-model.md text/markdown',
    'operate/failure-modes.md text/markdown',
    'operate/recovery-plan.md text/markdown',
    'operate/roadmap.md text/markdown',
    'operate/compliance.md text/markdown',
  ]);
});

test('what has no content has no file', () => {
  const { architecture } = design;
  const nothing = {
    ...design,
    costs: [],
    capacity: [],
    threats: [],
    risks: [],
    roadmap: [],
    compliance: [],
    architecture: { ...architecture, components: [] },
  };
  expect(sheetArtefacts(nothing).map(({ path }) => path)).toEqual(['model.json']);
});

describe('cost.csv', () => {
  const rows = parsed(content('operate/cost.csv'));
  const column = (name: string): number => rows[0]!.indexOf(name);

  test.each(['lowUsdPerMonth', 'likelyUsdPerMonth', 'highUsdPerMonth'])('%s adds up to the cent', (name) => {
    const cents = rows.slice(1).map((row) => Math.round(Number(row[column(name)]) * 100));
    expect(cents.at(-1)).toBe(cents.slice(0, -1).reduce((sum, one) => sum + one, 0));
  });

  test('the total is the rounded sum of the figures', () => {
    const { figure } = lookup(design);
    const sum = design.costs.reduce((total, item) => total + figure(item.figure).likely, 0);
    expect(rows.at(-1)![column('likelyUsdPerMonth')]).toBe(sum.toFixed(2));
  });

  test('a line has its figure, formula and source', () => {
    expect(rows[1]).toEqual([
      'api',
      'ecs-fargate',
      'containers',
      'compute',
      '146.00',
      '146.00',
      '219.00',
      'compute-cost',
      '(api-instances + worker-instances) * container-price',
      '',
    ]);
    expect(rows[2]!.at(-1)).toBe('Example Cloud price list, https://example.com/prices, 2026-06-01');
  });
});

describe('cents', () => {
  const amounts = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { maxLength: 30 });
  test('add up to the rounded sum and stay within a cent of their amount', () => {
    fc.assert(
      fc.property(amounts, (values) => {
        const cents = centsThatAddUp(values);
        const sum = values.reduce((total, value) => total + value, 0);
        expect(Math.abs(cents.reduce((total, one) => total + one, 0) - sum * 100)).toBeLessThanOrEqual(0.51);
        cents.forEach((one, index) => expect(Math.abs(one - values[index]! * 100)).toBeLessThan(1.001));
      }),
    );
  });
  test.each([
    [[], []],
    [
      [0.005, 0.005],
      [1, 0],
    ],
    [
      [1 / 3, 1 / 3, 1 / 3],
      [34, 33, 33],
    ],
    [[1.005], [101]],
    [
      [10, 0, 2.5],
      [1000, 0, 250],
    ],
  ])('%j', (values, cents) => expect(centsThatAddUp(values)).toEqual(cents));
});

describe('csv', () => {
  test('any text comes back, with formulas disarmed', () => {
    fc.assert(
      fc.property(fc.array(hostileText(), { minLength: 1, maxLength: 4 }), (cells) => {
        const [, row] = parsed(
          csv(
            cells.map((_, index) => `c${index}`),
            [cells],
          ),
        );
        expect(row).toHaveLength(cells.length);
        for (const cell of row!) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
      }),
    );
  });
  test.each([
    ['=1+1', "'=1+1"],
    ['a,b', '"a,b"'],
    ['say "x"', '"say ""x"""'],
  ])('%s', (text, cell) => expect(csv(['h'], [[text]])).toBe(`h\n${cell}\n`));
});

test('capacity.csv holds every figure of the chain with its formula', () => {
  const rows = parsed(content('operate/capacity.csv'));
  expect(rows).toHaveLength(1 + design.capacity.reduce((sum, { figures }) => sum + figures.length, 0));
  expect(rows.find((row) => row[1] === 'request-peak')?.slice(7)).toEqual(['computed', 'view-peak + list-peak + buy-peak', '']);
});

describe('model.json', () => {
  test('is the model', () => {
    const model = JSON.parse(content('model.json'));
    expect(model.architecture).toEqual(JSON.parse(JSON.stringify(design.architecture)));
    expect(model.figures).toHaveLength(design.figures.length);
    expect(Object.keys(model)).toEqual([
      'title',
      'architecture',
      'catalogueAsOf',
      'date',
      'decisions',
      'figures',
      'intent',
      'requirements',
      'seed',
    ]);
    expect(content('model.json').endsWith('}\n')).toBe(true);
  });
  test('keys have one order whatever the order of writing', () => {
    expect(stableJson({ b: 1, name: 'x', a: { d: 1, c: 2 }, id: 'i' })).toBe(
      stableJson({ id: 'i', a: { c: 2, d: 1 }, name: 'x', b: 1 }),
    );
  });
});

test.each([
  ['operate/recovery-plan.md', '| availability | 99.9 % over 30 days, stated: 43.2 min `error-budget` of errors |'],
  ['operate/recovery-plan.md', '| data that may be lost (RPO) | not stated |'],
  ['operate/recovery-plan.md', 'largest: `listing_events`, 5.84 GB `event-total`'],
  ['operate/recovery-plan.md', '3. API, once these answer: Primary store; Cache'],
  ['operate/recovery-plan.md', '| The primary store fails over | a zone is lost |'],
  ['operate/failure-modes.md', '## The primary store fails over (high)'],
  ['operate/failure-modes.md', '- First signal: Connection errors from the API.'],
  ['operate/threat-model.md', '| Visitor web app → CDN | Internet → Edge | pages and API calls | HTTPS | bearer token | pii |'],
  ['operate/threat-model.md', '| visitors | pii | email (pii), display\\_name (pii) |'.replace('\\_', '_')],
  ['operate/compliance.md', '## GDPR'],
  ['operate/compliance.md', '| visitors | a person who sells or buys a ticket | pii | email, display_name | no limit set |'],
  ['operate/roadmap.md', '## The way to: A read replica'],
])('%s: %s', (path, text) => expect(content(path)).toContain(text));

test('evidence and proofs', () => {
  expect(JSON.parse(evidenceArtefact(design).content)).toMatchObject({
    date: '2026-11-24',
    versions: [{ technology: 'postgresql' }, {}, {}],
  });
  expect(
    proofsArtefact([{ artefact: 'a', claim: 'c', tool: 't', version: '1', outcome: 'not-run', log: 'why' }]).content,
  ).toContain('"outcome": "not-run"');
});

test.each(HOSTILE_NAMES.map((name) => [name]))('sheets survive %j', (name) => {
  for (const sheet of sheetArtefacts(hostileDesign(name))) {
    if (sheet.mediaType === 'text/markdown') expect(markdownFaults(sheet.content)).toEqual([]);
    if (sheet.mediaType === 'application/json') expect(JSON.parse(sheet.content)).toBeTruthy();
  }
});

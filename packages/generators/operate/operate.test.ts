import type { Design } from '@archwright/model';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { hostileDesign } from '../testing/hostile-design.ts';
import { HOSTILE_NAMES, hostileText } from '../testing/hostile.ts';
import { largeDesign } from '../testing/large-design.ts';
import { sampleDesign } from '../testing/sample-design.ts';
import { alertsOf } from './alerts.ts';
import { burnWindows } from './burn-rate.ts';
import { operateArtefacts } from './index.ts';
import { bucket, promDuration, promNumber, promString, selector } from './promql.ts';
import { requestPeakOf } from './roadmap-alerts.ts';

const files = (design: Design): Readonly<Record<string, string>> =>
  Object.fromEntries(operateArtefacts(design).map(({ path, content }) => [path, content]));
const sample = files(sampleDesign());

interface Rule {
  readonly alert?: string;
  readonly record?: string;
  readonly expr: string;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly labels: Readonly<Record<string, string>>;
}
const rulesOf = (content = ''): readonly Rule[] =>
  (parse(content) as { groups: { rules: Rule[] }[] }).groups.flatMap(({ rules }) => rules);

/** Brackets match and quotes close, with what is inside quotes left out. */
function balanced(expression: string): boolean {
  const bare = expression.replace(/"(?:[^"\\]|\\.)*"/g, '');
  const open: string[] = [];
  for (const character of bare) {
    if ('([{'.includes(character)) open.push(character);
    if (')]}'.includes(character) && open.pop() !== { ')': '(', ']': '[', '}': '{' }[character]) return false;
  }
  return open.length === 0 && !bare.includes('"');
}

describe('burn rates', () => {
  test.each([
    ['99.9 % in 30 days', 0.999, 30, [0.0144, 0.006, 0.003, 0.001]],
    ['99 % in 28 days', 0.99, 28, [0.1344, 0.056, 0.028, 0.01]],
    ['a target below any fast burn', 0.9, 30, [0.6, 0.3, 0.1]],
    ['no budget at all: any bad event', 1, 30, [0, 0, 0, 0]],
    ['a short window burns no slower than its budget', 0.99, 7, [0.0336, 0.014, 0.01, 0.01]],
  ])('%s', (_, objective, days, thresholds) => {
    const found = burnWindows(objective, days).map(({ threshold }) => threshold);
    expect(found).toHaveLength(thresholds.length);
    found.forEach((threshold, index) => expect(threshold).toBeCloseTo(thresholds[index]!, 6));
  });
  test('a stricter objective never has a higher threshold', () => {
    const share = fc.double({ min: 0.5, max: 1, noNaN: true });
    fc.assert(
      fc.property(share, share, fc.integer({ min: 1, max: 90 }), (one, other, days) => {
        const [loose, strict] = [Math.min(one, other), Math.max(one, other)].map((objective) => burnWindows(objective, days));
        for (const window of loose!)
          expect(strict!.find(({ id }) => id === window.id)!.threshold).toBeLessThanOrEqual(window.threshold);
      }),
    );
  });
});

describe('PromQL', () => {
  test.each([
    ['a word', promString('a'), '"a"'],
    ['quotes and backslashes', promString('a"\\'), '"a\\"\\\\"'],
    ['a line break', promString('a\nb'), '"a b"'],
    ['a selector', selector('m', ['a', '=', 'b'], ['c', '=~', 'd|e']), 'm{a="b",c=~"d|e"}'],
    ['no matchers', selector('m'), 'm'],
    ['days', promDuration(172_800), '2d'],
    ['minutes', promDuration(300), '5m'],
    ['seconds', promDuration(45), '45s'],
    ['a number', promNumber(0.0010000000000000009), '0.001'],
    ['a bound below one', bucket(0.3).join(' '), 'le = 0.3'],
    ['a whole bound, written with and without its decimal', bucket(45).join(' '), 'le =~ 45([.]0)?'],
  ])('%s', (_, found, expected) => expect(found).toBe(expected));
});

describe('alerts', () => {
  const { architecture, roadmap } = sampleDesign();
  const rules = rulesOf(sample['operate/alerts.yaml']);
  test('every SLO pages and files tickets', () => {
    const severities = architecture.slos.map(
      ({ id }) =>
        new Set(
          rules
            .filter(({ alert, expr }) => alert !== undefined && expr.includes(`slo="${id}"`))
            .map(({ labels }) => labels['severity']),
        ),
    );
    expect(severities).toEqual(architecture.slos.map(() => new Set(['page', 'ticket'])));
  });
  test('every recorded window that an alert reads is recorded', () => {
    const recorded = new Set(rules.flatMap(({ record }) => record ?? []));
    const read = rules.flatMap(({ alert, expr }) => (alert === undefined ? [] : (expr.match(/slo:bad_ratio:rate\w+/g) ?? [])));
    expect(read.filter((name) => !recorded.has(name))).toEqual([]);
  });
  test('every roadmap stage ahead is announced below its load', () => {
    const ahead = roadmap.filter(({ factor }) => factor > 1);
    expect(rules.filter(({ labels }) => labels['stage'] !== undefined).map(({ labels }) => labels['stage'])).toEqual(
      ahead.map(({ id }) => id),
    );
    const limit = Number(
      rules
        .find(({ labels }) => labels['stage'] === ahead[0]!.id)!
        .expr.split(' > ')
        .at(-1),
    );
    expect(limit).toBeLessThan(requestPeakOf(sampleDesign()) * ahead[0]!.factor);
  });
  test('an expression that the roadmap brings is taken as it is', () => {
    const design = sampleDesign();
    const stages = design.roadmap.map((stage) =>
      stage.factor > 1 ? { ...stage, alert: 'sum(rate(http_requests_total[5m])) > 512.25' } : stage,
    );
    expect(alertsOf({ ...design, roadmap: stages }).at(-1)!.expression).toBe('sum(rate(http_requests_total[5m])) > 512.25');
  });
  test('every component that can fill up is watched', () => {
    const fills = architecture.components.filter(({ kind }) =>
      ['service', 'worker', 'database', 'cache', 'queue', 'stream', 'search'].includes(kind),
    );
    for (const { id } of fills)
      expect(
        rules.filter(({ alert, expr }) => alert !== undefined && expr.includes(`resource_use_ratio{component="${id}"`)).length,
      ).toBeGreaterThanOrEqual(2);
  });
  test('each alert has a severity, a runbook that exists, and a test each way', () => {
    const anchors = new Set(
      (sample['operate/runbooks.md']!.match(/^## .+$/gm) ?? []).map(
        (line) => `operate/runbooks.md#${line.slice(3).toLowerCase()}`,
      ),
    );
    const { tests } = parse(sample['operate/alerts.test.yaml']!) as {
      tests: { alert_rule_test: { alertname: string; exp_alerts: unknown[] }[] }[];
    };
    for (const { alert, annotations, labels } of rules.filter((rule) => rule.alert !== undefined)) {
      expect(anchors).toContain(annotations!['runbook_url']);
      expect(['page', 'ticket']).toContain(labels['severity']);
      const own = tests.flatMap((one) => one.alert_rule_test).filter(({ alertname }) => alertname === alert);
      expect(own.map(({ exp_alerts }) => exp_alerts.length).sort()).toEqual([0, 1]);
    }
  });
  test('names are unique whatever the ids', () => {
    const { components } = architecture;
    const twins = {
      ...sampleDesign(),
      architecture: {
        ...architecture,
        components: components.map((one) => ({ ...one, id: one.kind === 'external' ? 'Same!' : one.id })),
      },
    };
    const names = alertsOf(twins).map(({ name }) => name.toLowerCase());
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('files', () => {
  test.each([
    ['sample', sampleDesign()],
    ['large', largeDesign()],
  ])('%s: parse back', (_, design) => parsesBack(design));
  test.each(HOSTILE_NAMES)('hostile name %#', (text) => parsesBack(hostileDesign(text)));
  test('any text', () => {
    fc.assert(
      fc.property(hostileText(), (text) => parsesBack(hostileDesign(text))),
      { numRuns: 10 },
    );
  });
  test('the same design gives the same bytes', () => expect(files(sampleDesign())).toEqual(sample));
  test('a design without units has nothing to operate', () => {
    const design = sampleDesign();
    expect(operateArtefacts({ ...design, architecture: { ...design.architecture, units: [] } })).toEqual([]);
  });
  test('OpenSLO documents carry the objectives', () => {
    const documents = parseAllDocuments(sample['operate/slo.yaml']!).map(
      (document) => document.toJS() as { spec: { objectives: { target: number }[] } },
    );
    expect(documents.map(({ spec }) => spec.objectives[0]!.target)).toEqual(
      sampleDesign().architecture.slos.map(({ objective }) => objective),
    );
  });
  test('the collector removes what is classified', () => {
    const personal = sampleDesign().architecture.entities.flatMap(({ fields }) =>
      fields.filter(({ classification }) => classification === 'pii' || classification === 'card').map(({ name }) => name),
    );
    expect(personal.length).toBeGreaterThan(0);
    for (const name of personal) expect(sample['operate/otel-collector.yaml']).toContain(`key: ${name}\n`);
  });
  test('panels have ids of their own and do not overlap', () => {
    const { panels } = JSON.parse(sample['operate/dashboard.json']!) as {
      panels: { id: number; gridPos: { x: number; y: number; w: number; h: number } }[];
    };
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
    const cells = panels.flatMap(({ gridPos: { x, y, w, h } }) =>
      Array.from({ length: w * h }, (_, index) => `${x + (index % w)},${y + Math.floor(index / w)}`),
    );
    expect(new Set(cells).size).toBe(cells.length);
  });
});

describe('load test', () => {
  const script = sample['operate/load-test.js']!;
  const loads = JSON.parse(/const OPERATIONS = (\[[\s\S]*?\n\]);/.exec(script)![1]!) as {
    id: string;
    timeUnit: string;
    peak: number;
    mean: number;
    trigger: number;
    targetMs?: number;
  }[];
  test('holds every operation with a rate, at least at its rate', () => {
    const { architecture, figures } = sampleDesign();
    const rated = architecture.api.operations.filter(({ method, peakRate }) => method !== 'STREAM' && peakRate !== undefined);
    expect(loads.map(({ id }) => id)).toEqual(rated.map(({ id }) => id));
    for (const load of loads) {
      const rate = figures.find(({ id }) => id === rated.find((one) => one.id === load.id)!.peakRate)!.likely;
      const perSecond = load.peak / { '1s': 1, '1m': 60, '1h': 3_600 }[load.timeUnit]!;
      expect(perSecond).toBeGreaterThanOrEqual(rate);
      expect(perSecond).toBeLessThan(rate * 1.2);
      expect(load.trigger).toBeGreaterThan(load.peak);
    }
  });
  test('takes the objective as the threshold', () => expect(loads.find(({ id }) => id === 'list-listings')!.targetMs).toBe(300));
  test('names what it leaves out', () => expect(script).toContain('watch-listing'));
  test('is a module that reads', () => {
    const body = script
      .replace(/^import .*$/gm, '')
      .replaceAll('export default ', 'const main = ')
      .replaceAll('export ', '');
    expect(() => new Function('http', 'exec', 'check', '__ENV', body)).not.toThrow();
  });
});

function parsesBack(design: Design): void {
  const artefacts = operateArtefacts(design);
  for (const { mediaType, content } of artefacts) {
    if (mediaType === 'application/yaml') expect(parseAllDocuments(content).flatMap(({ errors }) => errors)).toEqual([]);
    if (mediaType === 'application/json') JSON.parse(content);
  }
  const rules = rulesOf(artefacts.find(({ path }) => path === 'operate/alerts.yaml')!.content);
  for (const { expr, annotations } of rules) {
    expect(balanced(expr)).toBe(true);
    expect(JSON.stringify(annotations ?? {})).not.toContain('{{');
  }
}

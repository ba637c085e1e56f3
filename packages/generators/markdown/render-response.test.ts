import { formatQuantity } from '@archwright/kernel';
import type { Artefact, Design, Gate, Proof } from '@archwright/model';
import { describe, expect, test } from 'vitest';
import { mermaidArtefacts } from '../mermaid/index.ts';
import { openapiArtefacts } from '../openapi/index.ts';
import { databaseArtefacts } from '../sql/index.ts';
import { hostileDesign } from '../testing/hostile-design.ts';
import { HOSTILE_NAMES } from '../testing/hostile.ts';
import { largeDesign } from '../testing/large-design.ts';
import { sampleDesign } from '../testing/sample-design.ts';
import { renderResponse, spokenQuantities } from './render-response.ts';
import { markdownFaults } from './testing/markdown-faults.ts';

const PIPELINE: Artefact = {
  path: '.github/workflows/deploy.yaml',
  mediaType: 'application/yaml',
  title: 'Pipeline',
  content: 'name: deploy\njobs:\n  test: {}\n  image: {}\n  canary: {}\n',
};
const PROOFS: readonly Proof[] = [
  { artefact: 'api/openapi.yaml', claim: 'valid OpenAPI 3.1', tool: 'a linter', version: '2.1.0', outcome: 'accepted', log: '' },
  {
    artefact: 'database/schema.sql',
    claim: 'runs',
    tool: 'PostgreSQL',
    version: '18.4',
    outcome: 'not-run',
    log: 'no server here\nmore',
  },
  {
    artefact: 'diagrams/context.mmd',
    claim: 'renders',
    tool: 'Mermaid',
    version: '12',
    outcome: 'rejected',
    log: 'parse error',
    line: 3,
  },
];
const GATE: Gate = {
  passed: false,
  checks: [
    { id: 'total-cost', title: 'Total cost adds up', outcome: 'passed', detail: 'to the cent' },
    { id: 'edge', title: 'Edge considered', outcome: 'not-applicable', detail: 'short answer', checklist: 'H8' },
    { id: 'versions', title: 'Versions have evidence', outcome: 'failed', detail: 'Valkey has none', checklist: 'H1' },
    { id: 'proofs', title: 'Accepted by tools', outcome: 'unproven', detail: 'one not run' },
  ],
};
const artefactsOf = (design: Design): readonly Artefact[] => [
  ...mermaidArtefacts(design),
  ...openapiArtefacts(design),
  ...databaseArtefacts(design),
  PIPELINE,
];
const render = (design: Design, gate?: Gate): string =>
  renderResponse(design, { artefacts: artefactsOf(design), proofs: PROOFS, ...(gate && { gate }) });
const headings = (markdown: string, level = 2): readonly string[] =>
  markdown
    .replace(/```[\s\S]*?```/g, '')
    .split('\n')
    .filter((line) => line.startsWith(`${'#'.repeat(level)} `))
    .map((line) => line.slice(level + 1));

const DELIVERABLES = [
  '1. Architecture diagram',
  '2. API contracts',
  '3. Database schema',
  '4. Technology recommendations',
  '5. Trade-offs',
  '6. Risks and mitigations',
  '7. Scaling roadmap',
  '8. Deployment strategy',
];
const sample = sampleDesign();
const answer = render(sample, GATE);

describe('a full answer', () => {
  test('has its sections in order', () => {
    expect(headings(answer)).toEqual([
      'Summary',
      'Assumptions',
      'Open questions',
      'Non-goals',
      ...DELIVERABLES,
      'Capacity',
      'Cost',
      'Deep dives',
      'Other mechanisms',
      'Over-engineered here',
      'Limits of this design',
      'Files and proofs',
      'Checklist',
      'Review',
    ]);
  });

  test('reads cleanly', () => {
    expect(markdownFaults(answer)).toEqual([]);
    expect(markdownFaults(render(largeDesign()))).toEqual([]);
  });

  test('is the same text each time', () => expect(render(sampleDesign(), GATE)).toBe(answer));

  test.each([
    ['quotes the brief', '> Museums let visitors resell tickets'],
    ['answers the cost with its id', '| Cost a month | $436/month ($435/month to $511/month) `monthly-cost` |'],
    ['names what breaks first', '| Breaks first | Primary store |'],
    ['marks fragile assumptions', '| ⚑ fifty offers are viewed for each ticket listed `views-per-listing` |'],
    ['draws the containers', '\nflowchart TB\n  subgraph '],
    ['draws the main sequence', '```mermaid\nsequenceDiagram'],
    ['says why each box is there', '| request-peak fits two small containers | 2 `api-instances` |'],
    ['gives arrows a time-out', '| pages of offers | RESP | 46.3/s `view-peak` | 50 ms |'],
    ['says whether targets are reached', '| 20 ms `api-p50` | 120 ms `api-p99` | 300 ms `view-target` | yes |'],
    [
      'lists operations with their limits',
      '| `POST /api/v1/listings` | Offer a ticket for resale | visitor | `Idempotency-Key` | 60/min |',
    ],
    ['shows requests of the contract', '"visitOn": "2026-12-19"'],
    ['shows the answer and where it is', 'Answer `201`, `Location: /api/v1/listings/'],
    ['shows the busiest table as it is in the file', 'From `database/schema.sql`:\n\n```sql\nCREATE TABLE listings ('],
    ['says what serves a pattern', "| `listing_museum_id_price_idx` where `status = 'open'` |"],
    [
      'gives a version with its evidence',
      '[PostgreSQL](https://example.com/postgresql) 18 (verified: endoflife.date, 2026-11-20); supported until 2030-11-14',
    ],
    ['keeps an unknown version unknown', '[Valkey](https://example.com/valkey): version unverified, no registry answered'],
    ['names a rejection with its figure', 'DynamoDB: no joins for the settlement report `purchase-rows`'],
    ['says where a choice flips', 'Flips to Microservices at a team of 22.'],
    ['names the control of a threat', '| rate limits for each caller at the edge | API4:2023 |'],
    ['maps compliance', '| GDPR | Art. 17 | erasure on request |'],
    ['gives stages their cost', '$490/month → $980/month |'],
    ['gives migration steps their way back', 'Back: route the reads back.'],
    ['reads the stages from the pipeline', '(`.github/workflows/deploy.yaml`: `test` → `image` → `canary`)'],
    ['derives capacity', '`max(2, ceil(request-peak * cpu-per-request / headroom))`'],
    ['adds the bill up', '| **total** | **$436/month** | $435/month to $511/month | all |'],
    ['dives into mechanisms', '| hold | 10 min `reservation-hold` | time a buyer has to pay |'],
    ['says what a proof claims', 'valid OpenAPI `3.1`: accepted by a linter `2.1.0`'],
    ['says why a proof was not run', 'runs: not run: `no server here` |'],
    ['says where a file was rejected', '**rejected by Mermaid `12`** at line `3`: `parse error`'],
    [
      'puts the checklist rows first',
      '| H1 | Versions have evidence | **failed** | Valkey has none |\n| H8 | Edge considered | does not apply | short answer |\n| – | Total cost adds up | passed |',
    ],
    ['says when prices are due', '| 2027-06-01 | list prices under the bill |'],
  ])('%s', (_, text) => expect(answer).toContain(text));

  test('every decision has a trade-off line with a runner-up or the reason for none', () => {
    const lines = answer
      .slice(answer.indexOf('## 5.'), answer.indexOf('## 6.'))
      .split('\n')
      .filter((line) => line.startsWith('- '));
    expect(lines).toHaveLength(sample.decisions.length);
    for (const line of lines) expect(line).toMatch(/\*\* (?:over .+ \(|without a runner-up: ).*Gained: .+\. Given up: /);
  });

  test('a decided runner-up shared by several decisions is said once', () => {
    const decisions = sample.decisions.map((one, index) =>
      index < 2 ? { ...one, runnerUp: { id: 'x', name: `Other ${index}`, extraCost: 846.36 } } : one,
    );
    expect(render({ ...sample, decisions })).toContain(
      'Decided together, since one other design is behind each runner-up: Architecture pattern (Other 0) and Primary datastore (Other 1).',
    );
  });

  test('what has ended is said in so many words', () => {
    const versions = sample.versions.map((one) => ({ ...one, endOfLife: '2026-01-31' }));
    expect(render({ ...sample, versions })).toContain('**18 ended on 2026-01-31**');
  });

  test('empty parts leave no heading', () => {
    const bare = render({
      ...sample,
      assumptions: [],
      questions: [],
      nonGoals: [],
      requirements: [],
      compliance: [],
      threats: [],
      roadmap: [],
      limits: [],
      overEngineered: [],
      capacity: [],
      costs: [],
      versions: [],
      architecture: {
        ...sample.architecture,
        mechanisms: [],
        events: [],
        slos: [],
        boundaries: [],
        accessPatterns: [],
        entities: [],
        api: { ...sample.architecture.api, operations: [] },
      },
    });
    expect(markdownFaults(bare)).toEqual([]);
    expect(headings(bare)).not.toContain('3. Database schema');
    expect(bare).not.toMatch(/\n#+ [^\n]*\n\n#{1,2} /);
  });
});

describe('numbers', () => {
  const NUMBER = /(?<![\w.#/:-])\d[\d,]*(?:\.\d+)?/g;
  const prose = (markdown: string): string =>
    [
      /```[\s\S]*?```/g,
      /`[^`\n]*`/g,
      /\]\([^)\n]*\)/g,
      /https?:\/\/\S+/g,
      /^#+ .*$/gm,
      /^\s*\d+\. /gm,
      /\b\d{4}-\d{2}-\d{2}(?:T[\d:.]+Z?)?\b/g,
    ].reduce((text, pattern) => text.replace(pattern, ' '), markdown);

  test('none is made up: figures, words of the design, and counts', () => {
    const figures = sample.figures.flatMap(({ low, likely, high, unit }) =>
      [low, likely, high].map((value) => formatQuantity(value, unit)),
    );
    const allowed = new Set(
      [
        ...figures,
        ...spokenQuantities(sample),
        JSON.stringify({ ...sample, figures: sample.figures.map(({ label, source, reason }) => [label, source, reason]) }),
      ].flatMap((text) => text.match(NUMBER) ?? []),
    );
    const strangers = (prose(render(sample)).match(NUMBER) ?? []).filter(
      (number) => !allowed.has(number) && !(Number.isInteger(Number(number)) && Number(number) < 100),
    );
    expect([...new Set(strangers)]).toEqual([]);
  });
});

describe('hostile names', () => {
  test.each(HOSTILE_NAMES.map((name) => [name]))('%j', (name) => {
    const design = hostileDesign(name);
    const markdown = render(design);
    expect(markdownFaults(markdown)).toEqual([]);
    const numbered = headings(markdown).filter((heading) => /^\d\. /.test(heading));
    expect(numbered).toEqual(DELIVERABLES);
    expect(markdownFaults(render({ ...design, depth: 'short' }))).toEqual([]);
    expect(markdownFaults(render({ ...design, depth: 'questions' }))).toEqual([]);
  });

  test.each([
    [
      'a version',
      (design: Design): Design => ({
        ...design,
        versions: design.versions.map((one) => ({
          ...one,
          version: '1 | <b>',
          reason: '](javascript:1)',
          link: 'javascript:alert(1)',
        })),
      }),
    ],
    [
      'a conflict',
      (design: Design): Design => ({ ...design, conflict: [{ constraint: '| <script>', wouldHaveToBecome: '\n# x' }] }),
    ],
    [
      'a source',
      (design: Design): Design => ({
        ...design,
        risks: design.risks.map((risk) => ({ ...risk, sources: ['https://x.example/)](javascript:1)', '<script>'] })),
      }),
    ],
    [
      'an alert',
      (design: Design): Design => ({ ...design, roadmap: design.roadmap.map((stage) => ({ ...stage, alert: '```\n# x' })) }),
    ],
  ])('%s', (_, spoil) => expect(markdownFaults(render(spoil(sample)))).toEqual([]));
});

describe('other depths', () => {
  test('a short answer starts with the answer and has no deliverables', () => {
    const short = render(
      { ...sample, depth: 'short', intent: 'choose', brief: 'Which database should hold our listings?' },
      GATE,
    );
    expect(markdownFaults(short)).toEqual([]);
    expect(headings(short)).toEqual([
      'Answer',
      'Why, and what was rejected',
      'Schema',
      'Capacity',
      'Cost',
      'When another choice wins',
      'Risks',
      'Assumptions',
      'Open questions',
      'Non-goals',
      'Evidence',
      'Files and proofs',
      'Checklist',
    ]);
    expect(short).toContain(
      '**PostgreSQL on Amazon RDS, two zones** for `listing_events` (5.84 GB held, 29.2 million rows after a year), at $263/month: ',
    );
    expect(short).toContain('| DynamoDB | rejected | no joins for the settlement report `purchase-rows` |');
  });

  test.each([
    ['Which cache should we take?', 'Valkey, one node'],
    ['Should we run Kubernetes?', 'ECS on Fargate'],
    ['Compare GitLab CI and a GitOps pipeline', 'GitHub Actions with environments'],
    ['How much will it cost?', 'PostgreSQL on Amazon RDS, two zones'],
  ])('%s', (brief, name) => {
    const short = render({ ...sample, depth: 'short', intent: 'choose', brief });
    expect(short.slice(short.indexOf('## Answer'), short.indexOf('## Why'))).toContain(`**${name}**`);
  });

  test('questions come alone', () => {
    const only = render({ ...sample, depth: 'questions' }, GATE);
    expect(headings(only)).toEqual(['Questions']);
    expect(only).toContain(
      '1. **How many offers does a visitor look at before buying?**\n   - Without an answer: 50 for each ticket listed.\n   - It changes: Below 10 the cache is not needed.',
    );
    expect(markdownFaults(only)).toEqual([]);
  });

  test('a conflict comes alone', () => {
    const conflict = [
      { constraint: 'budget: $100/month', wouldHaveToBecome: 'at least $436/month' },
      { constraint: 'availability: 99.99 %', wouldHaveToBecome: 'at most 99.9 %' },
    ];
    const only = render({ ...sample, conflict }, GATE);
    expect(headings(only)).toEqual(['No design meets every constraint']);
    expect(only).toContain('| budget: $100/month | at least $436/month |');
    expect(markdownFaults(only)).toEqual([]);
  });
});

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openapiArtefacts } from '@archwright/generators/openapi/index';
import { loadTestFile } from '@archwright/generators/operate/load-test';
import { hostileDesign } from '@archwright/generators/testing/hostile-design';
import { sampleDesign } from '@archwright/generators/testing/sample-design';
import type { Artefact } from '@archwright/model';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { proveLoadTest } from './prove-load-test.ts';
import { runK6 } from './run-k6.ts';

const design = sampleDesign();
const script = loadTestFile(design)!;
const prove = (artefact: Artefact, of = design) => proveLoadTest([...openapiArtefacts(of), artefact], of, {});

test('the sample is typed, runs against the mock, and every operation is answered', async () => {
  const proofs = await prove(script);
  expect(proofs.map(({ outcome, log }) => [outcome, log])).toEqual([
    ['accepted', 'no finding'],
    ['accepted', expect.stringMatching(/^\d{1,3} requests to 3 operations in .* of \d thresholds held/)],
  ]);
}, 60_000);

const mutate = (from: string, to: string): Artefact => {
  expect(script.content).toContain(from);
  return { ...script, content: script.content.replace(from, to) };
};
const lineOf = ({ content }: Artefact, text: string): number => content.slice(0, content.indexOf(text)).split('\n').length;
test.each([
  [
    'a path that the contract does not have',
    mutate('"path": "/api/v1/listings"', '"path": "/api/v1/lists"'),
    '"id": "create-listing"',
    1,
  ],
  [
    'a body without what is required',
    mutate('"visitOn": "2026-12-19"', '"visitedOn": "2026-12-19"'),
    '"id": "create-listing"',
    1,
  ],
  ['a name that k6 does not have', mutate('http.asyncRequest', 'http.asyncRequests'), 'http.asyncRequests', 0],
  ['a broken script', mutate('export const options = {', 'export const options = {{'), 'export const options = {{', 1],
])(
  '%s is caught with its line',
  async (_, edited, at, proofIndex) => {
    const found = (await prove(edited))[proofIndex]!;
    expect([found.outcome, found.line]).toEqual(['rejected', lineOf(edited, at)]);
  },
  60_000,
);

test.each(['"; process.exit(); //', '</script>`${1}`', "it's \\ \u2028 🦉"])(
  'names with %j run too',
  async (name) => {
    const hostile = hostileDesign(name);
    const found = await prove(loadTestFile(hostile)!, hostile);
    expect(found.filter(({ outcome }) => outcome !== 'accepted')).toEqual([]);
  },
  60_000,
);

let origin = '';
const slow = createServer((_, response) => void setTimeout(() => response.writeHead(500).end(), 400));
beforeAll(async () => {
  await new Promise<void>((resolve) => slow.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(slow.address() as AddressInfo).port}`;
});
afterAll(() => slow.close());

test('a slow and failing service breaks the thresholds', async () => {
  const env = { BASE_URL: origin, EXAMPLES: 'yes', PROFILE: 'peak' };
  const run = await runK6({ script: script.content, origin, env, durationMs: 500, maxRate: 50 });
  const broken = run.thresholds.filter(({ holds }) => holds === false).map(({ key }) => key);
  expect(broken).toContain('http_req_failed');
  expect(broken).toContain('http_req_duration{operation:list-listings}');
}, 60_000);

test('a script sees no files, no programs and no other server', async () => {
  const steal = `import http from 'k6/http';
export const options = { scenarios: { a: { startRate: 1, timeUnit: '1s', stages: [{ duration: '1s', target: 1 }], maxVUs: 9, env: { OPERATION: '0' } } }, thresholds: {} };
export default async function () { await http.asyncRequest('GET', 'http://127.0.0.1:9/', null, {}); }`;
  const run = await runK6({ script: steal, origin, env: {}, durationMs: 100, maxRate: 5 });
  expect(run.errors[0]).toContain('is not the server under test');
  await expect(runK6({ script: "import fs from 'node:fs';", origin, env: {}, durationMs: 100, maxRate: 5 })).rejects.toThrow(
    'does not have',
  );
}, 60_000);

#!/usr/bin/env node
// Times the verification of 60 technologies against the loopback services of the tests: cold (nothing kept, the documentation server
// started as a process), warm (everything kept and fresh), and offline. Not a test: compare the ratios of one run.
//   node scripts/bench-evidence.mjs [--technologies N] [--rounds N]
//   node scripts/bench-evidence.mjs --serve FILE     only starts the services and writes their addresses, for ARCHWRIGHT_SOURCES
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '..');
const { values: flags } = parseArgs({
  options: {
    technologies: { type: 'string', default: '60' },
    rounds: { type: 'string', default: '3' },
    serve: { type: 'string' },
  },
});
const rounds = Number(flags.rounds);
const ENTRY = `
export { defaultContext7, openEvidence, verifyTechnologies } from '@archwright/evidence';
export { FixtureWorld } from '@archwright/evidence/testing/fixture-world';
export { wholeWorld } from '@archwright/evidence/testing/whole-world';
export { catalogue } from '@archwright/catalogue';
`;
const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];

// Beside the packages, so that what stays outside of the bundle is found.
const folder = mkdtempSync(join(root, 'node_modules/.bench-evidence-'));
const cache = mkdtempSync(join(tmpdir(), 'archwright-bench-evidence-'));
const bundle = join(folder, 'evidence.mjs');
let world;
try {
  await build({
    stdin: { contents: ENTRY, resolveDir: root, loader: 'ts' },
    outfile: bundle,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    external: ['@modelcontextprotocol/*', 'undici', 'semver', 'yauzl'],
    logLevel: 'warning',
  });
  const { defaultContext7, openEvidence, verifyTechnologies, FixtureWorld, wholeWorld, catalogue } = await import(
    pathToFileURL(bundle).href
  );
  world = await FixtureWorld.start(wholeWorld(catalogue.technologies));
  if (flags.serve !== undefined) {
    writeFileSync(flags.serve, JSON.stringify(world.endpoints(), null, 1));
    console.log(`services at ${world.url}; ARCHWRIGHT_SOURCES=${flags.serve}; end with Ctrl-C`);
    await new Promise((resolve) => process.on('SIGINT', resolve));
  } else await bench();

  async function bench() {
    const technologies = catalogue.technologies.filter(({ versioned }) => versioned).slice(0, Number(flags.technologies));
    const run = async (name, { offline = false, kept = cache } = {}) => {
      world.seen.length = 0;
      const start = performance.now();
      const evidence = await openEvidence({
        now: new Date('2026-11-30T12:00:00Z'),
        offline,
        folder: kept,
        endpoints: world.endpoints(),
        environment: { PATH: process.env.PATH, HOME: process.env.HOME },
        clientVersion: '0.0.0',
        timeMs: 600_000,
        ...(!offline && { context7: defaultContext7(world.endpoints()) }),
      });
      const findings = await verifyTechnologies(technologies, evidence.verifiers, evidence.session);
      await evidence.close(findings);
      const time = performance.now() - start;
      const count = (status) => findings.filter((one) => one.status === status).length;
      const read = findings.filter(({ guidance }) => guidance.state === 'read').length;
      return {
        name,
        time,
        requests: world.seen.length,
        verified: count('verified'),
        stale: count('stale'),
        unverified: count('unverified'),
        read,
      };
    };
    const repeated = async (name, how) => {
      const all = [];
      for (let round = 0; round < rounds; round += 1) all.push(await run(name, how(round)));
      return { ...all.at(-1), time: median(all.map(({ time }) => time)) };
    };
    const fresh = (round) => join(cache, `cold-${round}`);
    const rows = [
      await repeated('cold', (round) => ({ kept: fresh(round) })),
      await repeated('warm', () => ({ kept: fresh(0) })),
      await repeated('offline, kept', () => ({ kept: fresh(0), offline: true })),
      await repeated('offline, snapshot only', () => ({ kept: join(cache, 'nothing'), offline: true })),
    ];
    const head = ['verification', 'ms', 'requests', 'verified', 'stale', 'unverified', 'documentation read'];
    const cells = rows.map((row) => [
      row.name,
      row.time.toFixed(0),
      row.requests,
      row.verified,
      row.stale,
      row.unverified,
      row.read,
    ]);
    const widths = head.map((title, column) => Math.max(title.length, ...cells.map((row) => String(row[column]).length)));
    const line = (row) =>
      row
        .map((text, column) => (column === 0 ? String(text).padEnd(widths[0]) : String(text).padStart(widths[column])))
        .join('  ');
    console.log(`${technologies.length} technologies, medians of ${rounds} rounds, loopback services\n`);
    console.log([line(head), ...cells.map(line)].join('\n'), '\n');
  }
} finally {
  await world?.close();
  for (const one of [folder, cache]) rmSync(one, { recursive: true, force: true });
}

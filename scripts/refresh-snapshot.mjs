#!/usr/bin/env node
// Refreshes adapters/evidence/snapshot.json, the dated knowledge used offline.
//   npm run snapshot:refresh [-- --cycles FILE]
// Package versions come from the npm registry, release lines from the API of endoflife.date; --cycles takes them from a file extracted
// from its product files instead (schema archwright.release-cycles/1). Where the service cannot be reached the shipped release lines stay
// as they are, with their own date.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const target = join(root, 'adapters/evidence/snapshot.json');
const at = process.argv.indexOf('--cycles');
const previous = (() => {
  try {
    return JSON.parse(readFileSync(target, 'utf8'));
  } catch {
    return { cycles: {}, npm: {} };
  }
})();
const sources = readdirSync(join(root, 'packages/catalogue/technologies'))
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(join(root, 'packages/catalogue/technologies', name), 'utf8'))
  .join('\n');
const named = (key) =>
  [...new Set([...sources.matchAll(new RegExp(`\\b${key}: '([^']+)'`, 'g'))].map((match) => match[1]))].sort();
const registry = (process.env.npm_config_registry ?? 'https://registry.npmjs.org').replace(/\/$/, '');

let { cyclesAsOf, cyclesSource, cycles } = previous;
if (at > 0) {
  const file = JSON.parse(readFileSync(process.argv[at + 1], 'utf8'));
  cyclesAsOf = file.asOf;
  cyclesSource = `endoflife.date (${file.sources[0].commit.slice(0, 12)})`;
  cycles = Object.fromEntries(
    named('endoflife').flatMap((id) => {
      const found = file.technologies.find((technology) => technology.id === id);
      return found
        ? [
            [
              id,
              {
                locator: `https://endoflife.date/${id}`,
                digest: found.digest,
                cycles: found.cycles.map(({ cycle, releaseDate, latest, latestReleaseDate, eol, lts }) => ({
                  cycle,
                  released: releaseDate,
                  latest,
                  ...(latestReleaseDate && { latestReleased: latestReleaseDate }),
                  eol,
                  lts,
                })),
              },
            ],
          ]
        : [];
    }),
  );
} else {
  const live = await liveCycles(named('endoflife'));
  if (live) ({ cyclesAsOf, cyclesSource, cycles } = live);
  else console.error(`endoflife.date cannot be reached: release lines stay those of ${cyclesAsOf}`);
}

/** All products or none: one file must not mix two days. */
async function liveCycles(ids) {
  const products = {};
  const asOf = [];
  for (const id of ids) {
    try {
      const response = await fetch(`https://endoflife.date/api/v1/products/${id}`, { signal: AbortSignal.timeout(20_000) });
      if (response.status === 404) continue;
      if (!response.ok) return undefined;
      const body = await response.text();
      const { generated_at: generatedAt, result } = JSON.parse(body);
      asOf.push(generatedAt);
      products[id] = {
        locator: `https://endoflife.date/${id}`,
        digest: `sha256:${createHash('sha256').update(body).digest('hex')}`,
        cycles: result.releases.map(({ name, releaseDate, latest, eolFrom, isEol, ltsFrom, isLts }) => ({
          cycle: name,
          released: releaseDate,
          latest: latest?.name ?? null,
          ...(latest?.date && { latestReleased: latest.date }),
          eol: eolFrom ?? isEol,
          lts: ltsFrom ?? isLts,
        })),
      };
    } catch {
      return undefined;
    }
  }
  const oldest = asOf.sort()[0];
  const digest = createHash('sha256').update(JSON.stringify(products)).digest('hex').slice(0, 12);
  return oldest && { cyclesAsOf: oldest, cyclesSource: `endoflife.date (${digest})`, cycles: products };
}
const npm = {};
for (const name of named('npm')) {
  const response = await fetch(`${registry}/${name.replace('/', '%2f')}`, { signal: AbortSignal.timeout(20_000) });
  if (!response.ok) {
    console.error(`${name}: ${response.status}`);
    continue;
  }
  const body = await response.text();
  const document = JSON.parse(body);
  const version = document['dist-tags']?.latest;
  if (version)
    npm[name] = {
      version,
      ...(document.versions?.[version]?.deprecated && { deprecated: String(document.versions[version].deprecated) }),
      digest: `sha256:${createHash('sha256').update(body).digest('hex')}`,
    };
}
writeFileSync(
  target,
  `${JSON.stringify({ cyclesAsOf, cyclesSource, npmAsOf: new Date().toISOString(), cycles, npm }, null, 1)}\n`,
);
console.log(`${Object.keys(cycles).length} products, ${Object.keys(npm).length} packages`);

#!/usr/bin/env node
// Times the engine on the fixture briefs and prints each budget with its measure and whether it held. Not a test: a machine's speed
// proves nothing about the code. Time is what somebody waits for, from start to end; other work on the machine adds to it, so the
// fastest round stands beside the median, and user CPU time (with what collects garbage and compiles at the same time) beside both.
// Warm means that the code is compiled: rounds that are not measured go before. The engine keeps answers to problems it was asked
// before, by catalogue: each round hands it a catalogue object of its own, so that code is warm and answers are not.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { benchSearch } from './bench-search.mjs';
import { BUDGETS, hold, median, ms, printTable, timed } from './bench-tools.mjs';

const PARTS = ['stages', 'archetypes', 'cold', 'search', 'proofs', 'evidence'];
const USAGE = `npm run bench -- [--rounds N] [--warm-up N] [--briefs N] [--only ${PARTS.join('|')}]

  --rounds N   measurements of which the median is shown (default 9)
  --warm-up N  rounds over all briefs before anything warm is measured (default 10)
  --briefs N   how many of the fixture briefs (default 6)
  --only PART  one part:
     stages      a warm design, stage by stage, beside its budgets
     archetypes  a warm design in every domain, the worst five shown
     cold        a process of its own: the engine, and the command line without proofs
     search      what the search costs as options are added
     proofs, evidence   tools and servers are started: only when named

Without --only the first four parts run, in about four minutes on two cores.`;

const root = join(import.meta.dirname, '..');
const flags = readFlags();
const rounds = flags.rounds;
const ON_REQUEST = new Set(['proofs', 'evidence']);
const wanted = (part) => flags.only === part || (flags.only === undefined && !ON_REQUEST.has(part));

/** The flags as they are meant; with --help or a flag that is none, usage and the end. */
function readFlags() {
  const refuse = (message) => {
    console.error(`${message}\n\n${USAGE}`);
    process.exit(64);
  };
  try {
    const text = { type: 'string' };
    const { values } = parseArgs({
      options: {
        rounds: { ...text, default: '9' },
        'warm-up': { ...text, default: '10' },
        briefs: { ...text, default: '6' },
        only: text,
        help: { type: 'boolean', short: 'h' },
      },
    });
    if (values.help) {
      console.log(USAGE);
      process.exit();
    }
    for (const name of ['rounds', 'warm-up', 'briefs'])
      if (!/^[1-9]\d{0,3}$/.test(values[name])) refuse(`--${name} takes a whole number, not “${values[name]}”`);
    if (values.only !== undefined && !PARTS.includes(values.only)) refuse(`no part is called “${values.only}”`);
    return { rounds: Number(values.rounds), warmUp: Number(values['warm-up']), briefs: Number(values.briefs), only: values.only };
  } catch (error) {
    return refuse(error.message);
  }
}

const ENTRY = `
export { answerBrief, designFrom, sizeWorkload, understand } from '@archwright/engine';
export { STAGES } from '@archwright/engine/design';
export { poseProblem } from '@archwright/engine/decide/pose-problem';
export { openSpace } from '@archwright/engine/decide/space';
export { Solver } from '@archwright/engine/decide/search';
export { catalogue } from '@archwright/catalogue';
export { seededRandom } from '@archwright/kernel';
`;
/** Stages of a design by their column; the others are named as they are. */
const COLUMNS = {
  questions: 'questions',
  robustness: 'robustness',
  assumptions: 'assumptions',
  decide: 'decide',
  roadmap: 'roadmap',
};

/** Rounds of each domain, of which the first is not measured: it runs what no other domain has. */
const DOMAIN_ROUNDS = 4;

const DATE = '2026-11-24';
const SEED = 1;

/** Briefs of fixtures/briefs/<name>/brief.txt or .md, and of the published cases. */
function fixtureBriefs() {
  const folder = join(root, 'fixtures/briefs');
  const files = existsSync(folder)
    ? readdirSync(folder)
        .sort()
        .flatMap((id) =>
          ['brief.txt', 'brief.md'].map((name) => ({ id, path: join(folder, id, name) })).filter(({ path }) => existsSync(path)),
        )
    : [];
  const cases = JSON.parse(readFileSync(join(root, 'fixtures/cases/published-cases.json'), 'utf8'));
  return [
    ...files.map(({ id, path }) => ({ id, brief: readFileSync(path, 'utf8') })),
    ...cases.map(({ id, brief }) => ({ id, brief })),
  ].slice(0, flags.briefs);
}

/** One brief for every domain the catalogue knows: fixtures/domains/<name>/brief.txt, or one line where there is none. */
function domainBriefs({ catalogue }) {
  return catalogue.archetypes.map(({ id, name, triggers }) => {
    const path = join(root, 'fixtures/domains', id, 'brief.txt');
    const line = `${name}: ${triggers.strong.slice(0, 2).join(', ')}. 50,000 daily users, a team of 6, a budget of $8,000 a month.`;
    return { id, brief: existsSync(path) ? readFileSync(path, 'utf8') : line };
  });
}

if (wanted('evidence')) spawnSync(process.execPath, [join(import.meta.dirname, 'bench-evidence.mjs')], { stdio: 'inherit' });
if (flags.only === 'evidence') process.exit();
const folder = mkdtempSync(join(tmpdir(), 'archwright-bench-'));
const bundle = join(folder, 'engine.cjs');
try {
  await build({
    stdin: { contents: ENTRY, resolveDir: root, loader: 'ts' },
    outfile: bundle,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    logLevel: 'warning',
  });
  const engine = await import(pathToFileURL(bundle).href);
  const briefs = fixtureBriefs();
  console.log(
    `Node ${process.version}, ${cpus().length} cores, ${engine.catalogue.options.length} options, ${briefs.length} briefs, medians of ${rounds} rounds after ${flags.warmUp} to warm up, milliseconds\n`,
  );
  const skipped = wanted('stages') || wanted('archetypes') ? await warmUp(engine, briefs) : [];
  const feasible = briefs.filter(({ id }) => !skipped.includes(id));
  if (wanted('stages')) await benchStages(engine, feasible);
  if (wanted('archetypes')) await benchArchetypes(engine);
  if (wanted('cold')) benchCold(briefs);
  if (wanted('search')) benchSearch(engine, briefs, rounds);
  if (BUDGETS.length > 0) printTable(['budget', 'limit', 'median', '', 'fastest round'], BUDGETS);
  if (wanted('proofs')) await import('./bench-proofs.mjs');
} finally {
  rmSync(folder, { recursive: true, force: true });
}

// --- Stages, warm ---------------------------------------------------------------------------------------------------

/** One brief through every stage, as a design runs them; `undefined` where no design comes back. */
async function oneRound({ catalogue: shared, STAGES, ...engine }, brief) {
  const catalogue = { ...shared };
  engine.understand({ brief: 'a shop', catalogue }); // prepares what intake keeps by catalogue
  const row = { understand: 0, decide: 0, roadmap: 0, robustness: 0, assumptions: 0, questions: 0, rest: 0 };
  const columnOf = new Map(Object.entries(COLUMNS).map(([stage, column]) => [STAGES[stage], column]));
  const cpu = process.cpuUsage();
  let [column, since] = ['understand', performance.now()];
  const next = (stage) => {
    const now = performance.now();
    row[column] += now - since;
    [column, since] = [columnOf.get(stage) ?? 'rest', now];
  };
  const { reading, figures, diagnostics } = engine.understand({ brief, catalogue });
  const context = { catalogue, date: DATE, seed: SEED, pinned: [], assume: true, diagnostics, onStage: next };
  const design = engine.designFrom(reading, figures, context);
  next();
  const { user } = process.cpuUsage(cpu);
  if (design.conflict) return undefined;
  const { understand, decide, roadmap, rest, robustness, assumptions, questions } = row;
  // What looks at other designs than the one delivered comes on top of the plain design.
  const plain = understand + decide + roadmap + rest;
  const [search] = timed(() => searchOnce(engine, { reading, figures, catalogue: { ...shared } }));
  const start = performance.now();
  await engine.answerBrief({ brief, catalogue: { ...shared }, date: DATE, seed: SEED, assume: true });
  const answer = performance.now() - start;
  return { ...row, search, plain, all: plain + robustness + assumptions + questions, cpu: user / 1_000, answer };
}

/** Sizes a brief, opens its space and finds the best design in it. */
function searchOnce(engine, { reading, figures, catalogue }) {
  const book = figures.copy();
  const workload = engine.sizeWorkload(reading, catalogue.archetypes, book);
  const { problem } = engine.poseProblem(reading, workload, catalogue, book);
  return new engine.Solver(engine.openSpace(problem, catalogue), problem).best();
}

/** Whole rounds that nobody times, until what runs often is compiled; the briefs for which no design comes back. */
async function warmUp(engine, briefs) {
  const skipped = new Set();
  for (let round = 0; round < flags.warmUp; round += 1)
    for (const { id, brief } of briefs) if (!(await oneRound(engine, brief))) skipped.add(id);
  if (skipped.size > 0) console.log(`no design comes back for: ${[...skipped].join(', ')} (conflicting constraints)\n`);
  return [...skipped];
}

/** Of rounds with the same columns: the medians, and the least of each. */
function summarised(measured) {
  const of = (how) =>
    Object.fromEntries(Object.keys(measured[0]).map((stage) => [stage, how(measured.map((one) => one[stage]))]));
  return [of(median), of((list) => Math.min(...list))];
}

async function benchStages(engine, briefs) {
  const [rows, fastest] = [[], []];
  for (const { id, brief } of briefs) {
    const measured = [];
    for (let round = 0; round < rounds; round += 1) measured.push(await oneRound(engine, brief));
    const [middle, least] = summarised(measured);
    rows.push({ id, ...middle });
    fastest.push(least);
  }
  const columns = {
    search: 'one search',
    understand: 'understand',
    decide: 'decide',
    roadmap: 'roadmap',
    rest: 'rest',
    plain: 'plain design',
    robustness: 'robustness',
    assumptions: 'assumptions',
    questions: 'questions',
    all: 'whole design',
    cpu: 'its CPU',
    answer: 'with files, gate',
  };
  const head = ['warm', ...Object.values(columns), 'whole ÷ plain'];
  const cells = (row) => Object.keys(columns).map((key) => ms(row[key]));
  const overall = (how, list = rows) =>
    Object.fromEntries(Object.keys(fastest[0]).map((key) => [key, how(list.map((row) => row[key]))]));
  const most = (list) => Math.max(...list);
  const [middle, worst] = [overall(median), overall(most)];
  printTable(head, [
    ...rows.map((row) => [row.id, ...cells(row), (row.all / row.plain).toFixed(1)]),
    ['MEDIAN', ...cells(middle), median(rows.map((row) => row.all / row.plain)).toFixed(1)],
    ['WORST', ...cells(worst), Math.max(...rows.map((row) => row.all / row.plain)).toFixed(1)],
  ]);
  holdDesign('briefs', { middle, worst }, { middle: overall(median, fastest), worst: overall(most, fastest) });
}

/** @param fastest - the same of the fastest rounds */
function holdDesign(what, { middle, worst }, fastest) {
  hold(`${what}: plain design, typical`, 50, middle.plain, fastest.middle.plain);
  hold(`${what}: plain design, worst`, 200, worst.plain, fastest.worst.plain);
  hold(`${what}: questions, robustness and assumptions too, worst`, 1_000, worst.all, fastest.worst.all);
}

/** Every domain, when the code is warm: the worst of them is what a budget for the worst archetype is about. */
async function benchArchetypes(engine) {
  const [rows, fastest] = [[], []];
  for (const { id, brief } of domainBriefs(engine)) {
    if (!(await oneRound(engine, brief))) {
      console.log(`no design comes back for ${id} (conflicting constraints)`);
      continue;
    }
    const measured = [];
    for (let round = 1; round < DOMAIN_ROUNDS; round += 1) measured.push(await oneRound(engine, brief));
    const [middle, least] = summarised(measured);
    rows.push({ id, ...middle });
    fastest.push(least);
  }
  rows.sort((a, b) => b.plain - a.plain);
  const of = (key, how, list = rows) => how(list.map((row) => row[key]));
  printTable(
    ['domain, worst five first', 'decide', 'plain design', 'whole design', 'with files, gate'],
    [
      ...rows.slice(0, 5).map((row) => [row.id, ms(row.decide), ms(row.plain), ms(row.all), ms(row.answer)]),
      [`MEDIAN of ${rows.length}`, ...['decide', 'plain', 'all', 'answer'].map((key) => ms(of(key, median)))],
      ['WORST', ...['decide', 'plain', 'all', 'answer'].map((key) => ms(of(key, (list) => Math.max(...list))))],
    ],
  );
  const most = (list) => Math.max(...list);
  const ends = (list) => ({
    middle: { plain: of('plain', median, list) },
    worst: { plain: of('plain', most, list), all: of('all', most, list) },
  });
  holdDesign('domains', ends(rows), ends(fastest));
}

// --- Cold -----------------------------------------------------------------------------------------------------------

/** A process of its own: ms from its start to its end, and of user CPU, by its own account as it ends. */
function timedChild(args) {
  const [hook, account] = [join(folder, 'account.cjs'), join(folder, 'account.txt')];
  writeFileSync(
    hook,
    `process.on('exit', () => require('node:fs').writeFileSync(${JSON.stringify(account)}, String(process.cpuUsage().user)))`,
  );
  const start = performance.now();
  const { status } = spawnSync(process.execPath, ['--require', hook, ...args], { stdio: 'ignore' });
  const elapsed = performance.now() - start;
  if (status !== 0) throw new Error(`node ${args.join(' ').slice(0, 200)} ended with ${status}`);
  return { elapsed, cpu: Number(readFileSync(account, 'utf8')) / 1_000 };
}

/**
 * Whole processes: the engine alone, and the command line without proofs. Their budget is what a person waits for, who has both
 * cores: the time from start to end. CPU time stands beside it, since compiling and collecting garbage go on at the same time.
 */
function benchCold(briefs) {
  const script = join(folder, 'cold.cjs');
  writeFileSync(
    script,
    `const { answerBrief, catalogue } = require('./engine.cjs'); answerBrief({ brief: process.argv[2], catalogue, date: '${DATE}', seed: ${SEED}, assume: true });`,
  );
  const cli = join(root, 'apps/cli/bin/archwright.js');
  const built = existsSync(join(root, 'apps/cli/dist/archwright.js'));
  const rounded = (args) => {
    const runs = Array.from({ length: rounds }, () => timedChild(args));
    const times = runs.map(({ elapsed }) => elapsed);
    return { elapsed: median(times), fastest: Math.min(...times), cpu: median(runs.map(({ cpu }) => cpu)) };
  };
  const design = (brief) => [cli, 'design', brief, '--yes', '--offline', '--no-prove', '--date', DATE];
  const rows = [
    { id: 'node itself', run: rounded(['-e', '0']) },
    ...(built ? [{ id: 'archwright --version', run: rounded([cli, '--version']) }] : []),
    ...briefs
      .slice(0, 2)
      .flatMap(({ id, brief }) => [
        { id: `${id}, engine`, run: rounded([script, brief]) },
        ...(built ? [{ id: `${id}, archwright design`, run: rounded(design(brief)), isCommand: true }] : []),
      ]),
  ];
  printTable(
    ['cold, a process each', 'start to end', 'user CPU'],
    rows.map(({ id, run }) => [id, ms(run.elapsed), ms(run.cpu)]),
  );
  const slowest = (key) => Math.max(...rows.filter(({ isCommand }) => isCommand).map(({ run }) => run[key]));
  if (built) hold('command line, cold, without proofs, start to end', 1_000, slowest('elapsed'), slowest('fastest'));
  else console.log('the command line is not built: npm run build\n');
  console.log(`bundle of the engine and its catalogue: ${(statSync(bundle).size / 1e6).toFixed(1)} MB, not minified\n`);
}

#!/usr/bin/env node
// Times the engine on the fixture briefs and prints each budget with its measure and whether it held. Not a test: a machine's speed
// proves nothing about the code. User CPU time is measured, since other work on the machine changes it least; what runs beside the
// program (collecting garbage, compiling) counts too.
// The engine keeps answers to problems it was asked before, by catalogue. Each round hands it a catalogue object of its own, so
// that code is warm and answers are not.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';

const PARTS = ['stages', 'archetypes', 'cold', 'search', 'proofs', 'evidence'];
const USAGE = `npm run bench -- [--rounds N] [--briefs N] [--only ${PARTS.join('|')}]

  --rounds N   measurements of which the median is shown (default 3)
  --briefs N   how many of the fixture briefs (default 6)
  --only PART  one part:
     stages      a warm design, stage by stage, beside its budgets
     archetypes  a warm design in every domain, the worst five shown
     cold        a process of its own: the engine, and the command line without proofs
     search      what the search costs as options are added
     proofs, evidence   tools and servers are started: only when named

Without --only the first four parts run, in about three minutes on two cores.`;

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
        rounds: { ...text, default: '3' },
        briefs: { ...text, default: '6' },
        only: text,
        help: { type: 'boolean', short: 'h' },
      },
    });
    if (values.help) {
      console.log(USAGE);
      process.exit();
    }
    for (const name of ['rounds', 'briefs'])
      if (!/^[1-9]\d{0,3}$/.test(values[name])) refuse(`--${name} takes a whole number, not “${values[name]}”`);
    if (values.only !== undefined && !PARTS.includes(values.only)) refuse(`no part is called “${values.only}”`);
    return { rounds: Number(values.rounds), briefs: Number(values.briefs), only: values.only };
  } catch (error) {
    return refuse(error.message);
  }
}

const ENTRY = `
export { answerBrief, designFrom, rankQuestions, sizeWorkload, understand } from '@archwright/engine';
export { decide } from '@archwright/engine/decide/decide';
export { poseProblem } from '@archwright/engine/decide/pose-problem';
export { withSensitivity } from '@archwright/engine/decide/sensitivity';
export { listAssumptions } from '@archwright/engine/describe/assumptions';
export { openSpace } from '@archwright/engine/decide/space';
export { Solver } from '@archwright/engine/decide/search';
export { catalogue } from '@archwright/catalogue';
export { seededRandom } from '@archwright/kernel';
`;
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

const BUDGETS = [];

const median = (list) => {
  const sorted = [...list].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};
const ms = (value) => (value >= 100 ? value.toFixed(0) : value.toFixed(1));

const verdict = (value, limit) => (value <= limit ? 'within' : `${(value / limit).toFixed(1)} times over`);

/** User CPU time in milliseconds, and what came back. */
function timed(run) {
  const start = process.cpuUsage();
  const value = run();
  return [process.cpuUsage(start).user / 1_000, value];
}

function printTable(head, rows) {
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => String(row[column]).length)));
  const line = (row) =>
    row
      .map((text, column) => (column === 0 ? String(text).padEnd(widths[column]) : String(text).padStart(widths[column])))
      .join('  ');
  console.log([line(head), widths.map((width) => '-'.repeat(width)).join('  '), ...rows.map(line)].join('\n'), '\n');
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
    `Node ${process.version}, ${cpus().length} cores, ${engine.catalogue.options.length} options, ${briefs.length} briefs, medians of ${rounds} rounds, milliseconds of user CPU\n`,
  );
  if (wanted('stages')) await benchStages(engine, briefs);
  if (wanted('archetypes')) await benchArchetypes(engine);
  if (wanted('cold')) benchCold(briefs);
  if (wanted('search')) benchSearch(engine, briefs);
  if (BUDGETS.length > 0) printTable(['budget', 'limit', 'measured', ''], BUDGETS);
  if (wanted('proofs')) await import('./bench-proofs.mjs');
} finally {
  rmSync(folder, { recursive: true, force: true });
}

// --- Stages, warm ---------------------------------------------------------------------------------------------------

/** One brief through every stage, each timed on its own; `undefined` where no design comes back. */
async function oneRound({ catalogue: shared, ...engine }, brief) {
  const catalogue = { ...shared };
  engine.understand({ brief: 'a shop', catalogue }); // prepares what intake keeps by catalogue
  const [understand, { reading, figures, diagnostics }] = timed(() => engine.understand({ brief, catalogue }));
  const book = figures.copy();
  const [size, workload] = timed(() => engine.sizeWorkload(reading, catalogue.archetypes, book));
  const [search] = timed(() => {
    const alone = { ...catalogue };
    const { problem } = engine.poseProblem(reading, workload, alone, book.copy());
    return new engine.Solver(engine.openSpace(problem, alone), problem).best();
  });
  const [decide, decided] = timed(() => engine.decide(reading, workload, catalogue, book));
  if (!('best' in decided)) return undefined;
  const [robustness] = timed(() => engine.withSensitivity(decided, workload, catalogue, SEED));
  const [assumptions] = timed(() => engine.listAssumptions(reading, workload, book, figures, catalogue));
  const [questions] = timed(() => engine.rankQuestions(reading, figures, workload, catalogue));
  const [design] = timed(() =>
    engine.designFrom(reading, figures, {
      catalogue: { ...shared },
      date: DATE,
      seed: SEED,
      pinned: [],
      assume: true,
      diagnostics,
    }),
  );
  const start = process.cpuUsage();
  await engine.answerBrief({ brief, catalogue: { ...shared }, date: DATE, seed: SEED, assume: true });
  const answer = process.cpuUsage(start).user / 1_000;
  // What looks at other designs than the one chosen; the rest is the plain design.
  const plain = understand + Math.max(0, design - robustness - assumptions - questions);
  return { understand, size, search, decide, plain, robustness, assumptions, questions, all: understand + design, answer };
}

async function benchStages(engine, briefs) {
  const rows = [];
  const skipped = [];
  for (const { id, brief } of briefs) {
    if (!(await oneRound(engine, brief))) {
      skipped.push(id);
      continue;
    }
    const measured = [];
    for (let round = 0; round < rounds; round += 1) measured.push(await oneRound(engine, brief));
    rows.push({
      id,
      ...Object.fromEntries(Object.keys(measured[0]).map((stage) => [stage, median(measured.map((one) => one[stage]))])),
    });
  }
  const head = [
    'warm',
    'understand',
    'size',
    'search',
    'decide',
    'plain design',
    'robustness',
    'assumptions',
    'questions',
    'whole design',
    'with files, gate',
    'whole ÷ plain',
  ];
  const cells = (row) =>
    [
      row.understand,
      row.size,
      row.search,
      row.decide,
      row.plain,
      row.robustness,
      row.assumptions,
      row.questions,
      row.all,
      row.answer,
    ].map(ms);
  const overall = (of) =>
    Object.fromEntries(
      Object.keys(rows[0])
        .filter((key) => key !== 'id')
        .map((key) => [key, of(rows.map((row) => row[key]))]),
    );
  const [middle, worst] = [overall(median), overall((list) => Math.max(...list))];
  printTable(head, [
    ...rows.map((row) => [row.id, ...cells(row), (row.all / row.plain).toFixed(1)]),
    ['MEDIAN', ...cells(middle), median(rows.map((row) => row.all / row.plain)).toFixed(1)],
    ['WORST', ...cells(worst), Math.max(...rows.map((row) => row.all / row.plain)).toFixed(1)],
  ]);
  holdDesign('briefs', middle, worst);
  if (skipped.length > 0) console.log(`no design comes back for: ${skipped.join(', ')} (conflicting constraints)\n`);
}

/** Keeps a budget with its measure: all are shown at the end. */
function hold(name, limit, value) {
  BUDGETS.push([name, String(limit), ms(value), verdict(value, limit)]);
}

function holdDesign(what, middle, worst) {
  hold(`${what}: plain design, typical`, 50, middle.plain);
  hold(`${what}: plain design, worst`, 200, worst.plain);
  hold(`${what}: questions, robustness and assumptions too, worst`, 1_000, worst.all);
}

/** Every domain once, when the code is warm: the worst of them is what a budget for the worst archetype is about. */
async function benchArchetypes(engine) {
  const rows = [];
  for (const { id, brief } of domainBriefs(engine)) {
    const measured = await oneRound(engine, brief);
    if (measured) rows.push({ id, ...measured });
    else console.log(`no design comes back for ${id} (conflicting constraints)`);
  }
  rows.sort((a, b) => b.plain - a.plain);
  const of = (key, how) => how(rows.map((row) => row[key]));
  printTable(
    ['domain, worst five first', 'decide', 'plain design', 'whole design', 'with files, gate'],
    [
      ...rows.slice(0, 5).map((row) => [row.id, ms(row.decide), ms(row.plain), ms(row.all), ms(row.answer)]),
      [`MEDIAN of ${rows.length}`, ...['decide', 'plain', 'all', 'answer'].map((key) => ms(of(key, median)))],
      ['WORST', ...['decide', 'plain', 'all', 'answer'].map((key) => ms(of(key, (list) => Math.max(...list))))],
    ],
  );
  holdDesign(
    'domains',
    { plain: of('plain', median) },
    { plain: of('plain', (list) => Math.max(...list)), all: of('all', (list) => Math.max(...list)) },
  );
}

// --- Cold -----------------------------------------------------------------------------------------------------------

/** User CPU time of a process of its own, ms: it writes its own account as it ends. */
function childCpu(args) {
  const [hook, account] = [join(folder, 'account.cjs'), join(folder, 'account.txt')];
  writeFileSync(
    hook,
    `process.on('exit', () => require('node:fs').writeFileSync(${JSON.stringify(account)}, String(process.cpuUsage().user)))`,
  );
  const { status } = spawnSync(process.execPath, ['--require', hook, ...args], { stdio: 'ignore' });
  if (status !== 0) throw new Error(`node ${args.join(' ').slice(0, 200)} ended with ${status}`);
  return Number(readFileSync(account, 'utf8')) / 1_000;
}

/** Whole processes: the engine alone, and the command line without proofs. */
function benchCold(briefs) {
  const script = join(folder, 'cold.cjs');
  writeFileSync(
    script,
    `const { answerBrief, catalogue } = require('./engine.cjs'); answerBrief({ brief: process.argv[2], catalogue, date: '${DATE}', seed: ${SEED}, assume: true });`,
  );
  const cli = join(root, 'apps/cli/bin/archwright.js');
  const built = existsSync(join(root, 'apps/cli/dist/archwright.js'));
  const cpu = (args) => median(Array.from({ length: rounds }, () => childCpu(args)));
  const design = (brief) => [cli, 'design', brief, '--yes', '--offline', '--no-prove', '--date', DATE];
  const rows = briefs.slice(0, 2).map(({ id, brief }) => ({
    id,
    engine: cpu([script, brief]),
    command: built ? cpu(design(brief)) : undefined,
  }));
  printTable(
    ['cold, a process each', 'engine', 'command line'],
    [
      ['node itself', ms(cpu(['-e', '0'])), ''],
      ['--version', '', built ? ms(cpu([cli, '--version'])) : 'not built'],
      ...rows.map(({ id, engine, command }) => [id, ms(engine), command === undefined ? 'not built' : ms(command)]),
    ],
  );
  if (built) hold('command line, cold, without proofs', 1_000, Math.max(...rows.map(({ command }) => command)));
  console.log(`bundle of the engine and its catalogue: ${(statSync(bundle).size / 1e6).toFixed(1)} MB, not minified\n`);
}

// --- Search ---------------------------------------------------------------------------------------------------------

/** The catalogue with a share of its options, drawn with a seed; decision points keep at least one. */
function thinned({ catalogue, seededRandom }, share, seed) {
  const random = seededRandom(seed);
  const drawn = catalogue.options.map((option) => ({ option, kept: random() < share }));
  const empty = new Set(
    catalogue.decisionPoints
      .map(({ id }) => id)
      .filter((id) => !drawn.some(({ option, kept }) => kept && option.decision === id)),
  );
  const options = drawn.filter(({ option, kept }) => kept || empty.delete(option.decision)).map(({ option }) => option);
  return { ...catalogue, options };
}

function benchSearch(engine, briefs) {
  const rows = [0.25, 0.5, 0.75, 1].map((share) => {
    const runs = [];
    let infeasible = 0;
    for (let seed = 1; seed <= rounds; seed += 1) {
      const catalogue = thinned(engine, share, seed);
      for (const { brief } of briefs) {
        const { reading, figures } = engine.understand({ brief, catalogue: engine.catalogue });
        const book = figures.copy();
        const workload = engine.sizeWorkload(reading, catalogue.archetypes, book);
        const { problem } = engine.poseProblem(reading, workload, catalogue, book);
        const space = engine.openSpace(problem, catalogue);
        const candidates = space.points.reduce((product, { options }) => product * options.length, 1);
        const solver = new engine.Solver(space, problem);
        const [time, best] = timed(() => solver.best());
        if (best)
          runs.push({
            time,
            nodes: solver.nodes,
            open: space.points.reduce((sum, { options }) => sum + options.length, 0),
            candidates,
          });
        else infeasible += 1;
      }
    }
    const most = (list) => Math.max(...list);
    // So few options are left that no design stands: there is nothing to report.
    const of = (key, show = String, how = median) => (runs.length > 0 ? show(how(runs.map((run) => run[key]))) : '–');
    return [
      `${share * 100} %`,
      thinned(engine, share, 1).options.length,
      of('open'),
      of('candidates', (value) => value.toExponential(1)),
      of('nodes'),
      of('nodes', String, most),
      of('time', ms),
      of('time', ms, most),
      infeasible,
    ];
  });
  printTable(
    [
      'search, share of options',
      'options',
      'in the space',
      'candidates',
      'nodes',
      'nodes, worst',
      'ms',
      'ms, worst',
      'nothing feasible',
    ],
    rows,
  );
}

#!/usr/bin/env node
// Writes docs/generated/: what the catalogue knows and from where, the rules, the diagnostics, the published JSON Schemas; the
// excerpt of an answer in README.md with its picture; and the catalogue's registry. `--check` only compares and names what is stale.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { parseAst } from 'vitest/node';
import { apiDocument } from './api-docs.mjs';

const root = join(import.meta.dirname, '..');
const checking = process.argv.includes('--check');
const NOTE = '<!-- Written by `npm run docs:generate`. Do not edit. -->';
const DAY_MS = 86_400_000;

const ENTRY = `
export { catalogue } from '@archwright/catalogue';
export { architectureJsonSchema } from '@archwright/model';
export { specificationJsonSchema } from '@archwright/engine/intake/specification/index';
export { CHECKLIST } from '@archwright/engine/gate/check';
export { CHECKS } from '@archwright/engine/gate/gate';
export { mermaidSvg } from '@archwright/generators/svg/index';
export { RULES } from '@archwright/rules/review';
export { answerJsonSchema } from './apps/cli/output/answer-document.ts';
`;

async function load() {
  const folder = mkdtempSync(join(tmpdir(), 'archwright-docs-'));
  try {
    const outfile = join(folder, 'entry.cjs');
    await build({
      stdin: { contents: ENTRY, resolveDir: root, loader: 'ts' },
      outfile,
      bundle: true,
      platform: 'node',
      format: 'cjs',
      target: 'node20',
      logLevel: 'warning',
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

// --- Markdown -------------------------------------------------------------------------------------------------------

const cell = (text) =>
  String(text ?? '')
    .replaceAll('|', '\\|')
    .replace(/\s+/g, ' ')
    .trim();
const table = (head, rows) =>
  [
    `| ${head.join(' | ')} |`,
    `|${head.map(() => '---').join('|')}|`,
    ...rows.map((row) => `| ${row.map(cell).join(' | ')} |`),
  ].join('\n');
const code = (text) => `\`${text}\``;
const codes = (list) => list.map(code).join(', ');
const byText = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
const page = (title, ...parts) => `${NOTE}\n\n# ${title}\n\n${parts.filter(Boolean).join('\n\n')}\n`;

// --- Catalogue ------------------------------------------------------------------------------------------------------

/** `2026`, `2026-03` and `2026-03-19` as a time, the earliest they can mean; undefined for `undated`. */
function timeOf(asOf) {
  const [, year, month = '01', day = '01'] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(asOf) ?? [];
  return year && Date.parse(`${year}-${month}-${day}T00:00:00Z`);
}

function age(asOf, today) {
  const time = timeOf(asOf);
  if (time === undefined) return 'undated';
  const days = Math.max(0, Math.round((today - time) / DAY_MS));
  return days < 730 ? `${days} days` : `${Math.floor(days / 365.25)} years`;
}

/** Numbers the sources in the order they are met, one for each title, address and date. */
function sourceList() {
  const known = new Map();
  const number = (source) => {
    const key = JSON.stringify([source.title, source.url, source.asOf]);
    if (!known.has(key)) known.set(key, { at: known.size + 1, source, uses: 0 });
    const entry = known.get(key);
    entry.uses += 1;
    return entry.at;
  };
  return {
    cite: (sources) => [...new Set(sources.map(number))].map((at) => `[${at}](#s${at})`).join(' '),
    all: () => [...known.values()],
  };
}

const oldest = (sources, today) => {
  const dated = sources.filter(({ asOf }) => timeOf(asOf) !== undefined).sort((a, b) => timeOf(a.asOf) - timeOf(b.asOf));
  return dated[0] ? `${dated[0].asOf} (${age(dated[0].asOf, today)})` : sources.length > 0 ? 'undated' : '';
};

const factsOf = (record) => Object.values(record);
const sourcesOf = (facts) => facts.flatMap(({ source }) => source ?? []);
const counted = (facts) =>
  `${facts.filter(({ source }) => source).length} sourced, ${facts.filter(({ source }) => !source).length} assumed`;

function catalogueDocument(catalogue) {
  const today = Date.parse(`${catalogue.asOf}T00:00:00Z`);
  const sources = sourceList();
  const cited = (list) => [oldest(list, today), sources.cite(list)];
  const { technologies, options, archetypes, mechanisms, failureModes, compliance, decisionPoints } = catalogue;
  const evidence = ({ identifiers }) =>
    Object.entries(identifiers)
      .map(([kind, id]) => `${kind} ${code(id)}`)
      .join(', ');

  const technologyRows = technologies.map((one) => {
    const list = [...sourcesOf(factsOf(one.limits)), ...one.deprecations.map(({ source }) => source)];
    return [
      code(one.id),
      `[${one.name}](${one.documentation})`,
      one.kind,
      one.licence,
      one.status,
      evidence(one),
      ...cited(list),
    ];
  });
  const optionTables = decisionPoints.map(({ id, title, question }) => {
    const rows = options
      .filter(({ decision }) => decision === id)
      .map((one) => {
        const facts = factsOf(one.parameters);
        return [
          code(one.id),
          `**${one.name}**: ${one.summary}`,
          codes(one.provides),
          codes(one.requires),
          counted(facts),
          ...cited(sourcesOf(facts)),
        ];
      });
    return `### ${title}\n\n${question}\n\n${table(['option', 'what it is', 'provides', 'requires', 'figures', 'oldest source', 'sources'], rows)}`;
  });
  const archetypeRows = archetypes.map((one) => {
    const facts = [one.operationsPerUserPerDay, one.peakFactor, ...(one.jobs ? factsOf(one.jobs) : [])];
    const list = [...one.sources, ...sourcesOf(facts), ...sourcesOf(one.defaults)];
    return [
      code(one.id),
      `**${one.name}**: ${one.summary}`,
      one.entities.map(({ name }) => name).join(', '),
      one.operations.length,
      codes(one.mechanisms),
      ...cited(list),
    ];
  });
  const mechanismRows = mechanisms.map((one) => [
    code(one.id),
    one.name,
    one.when.reason,
    one.rejected.alternative,
    ...cited([...one.sources, ...sourcesOf(factsOf(one.parameters))]),
  ]);
  const failureRows = failureModes.map((one) => [
    code(one.id),
    one.name,
    one.componentKind,
    one.severity,
    one.signal,
    ...cited(one.sources),
  ]);
  const complianceRows = compliance.map((one) => [
    code(one.id),
    one.name,
    one.appliesWhen,
    one.controls.length,
    codes(one.requires),
    ...cited([...one.controls.map(({ source }) => source), ...sourcesOf(factsOf(one.figures))]),
  ]);

  const body = [
    `Everything the engine knows, as of ${catalogue.asOf}. Ages are counted to that day; a source of which only the year or month is known counts from its beginning. \`archwright why\` shows the single numbers of a design with their sources.`,
    `## Technologies\n\n${table(['id', 'name', 'kind', 'licence', 'status', 'evidence is found under', 'oldest source', 'sources'], technologyRows)}`,
    `## Options\n\n${optionTables.join('\n\n')}`,
    `## Domains\n\n${table(['id', 'what it is', 'entities', 'operations', 'mechanisms', 'oldest source', 'sources'], archetypeRows)}`,
    `## Mechanisms\n\n${table(['id', 'name', 'used when', 'instead of', 'oldest source', 'sources'], mechanismRows)}`,
    `## Failure modes\n\n${table(['id', 'name', 'part', 'severity', 'shows as', 'oldest source', 'sources'], failureRows)}`,
    `## Compliance regimes\n\n${table(['id', 'name', 'applies when', 'controls', 'requires', 'oldest source', 'sources'], complianceRows)}`,
  ];
  const list = sources
    .all()
    .map(({ at, source: { title, url, asOf, confidence, note }, uses }) => [
      `<a id="s${at}"></a>${at}`,
      url ? `[${title}](${url})` : title,
      asOf,
      age(asOf, today),
      confidence ?? '',
      uses,
      note ?? '',
    ]);
  return page(
    'Catalogue',
    ...body,
    `## Sources\n\nConfidence: A read directly from the vendor, B well attested, C second-hand, D weak.\n\n${table(['', 'source', 'as of', 'age', 'confidence', 'used', 'note'], list)}`,
  );
}

// --- Rules and the gate ---------------------------------------------------------------------------------------------

function rulesDocument(rules, checks, checklist) {
  const written = [...rules]
    .sort((a, b) => byText(a.id, b.id))
    .map((rule) =>
      [
        `### ${code(rule.id)}`,
        `${rule.title} (${rule.severity})`,
        `**Why.** ${rule.why}`,
        `**Fix.** ${rule.fix}`,
        `**False alarm when.** ${rule.falsePositiveWhen}`,
        rule.references.map((url) => `- <${url}>`).join('\n'),
      ]
        .filter(Boolean)
        .join('\n\n'),
    );
  const gate = checks.map(({ id, title, checklist: row, onlyFull }) => [
    code(id),
    title,
    row ? `${row}: ${checklist[row]}` : '',
    onlyFull ? 'full answers' : 'full and short answers',
  ]);
  return page(
    'Rules and the gate',
    `## Rules\n\nThey run on every design; a finding of severity \`error\` fails the gate.`,
    ...written,
    `## Checks of the gate\n\n${table(['check', 'holds when', 'row of the printed checklist', 'applies to'], gate)}`,
  );
}

// --- Diagnostics ----------------------------------------------------------------------------------------------------

const CODE = /^[a-z]+\/[a-z]+(?:-[a-z]+)*$/;

function sourcePaths(folder) {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .sort((a, b) => byText(a.name, b.name))
    .flatMap((item) => {
      const path = `${folder}/${item.name}`;
      if (item.isDirectory()) return ['node_modules', 'dist', 'testing'].includes(item.name) ? [] : sourcePaths(path);
      return item.name.endsWith('.ts') && !item.name.endsWith('.test.ts') ? [path] : [];
    });
}

function walk(node, visit) {
  visit(node);
  for (const value of Object.values(node))
    for (const one of Array.isArray(value) ? value : [value])
      if (one && typeof one === 'object' && typeof one.type === 'string') walk(one, visit);
}

/** A string or template as a reader would see it; what is filled in becomes `…`. */
function wording(node) {
  if (node?.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node?.type === 'TemplateLiteral') return node.quasis.map(({ value }) => value.cooked).join('…');
  if (node?.type === 'LogicalExpression') return wording(node.left) ?? wording(node.right);
  if (node?.type === 'ConditionalExpression')
    return [wording(node.consequent), wording(node.alternate)].filter(Boolean).join(' / ') || undefined;
  return undefined;
}
const property = (object, name) => object.properties.find((one) => one.key?.name === name)?.value;

/** Codes in object literals (`{ code: 'a/b', severity, message, hint }`) and in calls of helpers (`problem('a/b', message, hint)`). */
function diagnosticsIn(path) {
  const text = readFileSync(join(root, path), 'utf8');
  if (!/\b(?:Diagnostic|Refusal)\b/.test(text)) return [];
  const found = [];
  let helperSeverity;
  walk(parseAst(text, { lang: 'ts' }), (node) => {
    if (node.type === 'ObjectExpression' && property(node, 'severity')) {
      const severity = wording(property(node, 'severity'));
      const name = wording(property(node, 'code'));
      if (name && CODE.test(name))
        found.push({ name, severity, message: wording(property(node, 'message')), hint: wording(property(node, 'hint')), path });
      else helperSeverity = severity;
    }
    if (node.type === 'CallExpression') {
      const [first, ...rest] = node.arguments;
      const name =
        first?.type === 'Literal' && typeof first.value === 'string' && CODE.test(first.value) ? first.value : undefined;
      const words = rest.map(wording).filter((one) => one !== undefined);
      if (name && words.length > 0)
        found.push({ name, message: words[0], hint: words.length > 1 ? words.at(-1) : undefined, path });
    }
  });
  return found.map((one) => ({ ...one, severity: one.severity ?? helperSeverity }));
}

function diagnosticsDocument() {
  const found = ['packages', 'adapters', 'apps']
    .flatMap(sourcePaths)
    .flatMap(diagnosticsIn)
    .sort((a, b) => byText(a.name, b.name) || byText(a.path, b.path));
  const rows = found.map(({ name, severity, message, hint, path }) => [
    code(name),
    severity,
    message ?? 'put together where it is found',
    hint,
    `[${path.split('/').at(-1)}](../../${path})`,
  ]);
  return page(
    'Diagnostics',
    'What the program says about its input. `…` stands for what is filled in. An error ends the command with exit code 64 or 65; warnings and notes go to stderr beside the answer.',
    table(['code', 'severity', 'message', 'hint', 'written in'], rows),
  );
}

// --- The excerpt in README.md ---------------------------------------------------------------------------------------

const ANSWER = 'fixtures/briefs/notification-service/expected/plain.md';
const PICTURE = 'docs/images/notification-service.svg';
const MARKS = ['<!-- excerpt: written by `npm run docs:generate` -->', '<!-- end of excerpt -->'];

/** The summary of the expected answer word for word, and its first diagram drawn. */
function readmeWithExcerpt(mermaidSvg) {
  const answer = readFileSync(join(root, ANSWER), 'utf8');
  const summary = answer
    .split(/^## /m)
    .find((section) => section.startsWith('Summary\n'))
    ?.slice('Summary\n'.length)
    .trim();
  const diagram = /^```mermaid\n([\s\S]*?)^```/m.exec(answer)?.[1];
  if (!summary || !diagram) throw new Error(`${ANSWER} has no summary or no diagram`);
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  const [before, after] = [readme.split(MARKS[0])[0], readme.split(MARKS[1])[1]];
  if (after === undefined) throw new Error('README.md has lost the marks of its excerpt');
  const text = `${before}${MARKS[0]}\n\n${summary}\n\n![Components of the designed service, with the rates between them](${PICTURE})\n\n${MARKS[1]}${after}`;
  return { 'README.md': text, [PICTURE]: mermaidSvg(diagram) };
}

// --- All of it ------------------------------------------------------------------------------------------------------

const { catalogue, RULES, CHECKS, CHECKLIST, answerJsonSchema, specificationJsonSchema, architectureJsonSchema, mermaidSvg } =
  await load();
const json = (value) => `${JSON.stringify(value, null, 2)}\n`;
const documents = {
  'docs/generated/catalogue.md': catalogueDocument(catalogue),
  'docs/generated/rules.md': rulesDocument(RULES, CHECKS, CHECKLIST),
  'docs/generated/diagnostics.md': diagnosticsDocument(),
  'docs/generated/api.md': apiDocument(NOTE),
  'docs/generated/schemas/answer.json': json(answerJsonSchema()),
  'docs/generated/schemas/specification.json': json(specificationJsonSchema()),
  'docs/generated/schemas/model.json': json(architectureJsonSchema()),
  ...readmeWithExcerpt(mermaidSvg),
};

if (checking) {
  const stale = Object.entries(documents).filter(
    ([path, text]) => !existsSync(join(root, path)) || readFileSync(join(root, path), 'utf8') !== text,
  );
  if (stale.length > 0) {
    console.error(`stale: ${stale.map(([path]) => path).join(', ')}; run \`npm run docs:generate\``);
    process.exitCode = 1;
  }
} else {
  for (const [path, text] of Object.entries(documents)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}
try {
  execFileSync(process.execPath, [join(root, 'scripts/generate-registry.mjs'), ...(checking ? ['--check'] : [])], {
    stdio: 'inherit',
  });
} catch {
  process.exitCode = 1;
}

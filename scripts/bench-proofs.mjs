#!/usr/bin/env node
// Times every proof of the notification design, as `archwright prove` runs them on its folder: the whole, then each tool.
//   node scripts/bench-proofs.mjs          (or: npm run bench -- --only proofs)
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const PROGRAM = join(root, 'apps/cli/bin/archwright.js');
const BUDGET_SECONDS = 30;

/** Runs the program and gives what it printed. @throws where it could not do its work */
function run(args, allowed) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...args], {
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  if (!allowed.includes(status)) throw new Error(`archwright ${args[0]} ended with ${status}: ${stderr}`);
  return stdout;
}

const folder = mkdtempSync(join(tmpdir(), 'archwright-bench-proofs-'));
try {
  const brief = readFileSync(join(root, 'fixtures/briefs/notification-service/brief.txt'), 'utf8');
  const out = join(folder, 'architecture');
  run(['design', brief, '--yes', '--offline', '--no-prove', '--date', '2026-11-24', '-o', out], [0]);
  const start = performance.now();
  const { proofs } = JSON.parse(run(['prove', out, '--json'], [0, 1]));
  const seconds = (performance.now() - start) / 1000;
  const tools = new Map();
  for (const { tool, outcome } of proofs) {
    const counts = tools.get(tool) ?? { accepted: 0, rejected: 0, 'not-run': 0 };
    tools.set(tool, { ...counts, [outcome]: counts[outcome] + 1 });
  }
  console.log(`proofs of the notification design on ${cpus().length} cores (load ${loadavg()[0].toFixed(1)} at the end)`);
  for (const [tool, { accepted, rejected, 'not-run': notRun }] of tools)
    console.log(`  ${tool.padEnd(32)} ${accepted} accepted, ${rejected} rejected, ${notRun} not run`);
  const over = seconds / BUDGET_SECONDS;
  console.log(
    `whole proof time ${seconds.toFixed(1)} s, budget ${BUDGET_SECONDS} s: ${over <= 1 ? 'within' : `${over.toFixed(1)} times over`}\n`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}

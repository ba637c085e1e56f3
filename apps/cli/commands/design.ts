import { answerBrief, type DesignRequest, understand, sizeWorkload, rankQuestions } from '@archwright/engine';
import { catalogue } from '@archwright/catalogue';
import { htmlPage } from '@archwright/generators';
import type { Answer } from '@archwright/model';
import { adapters, today } from '../environment.ts';
import { EXIT, type ExitCode, Refusal } from '../exit-codes.ts';
import { checkFolder, writeFolder, type Written } from '../files/write-folder.ts';
import { ask } from '../input/ask.ts';
import type { ModelOptions } from '../model/open-session.ts';
import { readEarlier } from '../input/read-earlier.ts';
import { repositoryRequirements } from '../input/read-repository.ts';
import { type BriefInput, isInteractive, readAnswers, readInput } from '../input/read-input.ts';
import { report } from '../output/diagnostics.ts';
import { progress } from '../output/progress.ts';
import { bold, print, red, say, yellow } from '../output/terminal.ts';

export interface DesignOptions extends ModelOptions {
  readonly yes?: boolean;
  readonly answers?: string;
  readonly out?: string;
  readonly format?: 'md' | 'json' | 'html';
  readonly json?: boolean;
  readonly offline?: boolean;
  readonly prove?: boolean;
  readonly date?: string;
  readonly seed?: string;
  readonly require?: string;
}

/** `archwright design`: brief in, gated answer out. */
export async function designCommand(argument: string, options: DesignOptions): Promise<ExitCode> {
  if (options.out !== undefined) checkFolder(options.out);
  const request = await prepare(argument, options);
  const { earlier, diagnostics } = readEarlier(options.out);
  report(options.json ? [] : diagnostics);
  const bar = progress(options.json === true);
  const previous = earlier && { previous: earlier.files };
  const outside = adapters({
    offline: options.offline === true,
    prove: options.prove !== false,
    date: request.date,
    ...previous,
  });
  const staged = { ...request, ...(earlier && { earlier }), onStage: bar.stage };
  const { model } = options;
  // What only a model needs is loaded with it.
  const answering =
    model === undefined
      ? answerBrief(staged, outside)
      : import('../model/design-with-model.ts').then(({ designWithModel }) => designWithModel(model, staged, outside, options));
  const answer = await answering.finally(bar.done);
  return deliver(answer, options);
}

/** The request with everything a person can add to it: answers in a file, answers at the terminal. */
export const prepare = (argument: string, options: DesignOptions): Promise<DesignRequest> =>
  requestOf(readInput(argument), options);

/** @throws Refusal where the input cannot be a brief */
export async function requestOf(input: BriefInput, options: DesignOptions): Promise<DesignRequest> {
  const date = options.date ?? today();
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date))
    throw new Refusal(EXIT.usage, [
      { code: 'option/date', severity: 'error', message: `${date} is not a date`, hint: 'write it as 2026-11-24' },
    ]);
  const answers = { ...input.answers, ...readAnswers(options.answers) };
  const repository = await repositoryRequirements(options.repo);
  const base: DesignRequest = {
    ...input,
    requirements: [...input.requirements, ...repository.requirements],
    answers,
    date,
    seed: Number(options.seed ?? 1),
    catalogue,
    assume: options.yes === true,
    requireVerified: options.require === 'verified',
  };
  const { reading, figures, diagnostics } = understand(base);
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  report(options.json ? [] : diagnostics.filter(({ severity }) => severity !== 'info' && severity !== 'error'), input.brief);
  if (errors.length > 0) throw new Refusal(EXIT.badInput, errors);
  if (options.yes === true || options.json === true || !isInteractive()) return base;
  const workload = sizeWorkload(reading, catalogue.archetypes, figures.copy());
  const questions = rankQuestions(reading, figures, workload, catalogue);
  return { ...base, answers: { ...answers, ...(await ask(questions)) }, assume: true };
}

/** Writes and prints an answer. */
export async function deliver(answer: Answer, options: DesignOptions): Promise<ExitCode> {
  const { design, gate, response } = answer;
  const format = options.json ? 'json' : (options.format ?? 'md');
  const code = design.depth === 'questions' ? EXIT.questions : gate.passed ? EXIT.answered : EXIT.gateFailed;
  if (options.out !== undefined && code === EXIT.answered) {
    const content = htmlPage(answer, { besideFiles: true });
    const html = { path: 'index.html', mediaType: 'text/html', title: 'The answer as one page', content };
    const written = writeFolder(options.out, [...answer.artefacts, html]);
    tell(answer, options.out, written);
  }
  if (format === 'json') {
    const { answerDocument } = await import('../output/answer-document.ts');
    await print(JSON.stringify(answerDocument(answer), null, 1));
  } else if (code === EXIT.gateFailed) fail(answer);
  else if (format === 'html') await print(htmlPage(answer));
  else if (options.out === undefined || code === EXIT.questions) await print(response);
  return code;
}

/** A response that fails the gate is not shown as an answer: the failures are. */
function fail({ gate, design, response }: Answer): void {
  say(red(design.conflict ? 'No design meets every constraint.' : 'The design did not pass its own gate and is not shown.'));
  if (design.conflict) say(response);
  else
    for (const check of gate.checks.filter(({ outcome }) => outcome === 'failed'))
      say(`  ${red('failed')}  ${check.title}: ${check.detail}`);
}

function tell({ design, gate, proofs, artefacts }: Answer, folder: string, { kept, removed }: Written): void {
  const accepted = proofs.filter(({ outcome }) => outcome === 'accepted').length;
  const unproven = gate.checks.filter(({ outcome }) => outcome === 'unproven').length;
  say(`${bold(design.title)}: ${design.summary.monthlyCost}`);
  say(`${artefacts.length} files in ${folder}, start with ${folder.replace(/\/$/, '')}/README.md`);
  say(
    `gate passed: ${gate.checks.length - unproven} checks hold${unproven > 0 ? `, ${unproven} unproven` : ''}; ${accepted} of ${proofs.length} proofs accepted`,
  );
  for (const { path, beside } of kept) say(yellow(`${path} was edited: left as it is, the new version is ${beside}`));
  for (const { artefact, log } of proofs.filter(({ compares, outcome }) => compares === true && outcome === 'rejected'))
    say(yellow(`${artefact} breaks callers of what was there:\n  ${log.split('\n').slice(0, 8).join('\n  ')}`));
  if (removed.length > 0) say(`removed, no longer part of the design: ${removed.join(', ')}`);
}

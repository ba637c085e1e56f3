import process from 'node:process';
import { workflowText } from '@archwright/mcp/workflow/workflow';
import { confirm, isCancel } from '@clack/prompts';
import { assistantPlaces, initRecords } from '../environment.ts';
import { EXIT, type ExitCode, Refusal } from '../exit-codes.ts';
import { applyChanges } from '../init/apply.ts';
import type { Assistant, Launch, Places, Scope } from '../init/assistant.ts';
import { ASSISTANTS } from '../init/assistants.ts';
import { assistantsInUse, type Plan, planChanges } from '../init/plan.ts';
import { showChange } from '../init/show-change.ts';
import { recordFile, remember, undo } from '../init/undo.ts';
import { isInteractive } from '../input/read-input.ts';
import { dim, print, say } from '../output/terminal.ts';

export interface InitOptions {
  readonly scope: Scope;
  readonly assistant?: readonly string[];
  readonly command?: string;
  readonly dryRun?: boolean;
  readonly yes?: boolean;
  readonly undo?: boolean;
  readonly json?: boolean;
}

const refuse = (code: ExitCode, id: string, message: string, hint: string): never => {
  throw new Refusal(code, [{ code: id, severity: 'error', message, hint }]);
};

/** Where it works: the folders of the assistants, and the one that remembers. */
export interface Surroundings {
  readonly places: Places;
  readonly records: string;
}
const here = (): Surroundings => ({ places: assistantPlaces(process.cwd()), records: initRecords() });

/** `archwright init`: shows what it would change, changes it when told to, and can take it back. */
export async function initCommand(options: InitOptions, { places, records }: Surroundings = here()): Promise<ExitCode> {
  const record = recordFile(records, options.scope, places.project);
  if (options.undo) return takeBack(record, options);
  const assistants = options.assistant ? named(options.assistant) : assistantsInUse(ASSISTANTS, places);
  if (assistants.length === 0)
    refuse(
      EXIT.badInput,
      'init/none-found',
      'no coding assistant was found here',
      `name one: --assistant ${ASSISTANTS.map(({ id }) => id).join(' | ')}`,
    );
  const plan = planChanges({
    assistants,
    places,
    scope: options.scope,
    launch: launchOf(options.command),
    workflow: workflowText(),
  });
  if (plan.problems.length > 0) throw new Refusal(EXIT.badInput, plan.problems);
  await show(plan, assistants, options);
  if (plan.changes.length === 0 || options.dryRun) return EXIT.answered;
  if (!options.yes && !(await agreed())) return EXIT.answered;
  remember(record, applyChanges(plan.changes));
  if (!options.json) await print(`${plan.changes.length} files written; archwright init --undo takes them back`);
  return EXIT.answered;
}

function named(ids: readonly string[]): readonly Assistant[] {
  return ids.map(
    (id) =>
      ASSISTANTS.find((one) => one.id === id) ??
      refuse(
        EXIT.usage,
        'init/unknown-assistant',
        `no assistant is called ${id}`,
        `known: ${ASSISTANTS.map((one) => one.id).join(', ')}`,
      ),
  );
}

/** npx is a script on Windows, which needs the shell to start it. */
function launchOf(command: string | undefined): Launch {
  const words = command?.trim().split(/\s+/) ?? ['npx', '-y', 'archwright', 'mcp'];
  const [first, ...args] = process.platform === 'win32' && command === undefined ? ['cmd', '/c', ...words] : words;
  return first ? { command: first, args } : refuse(EXIT.usage, 'init/no-command', 'the command is empty', 'leave --command out');
}

async function show({ changes, notes }: Plan, assistants: readonly Assistant[], options: InitOptions): Promise<void> {
  if (options.json) {
    const listed = changes.map((change) => ({
      path: change.path,
      assistant: change.assistant,
      what: change.what,
      difference: showChange(change),
    }));
    await print(JSON.stringify({ assistants: assistants.map(({ id }) => id), changes: listed, notes }, null, 1));
    return;
  }
  say(`assistants: ${assistants.map(({ name }) => name).join(', ')}`);
  for (const { path, note } of notes) say(dim(path === undefined ? note : `${path} ${note}`));
  for (const change of changes) await print(`${showChange(change)}\n`);
  if (changes.length === 0) say('nothing to change');
}

async function agreed(): Promise<boolean> {
  if (!isInteractive())
    refuse(
      EXIT.usage,
      'init/not-confirmed',
      'nothing was written: nobody is here to agree',
      'look at the differences, then run it with --yes',
    );
  const answer = await confirm({ message: 'Write these changes?', output: process.stderr });
  return !isCancel(answer) && answer;
}

async function takeBack(record: string, options: InitOptions): Promise<ExitCode> {
  const undone = undo(record);
  if (options.json) await print(JSON.stringify({ undone }, null, 1));
  else if (undone.length === 0) await print('there is nothing to take back');
  else await print(undone.map(({ path, how, why }) => `${how}: ${path}${why ? ` (${why})` : ''}`).join('\n'));
  return EXIT.answered;
}

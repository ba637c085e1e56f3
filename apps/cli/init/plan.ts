import { existsSync, lstatSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import type { Diagnostic } from '@archwright/kernel';
import type { Assistant, Launch, Places, Scope } from './assistant.ts';
import type { Edited } from './edit/edited.ts';
import { addToJson } from './edit/edit-json.ts';
import { addSection } from './edit/edit-section.ts';
import { addToToml } from './edit/edit-toml.ts';

/** A configuration larger than this was not written for a person or a program to read at each start. */
const LARGEST_FILE = 16 * 1024 * 1024;

export interface Change {
  readonly path: string;
  readonly assistant: string;
  readonly what: 'server' | 'agent';
  /** Undefined where there is no such file yet. */
  readonly before?: string;
  readonly after: string;
}
export interface Note {
  readonly assistant: string;
  readonly path?: string;
  readonly note: string;
}
export interface Plan {
  readonly changes: readonly Change[];
  readonly notes: readonly Note[];
  /** Anything here, and nothing at all is written. */
  readonly problems: readonly Diagnostic[];
}

/** The assistants whose signs are there. */
export const assistantsInUse = (assistants: readonly Assistant[], places: Places): readonly Assistant[] =>
  assistants.filter(({ signs }) => signs(places).some((sign) => existsSync(sign)));

export interface PlanRequest {
  readonly assistants: readonly Assistant[];
  readonly places: Places;
  readonly scope: Scope;
  readonly launch: Launch;
  /** Text that the agent files carry. */
  readonly workflow: string;
}

/** What `init` would change: reads everything, writes nothing. */
export function planChanges({ assistants, places, scope, launch, workflow }: PlanRequest): Plan {
  const changes = new Map<string, Change>();
  const notes: Note[] = [];
  const problems: Diagnostic[] = [];
  for (const assistant of assistants)
    for (const { what, paths, edit } of editsOf(assistant, launch, workflow)) {
      const path = paths[scope] && pathOf(paths[scope](places));
      if (path === undefined) {
        notes.push({ assistant: assistant.id, note: missing(assistant, what, scope) });
        continue;
      }
      const planned = planOne(path, changes.get(path)?.after, edit, scope === 'project' ? places.project : undefined);
      if ('problem' in planned) problems.push(planned.problem);
      else if (planned.edited.kind === 'changed') {
        const before = changes.get(path)?.before ?? planned.before;
        changes.set(path, {
          path,
          assistant: assistant.id,
          what,
          after: planned.edited.text,
          ...(before !== undefined && { before }),
        });
      } else if (planned.edited.kind === 'kept')
        notes.push({ assistant: assistant.id, path, note: `left as it is: ${planned.edited.why}` });
      else notes.push({ assistant: assistant.id, path, note: 'is as it should be' });
    }
  return { changes: [...changes.values()], notes, problems };
}

const missing = ({ name }: Assistant, what: Change['what'], scope: Scope): string =>
  scope === 'project'
    ? `${name} has no ${what === 'server' ? 'server configuration' : 'agent file'} of a project: use --scope user`
    : `${name} has no ${what === 'server' ? 'server configuration' : 'agent file'} of the user: use --scope project`;

type Edit = (text: string | undefined) => Edited;

function editsOf({ configuration, agent }: Assistant, launch: Launch, workflow: string) {
  const { format, servers, entry } = configuration;
  const value = JSON.parse(JSON.stringify(entry(launch))) as Record<string, unknown>;
  const server: Edit = (text) =>
    format === 'toml' ? addToToml(text, servers[0]!, value) : addToJson(text, servers, value, format === 'json');
  const content = agent.render(workflow);
  const file: Edit = (text) =>
    text === undefined
      ? { kind: 'changed', text: content }
      : text === content
        ? { kind: 'unchanged' }
        : { kind: 'kept', why: 'it was written or edited by someone else' };
  return [
    { what: 'server' as const, paths: configuration.paths, edit: server },
    {
      what: 'agent' as const,
      paths: agent.paths,
      edit: agent.shape === 'section' ? (text: string | undefined) => addSection(text, content) : file,
    },
  ];
}

/** The first that exists, otherwise the last. */
const pathOf = (paths: readonly string[]): string => paths.find((path) => existsSync(path)) ?? paths.at(-1)!;

/** @param root - the project's folder: what lies in it must not lead out of it by a link */
function planOne(path: string, planned: string | undefined, edit: Edit, root: string | undefined) {
  const refuse = (code: string, message: string, hint: string, line?: number) => ({
    problem: {
      code: `init/${code}`,
      severity: 'error' as const,
      message: `${path}: ${message}`,
      at: { source: 'file' as const, name: path, ...(line !== undefined && { line, column: 1 }) },
      hint,
    },
  });
  if (root !== undefined && leavesRoot(path, root))
    return refuse('leads-out', 'a link leads out of the project', 'write to the file itself, or use --scope user');
  let before: string | undefined;
  try {
    before = existsSync(path) ? readText(path) : undefined;
  } catch (error) {
    return refuse('unreadable', (error as Error).message, 'nothing was touched');
  }
  const edited = edit(planned ?? before);
  if (edited.kind === 'broken') return refuse('broken-file', edited.why, edited.hint, edited.line);
  return { edited, ...(before !== undefined && { before }) };
}

function readText(path: string): string {
  const stats = statSync(path);
  if (!stats.isFile()) throw new Error('it is not a file');
  if (stats.size > LARGEST_FILE) throw new Error(`it has ${stats.size} bytes, more than a configuration has`);
  const bytes = readFileSync(path);
  const text = bytes.toString('utf8');
  // Bytes that are not UTF-8 would not come back the same.
  if (!Buffer.from(text, 'utf8').equals(bytes)) throw new Error('it is not UTF-8 text');
  return text;
}

function leavesRoot(path: string, root: string): boolean {
  const real = realpathSync(root);
  let at = path;
  while (!existsSync(at) && !isLink(at)) at = dirname(at);
  if (isLink(at) && !existsSync(at)) return true;
  return relative(real, realpathSync(at)).startsWith('..');
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return false;
  }
}

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { Scope } from './assistant.ts';
import { type Done, restore, writeWhole } from './apply.ts';
import { ASSISTANTS } from './assistants.ts';
import { removeFromJson } from './edit/edit-json.ts';
import { removeSection } from './edit/edit-section.ts';
import { removeFromToml } from './edit/edit-toml.ts';
import { SERVER } from './edit/edited.ts';

const doneSchema = z.object({
  path: z.string(),
  assistant: z.string(),
  what: z.enum(['server', 'agent']),
  before: z.string().optional(),
  after: z.string(),
  folders: z.array(z.string()),
});
const recordSchema = z.object({ version: z.literal(1), done: z.array(doneSchema) });

/** One record for each project, and one for the user: the bytes from before may hold secrets, so only the user may read them. */
export const recordFile = (folder: string, scope: Scope, project: string): string =>
  join(folder, `${scope === 'user' ? 'user' : createHash('sha256').update(project).digest('hex').slice(0, 16)}.json`);

/** What was done before and now; of a file changed twice, the first state counts. */
export function remember(file: string, done: readonly Done[]): void {
  const earlier = readRecord(file);
  const merged = new Map<string, Done>(earlier.map((one) => [one.path, one]));
  for (const one of done) {
    const first = merged.get(one.path);
    merged.set(one.path, first && first.after === one.before ? { ...first, after: one.after } : one);
  }
  mkdirSync(join(file, '..'), { recursive: true, mode: 0o700 });
  writeFileSync(file, JSON.stringify({ version: 1, done: [...merged.values()] }), { mode: 0o600 });
}

function readRecord(file: string): readonly Done[] {
  if (!existsSync(file)) return [];
  const { done } = recordSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  return done.map(({ before, ...rest }) => ({ ...rest, ...(before !== undefined && { before }) }));
}

export interface Undone {
  readonly path: string;
  readonly how: 'restored' | 'entry removed' | 'left';
  readonly why?: string;
}

/** Takes everything of the record back: exact bytes where a file is as we left it, otherwise only what is ours in it. */
export function undo(file: string): readonly Undone[] {
  const undone = readRecord(file).toReversed().map(undoOne);
  rmSync(file, { force: true });
  return undone;
}

function undoOne(done: Done): Undone {
  const { path, after } = done;
  const current = existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  if (current === undefined) return { path, how: 'left', why: 'it is gone' };
  if (current === after) {
    restore(done);
    return { path, how: 'restored' };
  }
  const without = withoutOurs(done, current);
  if (without === undefined || without === current)
    return { path, how: 'left', why: 'it was edited since, and nothing of ours was found in it' };
  writeWhole(path, without);
  return { path, how: 'entry removed', why: 'it was edited since: the edits stay' };
}

function withoutOurs({ assistant: id, what, after }: Done, text: string): string | undefined {
  const assistant = ASSISTANTS.find((one) => one.id === id);
  if (!assistant) return undefined;
  const { configuration, agent } = assistant;
  if (what === 'agent') return agent.shape === 'section' ? removeSection(text) : undefined;
  if (configuration.format !== 'toml') return removeFromJson(text, configuration.servers);
  const block = after.slice(after.indexOf(`[${configuration.servers[0]}.${SERVER}]`));
  return removeFromToml(text, block);
}

import { resolve } from 'node:path';
import { realpathSync } from 'node:fs';
import type { Diagnostic } from '@archwright/kernel';
import type { CallToolResult, ServerContext } from '@modelcontextprotocol/server';
import type { Context } from '../context.ts';
import { clip, LONGEST_TEXT } from '../results/bounds.ts';
import { type Job, Refused, type ResultOf } from '../work/job.ts';
import { Unfinished } from '../work/pool.ts';

/** Stages a job goes through at most; progress counts up to it and never past it. */
const STAGES = 8;

/** Runs a job for a call: its stages become progress, its cancellation ends the thread. */
export async function runFor<J extends Job>(
  context: Context,
  call: ServerContext,
  job: J,
  timeoutMs: number,
): Promise<ResultOf<J>> {
  const { signal, notify, _meta } = call.mcpReq;
  const progressToken = _meta?.progressToken;
  let progress = 0;
  const onStage = (message: string): void => {
    if (progressToken === undefined) return;
    progress = Math.min(progress + 1, STAGES - 1);
    // A caller that went away gets no progress; the call itself ends by its signal.
    notify({ method: 'notifications/progress', params: { progressToken, progress, total: STAGES, message } }).catch(() => {});
  };
  return context.pool.run(job, { timeoutMs, signal, onStage });
}

const shown = ({ code, message, hint, at }: Diagnostic): string =>
  [
    `${code}: ${message}`,
    at?.line === undefined ? '' : ` (${at.name ?? at.source}, line ${at.line})`,
    hint ? `\n  hint: ${hint}` : '',
  ].join('');

/** An error the model can act on; a bug of ours is none and is thrown on. */
export const refusal = (diagnostics: readonly Diagnostic[]): CallToolResult => ({
  isError: true,
  content: [{ type: 'text', text: clip(diagnostics.map(shown).join('\n'), LONGEST_TEXT) }],
});

export const problem = (code: string, message: string, hint?: string): CallToolResult =>
  refusal([{ code, severity: 'error', message, ...(hint !== undefined && { hint }) }]);

const HINTS: Readonly<Record<Unfinished['why'], string>> = {
  cancelled: 'nothing was kept',
  'timed-out': 'give a shorter brief, or leave the proofs out with prove: false',
  busy: 'other calls are under way',
  failed: 'this is a fault of the program; the same call may work again',
};

/** Faults of the input and of time as results; anything else is a bug and travels on. */
export async function answered<T>(work: () => Promise<T>): Promise<T | CallToolResult> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refused) return refusal(error.diagnostics);
    if (error instanceof Unfinished) return problem(`mcp/${error.why}`, error.message, HINTS[error.why]);
    throw error;
  }
}

/** Structured content and its text, which together are the result. */
export const result = (structured: Record<string, unknown>, text: string, links: readonly Link[] = []): CallToolResult => ({
  structuredContent: structured,
  content: [
    { type: 'text', text: clip(text, LONGEST_TEXT) },
    ...links.map(({ uri, title, mimeType }) => ({
      type: 'resource_link' as const,
      uri,
      name: uri.split('/').slice(3).join('/'),
      title,
      ...(mimeType !== undefined && { mimeType }),
    })),
  ],
});
export interface Link {
  readonly uri: string;
  readonly title: string;
  readonly mimeType?: string;
}

/**
 * The folder of a `repository` argument, links resolved.
 *
 * @throws Refused where it is not there or outside the allowed roots
 */
export function allowedFolder(folder: string, roots: readonly string[]): string {
  const refuse = (code: string, message: string, hint: string): never => {
    throw new Refused([{ code, severity: 'error', message, hint }]);
  };
  const real = (path: string): string | undefined => {
    try {
      return realpathSync(path);
    } catch {
      return undefined;
    }
  };
  if (roots.length === 0)
    return refuse(
      'mcp/no-repositories',
      'this server reads no folders',
      'start it with --root FOLDER, or describe what exists in the brief',
    );
  const found = real(resolve(roots[0]!, folder));
  const within = roots
    .map(real)
    .some(
      (root) =>
        root !== undefined && found !== undefined && (found === root || found.startsWith(root.endsWith('/') ? root : `${root}/`)),
    );
  return found !== undefined && within
    ? found
    : refuse(
        'mcp/outside-roots',
        'the folder is not there or lies outside the folders this server may read',
        `it may read below ${roots.join(', ')}`,
      );
}

import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Ecosystem } from '../subject.ts';
import type { Fetch } from '../transport/proxy.ts';
import { OSV_ECOSYSTEMS } from '../verifiers/osv.ts';
import { buildDatabase, type DatabaseState } from './store.ts';

const TIMEOUT_MS = 15 * 60_000;
const LARGEST_BYTES = 2 * 1024 ** 3;

export interface SyncOptions {
  /** Base URL of the dumps, without a trailing slash. */
  readonly base: string;
  readonly ecosystem: Ecosystem;
  readonly root: string;
  readonly now: Date;
  readonly fetch: Fetch;
}

/**
 * Downloads the dump of an ecosystem and puts it in place of the last one. Anything that goes wrong leaves the last one as it is.
 *
 * @source https://google.github.io/osv.dev/data/#data-dumps
 */
export async function syncAdvisories(
  options: SyncOptions,
): Promise<{ readonly state: DatabaseState } | { readonly problem: string }> {
  const { base, ecosystem, root, now, fetch } = options;
  const url = `${base}/${OSV_ECOSYSTEMS[ecosystem]}/all.zip`;
  try {
    await mkdir(root, { recursive: true });
    const folder = await mkdtemp(join(root, '.download-'));
    try {
      const archive = join(folder, 'all.zip');
      const problem = await download(url, archive, fetch);
      if (problem !== undefined) return { problem: `${url} ${problem}` };
      const built = await buildDatabase({ archive, ecosystem, root, source: url, downloadedAt: now.toISOString() });
      return 'problem' in built ? { problem: `the archive of ${url} ${built.problem}` } : built;
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  } catch (error) {
    return { problem: `${url}: ${told(error)}` };
  }
}

async function download(url: string, to: string, fetch: Fetch): Promise<string | undefined> {
  const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS), redirect: 'error' });
  if (!response.ok || !response.body) return `answered ${response.status}`;
  let size = 0;
  const bound = new Transform({
    transform(part: Buffer, _, done) {
      size += part.length;
      done(size > LARGEST_BYTES ? new Error(`larger than ${LARGEST_BYTES} bytes`) : null, part);
    },
  });
  await pipeline(Readable.fromWeb(response.body as Parameters<typeof Readable.fromWeb>[0]), bound, createWriteStream(to));
  const declared = Number(response.headers.get('content-length') ?? size);
  return declared === size || response.headers.has('content-encoding') ? undefined : `ended after ${size} of ${declared} bytes`;
}

function told(error: unknown): string {
  const { cause, message } = error as Error & { cause?: { code?: string } };
  return cause?.code ?? message;
}

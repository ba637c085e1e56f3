import { createHash } from 'node:crypto';
import { appendFile, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Evidence } from '@archwright/model';
import { canonical, observationId } from '../observation.ts';

/** One line of the ledger: an observation, the hash of the line before, and its own over both. */
export interface LedgerEntry {
  readonly sequence: number;
  readonly previous: string;
  readonly observation: Evidence;
  readonly hash: string;
}

export const GENESIS = `sha256:${'0'.repeat(64)}`;

const hashOf = ({ sequence, previous, observation }: Omit<LedgerEntry, 'hash'>): string =>
  `sha256:${createHash('sha256').update(canonical({ sequence, previous, observation })).digest('hex')}`;

/** Observations as a chain that ends in its head: none can be taken out, put in or changed without another head. */
export function chain(
  observations: readonly Evidence[],
  from: Pick<LedgerEntry, 'sequence' | 'hash'> = { sequence: 0, hash: GENESIS },
): readonly LedgerEntry[] {
  let [sequence, previous] = [from.sequence, from.hash];
  return observations.map((observation) => {
    const entry = { sequence: ++sequence, previous, observation };
    const hash = hashOf(entry);
    previous = hash;
    return { ...entry, hash };
  });
}

/** Where a chain is broken: the first line that does not follow from the one before; undefined where it is whole. */
export function brokenAt(entries: readonly LedgerEntry[]): { readonly sequence: number; readonly reason: string } | undefined {
  let [sequence, previous] = [0, GENESIS];
  for (const entry of entries) {
    sequence += 1;
    if (entry.sequence !== sequence || entry.previous !== previous)
      return { sequence, reason: 'does not follow the line before' };
    if (hashOf(entry) !== entry.hash) return { sequence, reason: 'was changed: its hash is another' };
    if (observationId(entry.observation) !== entry.observation.id)
      return { sequence, reason: 'has an observation under a wrong id' };
    previous = entry.hash;
  }
  return undefined;
}

const LARGEST_BYTES = 64 * 1024 * 1024;
const LOCK_TRIES = 40;
const LOCK_PAUSE_MS = 25;
/** A lock older than this was left by a process that is gone. */
const LOCK_STALE_MS = 30_000;

export type LedgerState =
  | { readonly state: 'whole'; readonly entries: readonly LedgerEntry[] }
  | { readonly state: 'broken'; readonly reason: string };

/** Everything this machine has observed, in a file that only grows. A ledger that cannot be written is said, and changes no answer. */
export class Ledger {
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  async read(): Promise<LedgerState> {
    try {
      const entries = (await readFile(this.#file, 'utf8'))
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as LedgerEntry);
      const broken = brokenAt(entries);
      return broken ? { state: 'broken', reason: `line ${broken.sequence} ${broken.reason}` } : { state: 'whole', entries };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { state: 'whole', entries: [] };
      return { state: 'broken', reason: (error as Error).message };
    }
  }

  /** Adds what was not there yet; one that is broken or too large is set aside first. Undefined when written, otherwise why not. */
  async append(observations: readonly Evidence[]): Promise<string | undefined> {
    try {
      await mkdir(dirname(this.#file), { recursive: true });
      return await this.#locked(async () => {
        const known = await this.read();
        const isLarge = (await stat(this.#file).catch(() => ({ size: 0 }))).size > LARGEST_BYTES;
        if (known.state === 'broken' || isLarge) await rename(this.#file, `${this.#file}.${Date.now()}.aside`);
        const entries = known.state === 'broken' || isLarge ? [] : known.entries;
        const ids = new Set(entries.map(({ observation }) => observation.id));
        const fresh = observations.filter(({ id }) => id !== undefined && !ids.has(id) && ids.add(id));
        const added = chain(fresh, entries.at(-1));
        if (added.length > 0) await appendFile(this.#file, added.map((entry) => `${JSON.stringify(entry)}\n`).join(''));
      });
    } catch (error) {
      return `the ledger was not written: ${(error as Error).message}`;
    }
  }

  async #locked(work: () => Promise<void>): Promise<string | undefined> {
    const lock = `${this.#file}.lock`;
    for (let attempt = 0; attempt < LOCK_TRIES; attempt++) {
      const handle = await open(lock, 'wx').catch(() => undefined);
      if (handle) {
        try {
          await work();
          return undefined;
        } finally {
          await handle.close();
          await rm(lock, { force: true });
        }
      }
      const age = Date.now() - (await stat(lock).catch(() => ({ mtimeMs: Date.now() }))).mtimeMs;
      if (age > LOCK_STALE_MS) await rm(lock, { force: true });
      await new Promise((resolve) => {
        setTimeout(resolve, LOCK_PAUSE_MS);
      });
    }
    return 'the ledger was not written: another run holds it';
  }
}

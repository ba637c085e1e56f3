import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What an answer was boiled down to, with what is needed to ask whether it still holds. */
export interface Kept {
  readonly value: unknown;
  readonly url: string;
  readonly digest: string;
  readonly retrievedAt: string;
  readonly etag?: string;
  readonly lastModified?: string;
  /** Set where the answer was that there is none: the reason. */
  readonly absent?: string;
}

/**
 * Answers kept between runs, a file each. Only the fields that carry value are kept, beside the digest of the whole body: sixty
 * packages are hundreds of megabytes of metadata. A broken or unwritable folder is no cache.
 */
export class KeptAnswers {
  readonly #folder: string | undefined;
  readonly #memory = new Map<string, Kept>();

  constructor(folder: string | undefined) {
    this.#folder = folder;
  }

  async read(key: string): Promise<Kept | undefined> {
    const known = this.#memory.get(key);
    if (known || this.#folder === undefined) return known;
    try {
      const { key: own, kept } = JSON.parse(await readFile(this.#file(key), 'utf8')) as { key: string; kept: Kept };
      if (own !== key || Number.isNaN(Date.parse(kept.retrievedAt)) || typeof kept.digest !== 'string') return undefined;
      this.#memory.set(key, kept);
      return kept;
    } catch {
      return undefined;
    }
  }

  async keep(key: string, kept: Kept): Promise<void> {
    this.#memory.set(key, kept);
    if (this.#folder === undefined) return;
    try {
      const file = this.#file(key);
      await mkdir(join(file, '..'), { recursive: true });
      const temporary = `${file}.${process.pid}.${Math.random().toString(36).slice(2)}`;
      await writeFile(temporary, JSON.stringify({ key, kept }));
      await rename(temporary, file);
    } catch {
      // The next run asks again.
    }
  }

  #file(key: string): string {
    const name = createHash('sha256').update(key).digest('hex').slice(0, 40);
    return join(this.#folder!, name.slice(0, 2), `${name}.json`);
  }
}

import type { Ecosystem } from '../technology/client-libraries.ts';

/** A package that a manifest or lock file names, as it names it. */
export interface PackageInUse {
  readonly ecosystem: Ecosystem;
  readonly name: string;
  /** Exact, as locked or pinned; absent where only a range is written. */
  readonly version?: string;
  /** The range as written, where it is no exact version. */
  readonly range?: string;
  readonly scope: 'direct' | 'development' | 'transitive';
  readonly file: string;
  readonly line: number;
  /** Subresource integrity of the lock file. */
  readonly integrity?: string;
}

/** A runtime that something here says it runs on; the lowest version allowed where it is a range. */
export interface RuntimeInUse {
  /** Catalogue id. */
  readonly technology: string;
  readonly version: string;
  readonly range?: string;
  readonly file: string;
  readonly line: number;
}

export interface InUse {
  readonly packages: readonly PackageInUse[];
  readonly runtimes: readonly RuntimeInUse[];
}

export const nothing: InUse = { packages: [], runtimes: [] };

/** 1-based line of the first place a text stands at, at or after a mark. */
export function lineOf(text: string, needle: string, after = ''): number {
  const from = after === '' ? 0 : Math.max(0, text.indexOf(after));
  const at = text.indexOf(needle, from);
  return at < 0 ? 1 : text.slice(0, at).split('\n').length;
}

/** `v20.11.1`, `20.19`, `24`: what is a version and not a word such as `lts/*`. */
export const plainVersion = (text: string): string | undefined => /^\s*v?(\d{1,4}(?:\.\d{1,5}){0,2})\s*$/.exec(text)?.[1];

import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Transcript, TranscriptRecord } from './transcript.ts';

/** Of one text; the rest of a large file or reply is counted and not kept. */
const LONGEST_TEXT = 40_000;
const MOST_BYTES = 32 * 1024 * 1024;

export interface TranscriptFile extends Transcript {
  readonly path: string;
}

/**
 * A transcript as JSON lines, one object each. After every record the whole file is put in place by a rename, so that it is
 * complete lines at any moment, also when the program is stopped; only its owner may read it.
 *
 * @param redact - takes keys and secrets out of every text that is written
 * @throws where the folder cannot be written
 */
export function writeTranscript(
  path: string,
  redact: (text: string) => string,
  now: () => number = () => performance.now(),
): TranscriptFile {
  mkdirSync(dirname(path), { recursive: true });
  const begin = now();
  const lines: string[] = [];
  let bytes = 0;
  return {
    path,
    add: (record) => {
      const seconds = Number(((now() - begin) / 1000).toFixed(3));
      const line = `${JSON.stringify({ seconds, ...record }, (_, value: unknown) => kept(value, redact))}\n`;
      bytes += Buffer.byteLength(line);
      if (bytes > MOST_BYTES) return;
      lines.push(line);
      putInPlace(path, lines.join(''));
    },
  };
}

/** Keys of objects are texts too: a model chooses those of its arguments. */
function kept(value: unknown, redact: (text: string) => string): unknown {
  if (typeof value === 'string')
    return redact(value.length > LONGEST_TEXT ? `${value.slice(0, LONGEST_TEXT)}… (${value.length} characters)` : value);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [redact(name), one as unknown]));
}

function putInPlace(path: string, content: string): void {
  const beside = `${path}.${process.pid}.partial`;
  try {
    const file = openSync(beside, 'w', 0o600);
    try {
      writeSync(file, content);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

export type { TranscriptRecord };

import { constants } from 'node:fs';
import { open } from 'node:fs/promises';

export type TextRead = { readonly text: string; readonly bytes: number } | { readonly refusal: string };

/** Neither follows a link put in place of the file since it was listed, nor waits for a pipe. */
const FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** A regular text file of at most `most` bytes as UTF-8 with `\n`, or why not. */
export async function readText(path: string, most: number): Promise<TextRead> {
  try {
    const handle = await open(path, FLAGS);
    try {
      const stats = await handle.stat();
      if (!stats.isFile()) return { refusal: 'not a regular file' };
      if (stats.size > most) return tooLarge(stats.size, most);
      // The size may have changed since: one byte more than allowed tells.
      const buffer = Buffer.alloc(Math.min(most, stats.size) + 1);
      const { bytesRead } = await handle.read(buffer, 0, buffer.length, 0);
      if (bytesRead > most) return tooLarge(bytesRead, most);
      const bytes = buffer.subarray(0, bytesRead);
      if (bytes.includes(0)) return { refusal: 'not text in UTF-8' };
      return {
        text: bytes
          .toString('utf8')
          .replace(/^\uFEFF/, '')
          .replaceAll('\r\n', '\n')
          .replaceAll('\r', '\n'),
        bytes: bytesRead,
      };
    } finally {
      await handle.close();
    }
  } catch (error) {
    return { refusal: `cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown error'})` };
  }
}

const tooLarge = (bytes: number, most: number): TextRead => ({
  refusal: `${bytes} bytes, more than the ${most} that are read of one file`,
});

import type { Entry, ZipFile } from 'yauzl';

/** Bounds on an archive of advisories; the largest public one holds about 250,000 entries of a few kilobytes. */
export interface ArchiveLimits {
  readonly entries: number;
  readonly entryBytes: number;
  readonly totalBytes: number;
}
export const ARCHIVE_LIMITS: ArchiveLimits = { entries: 1_000_000, entryBytes: 8 * 1024 * 1024, totalBytes: 8 * 1024 ** 3 };

/**
 * Reads the JSON files of a zip one after the other. Names inside it are never used as paths.
 *
 * @returns undefined when all was read, otherwise what is wrong with the archive
 */
export async function readArchive(
  path: string,
  limits: ArchiveLimits,
  each: (text: string) => void,
): Promise<string | undefined> {
  const { default: yauzl } = await import('yauzl');
  return new Promise((resolve) => {
    yauzl.open(path, { lazyEntries: true, autoClose: true, validateEntrySizes: true }, (error, zip) => {
      if (error || !zip) {
        resolve(`is no zip archive that can be read: ${error?.message ?? 'empty'}`);
        return;
      }
      const stop = (reason: string): void => {
        zip.close();
        resolve(reason);
      };
      let [entries, total] = [0, 0];
      zip.on('error', (problem: Error) => stop(`is damaged: ${problem.message}`));
      zip.on('end', () => resolve(undefined));
      zip.on('entry', (entry: Entry) => {
        entries += 1;
        total += entry.uncompressedSize;
        if (entries > limits.entries) return stop(`has more than ${limits.entries} entries`);
        if (entry.uncompressedSize > limits.entryBytes) return stop(`has an entry of more than ${limits.entryBytes} bytes`);
        if (total > limits.totalBytes) return stop(`holds more than ${limits.totalBytes} bytes`);
        if (!entry.fileName.endsWith('.json')) return zip.readEntry();
        return readEntry(zip, entry, each, stop);
      });
      zip.readEntry();
    });
  });
}

function readEntry(zip: ZipFile, entry: Entry, each: (text: string) => void, stop: (reason: string) => void): void {
  zip.openReadStream(entry, (error, stream) => {
    if (error) return stop(`is damaged: ${error.message}`);
    const parts: Buffer[] = [];
    stream.on('data', (part: Buffer) => parts.push(part));
    stream.on('error', (problem: Error) => stop(`is damaged: ${problem.message}`));
    stream.on('end', () => {
      each(Buffer.concat(parts).toString('utf8'));
      zip.readEntry();
    });
    return undefined;
  });
}

import { readFileSync, readdirSync } from 'node:fs';
import { extname, join, relative } from 'node:path';
import process from 'node:process';
import type { Artefact } from '@archwright/model';
import { proveArtefacts } from '@archwright/proof';
import { proofOptions } from '../environment.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { readModel } from '../input/read-model.ts';
import { progress } from '../output/progress.ts';
import { dim, print, red } from '../output/terminal.ts';

const LARGEST_FILE = 8 * 1024 * 1024;
/** The answer about the files is not one of them. */
const NOT_ARTEFACTS = new Set(['README.md', 'proofs.json', 'evidence.json', 'index.html']);

/** `archwright prove`: every file of a design's folder, as it is now, given to its tool again. */
export async function proveCommand(folder: string | undefined, options: { readonly json?: boolean }): Promise<ExitCode> {
  const { folder: found, design } = readModel(folder);
  const bar = progress(options.json === true);
  bar.stage('giving each file to the tool that will consume it');
  const proofs = await proveArtefacts(readArtefacts(found), design, proofOptions()).finally(bar.done);
  const rejected = proofs.filter(({ outcome }) => outcome === 'rejected');
  if (options.json) await print(JSON.stringify({ folder: found, proofs }, null, 1));
  else {
    const lines = proofs.map(({ outcome, artefact, line, claim, tool, version, log }) => {
      const word =
        outcome === 'rejected' ? red(outcome, process.stdout) : outcome === 'not-run' ? dim(outcome, process.stdout) : outcome;
      return `${word.padEnd(9)} ${artefact}${line ? `:${line}` : ''}  ${claim} — ${tool} ${version}${log ? `\n          ${log.split('\n').slice(0, 6).join('\n          ')}` : ''}`;
    });
    await print(
      [
        ...lines,
        `${proofs.filter(({ outcome }) => outcome === 'accepted').length} accepted, ${rejected.length} rejected, ${proofs.filter(({ outcome }) => outcome === 'not-run').length} not run`,
      ].join('\n'),
    );
  }
  return rejected.length > 0 ? EXIT.gateFailed : EXIT.answered;
}

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.sql': 'application/sql',
  '.mmd': 'text/vnd.mermaid',
  '.yaml': 'application/yaml',
  '.yml': 'application/yaml',
  '.json': 'application/json',
  '.md': 'text/markdown',
  '.svg': 'image/svg+xml',
  '.csv': 'text/csv',
};
const mediaTypeOf = (path: string): string => MEDIA_TYPES[extname(path)] ?? 'text/plain';

function readArtefacts(folder: string): readonly Artefact[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
    (item) => item.isFile() && !item.name.startsWith('.'),
  );
  return files
    .map((item) => ({ item, path: relative(folder, join(item.parentPath, item.name)).replaceAll('\\', '/') }))
    .filter(({ path }) => !NOT_ARTEFACTS.has(path))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .flatMap(({ item, path }): Artefact[] => {
      const content = readFileSync(join(item.parentPath, item.name));
      return content.length > LARGEST_FILE || content.includes(0)
        ? []
        : [{ path, title: path, mediaType: mediaTypeOf(path), content: content.toString('utf8') }];
    });
}

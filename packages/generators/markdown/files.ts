import type { Artefact, Proof } from '@archwright/model';
import { markdownCode } from '../escape/markdown.ts';
import { oneLine } from '../escape/plain.ts';
import { section, table } from './page.ts';
import type { Material } from './writer.ts';
import { inline } from './text.ts';

const MOST_FILES = 60;
const LONGEST_LOG = 200;

/** Every file with what its tool said about it. */
export function files({ artefacts, proofs }: Material): string {
  const rows = artefacts.map((artefact) => [
    markdownCode(artefact.path, 'cell'),
    versioned(artefact.title),
    outcomeOf(artefact, proofs),
  ]);
  return section('## Files and proofs', table(['file', 'what it is', 'proof'], rows, { rows: MOST_FILES, file: 'proofs.json' }));
}

/** In words: who accepted it, or why nobody was asked. A proof never claims more than happened. */
export function outcomeOf({ path }: Artefact, proofs: readonly Proof[]): string {
  const own = proofs.filter(({ artefact }) => artefact === path);
  return own.length === 0 ? 'none' : own.map(inWords).join('<br>');
}

function inWords({ outcome, tool, version, claim, log, line }: Proof): string {
  const who = `${inline(tool)}${version === '' ? '' : ` ${markdownCode(version, 'cell')}`}`;
  if (outcome === 'accepted') return `${versioned(claim)}: accepted by ${who}`;
  const said = (log.split('\n')[0] ?? '').slice(0, LONGEST_LOG);
  const why = said === '' ? '' : `: ${markdownCode(said, 'cell')}`;
  if (outcome === 'not-run') return `${versioned(claim)}: not run${why}`;
  return `**rejected by ${who}**${line === undefined ? '' : ` at line ${markdownCode(String(line), 'cell')}`}${why}`;
}

/** Versions in code font: they are names of things, not figures of the design. */
export const versioned = (text: string): string =>
  inline(
    oneLine(text)
      .replaceAll('`', "'")
      .replace(/\d+(?:\.\d+)+/g, (version) => `\`${version}\``),
  );

import type { Artefact, Proof } from '@archwright/model';
import { markdownCode } from '../escape/markdown.ts';
import { section, table } from './page.ts';
import type { Material } from './writer.ts';
import { inline } from './text.ts';

const MOST_FILES = 60;

/** Every file with what its tool said about it. */
export function files({ artefacts, proofs }: Material): string {
  const rows = artefacts.map((artefact) => [
    markdownCode(artefact.path, 'cell'),
    inline(artefact.title),
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
  const who = `${inline(tool)}${version === '' ? '' : ` ${inline(version)}`}`;
  if (outcome === 'accepted') return `${inline(claim)}: accepted by ${who}`;
  const why = inline(log.split('\n')[0] ?? '');
  if (outcome === 'not-run') return `${inline(claim)}: not run: ${why}`;
  return `**rejected by ${who}**${line === undefined ? '' : ` at line ${line}`}: ${why}`;
}

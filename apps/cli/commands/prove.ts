import process from 'node:process';
import { proveArtefacts } from '@archwright/proof';
import { proofOptions } from '../environment.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { readArtefacts } from '../input/read-artefacts.ts';
import { readModel } from '../input/read-model.ts';
import { report } from '../output/diagnostics.ts';
import { progress } from '../output/progress.ts';
import { dim, print, red } from '../output/terminal.ts';

/** `archwright prove`: every file of a design's folder, as it is now, given to its tool again. */
export async function proveCommand(folder: string | undefined, options: { readonly json?: boolean }): Promise<ExitCode> {
  const { folder: found, design } = readModel(folder);
  const { artefacts, edited, apart, diagnostics } = readArtefacts(found);
  report(options.json ? [] : diagnostics);
  const bar = progress(options.json === true);
  bar.stage('giving each file to the tool that will consume it');
  const proofs = [...(await proveArtefacts(artefacts, design, proofOptions()).finally(bar.done)), ...apart];
  const rejected = proofs.filter(({ outcome }) => outcome === 'rejected');
  if (options.json) await print(JSON.stringify({ folder: found, edited, proofs, diagnostics }, null, 1));
  else {
    const lines = proofs.map(({ outcome, artefact, line, claim, tool, version, log }) => {
      const word =
        outcome === 'rejected' ? red(outcome, process.stdout) : outcome === 'not-run' ? dim(outcome, process.stdout) : outcome;
      return `${word.padEnd(9)} ${artefact}${line ? `:${line}` : ''}  ${claim} — ${tool} ${version}${log ? `\n          ${log.split('\n').slice(0, 6).join('\n          ')}` : ''}`;
    });
    await print(
      [
        ...lines,
        ...(edited.length > 0 ? [`edited since they were written: ${edited.join(', ')}`] : []),
        `${proofs.filter(({ outcome }) => outcome === 'accepted').length} accepted, ${rejected.length} rejected, ${proofs.filter(({ outcome }) => outcome === 'not-run').length} not run`,
      ].join('\n'),
    );
  }
  return rejected.length > 0 ? EXIT.gateFailed : EXIT.answered;
}

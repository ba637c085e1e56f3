import type { Artefact, Proof } from '@archwright/model';
import { packageVersion } from '../package-version.ts';
import { messageOf, notRun, proof, type Prover, type Tool } from '../proof.ts';
import { type BufFault, bufBreaking, bufLint, moduleOf } from './buf.ts';

const LINT = 'buf compiles it and finds nothing under its standard rules';
const BREAKING = 'callers of the version in the folder can go on';
const INSTALL = 'npm install @bufbuild/buf@1.75.0';

/** `*.proto` through `buf lint`, and through `buf breaking` where an earlier version is known. */
export const proveProto: Prover = async (artefacts, _, { previous }) => {
  const protos = artefacts.filter(({ path }) => path.endsWith('.proto'));
  if (protos.length === 0) return [];
  const by: Tool = { tool: '@bufbuild/buf', version: packageVersion('@bufbuild/buf') };
  const now = moduleOf(artefacts);
  const proofs = await judge(by, LINT, protos, () => bufLint(now));
  const earlier = (previous ?? []).filter(({ path }) => path.endsWith('.proto') || path.endsWith('buf.yaml'));
  if (!earlier.some(({ path }) => path.endsWith('.proto'))) return proofs;
  const breaking = await judge(by, BREAKING, protos, () => bufBreaking(moduleOf(earlier), now));
  return [...proofs, ...breaking.map((one): Proof => ({ ...one, compares: true }))];
};

async function judge(
  by: Tool,
  claim: string,
  protos: readonly Artefact[],
  check: () => Promise<readonly BufFault[]>,
): Promise<readonly Proof[]> {
  let faults: readonly BufFault[];
  try {
    faults = await check();
  } catch (error) {
    return notRun(by, claim, protos, `buf is not installed or could not run (${messageOf(error).split('\n')[0]}); ${INSTALL}`);
  }
  // What concerns no file, or one that is gone, is told on the first.
  const owner = (fault: BufFault): string => protos.find(({ path }) => path.endsWith(`/${fault.path}`))?.path ?? protos[0]!.path;
  return protos.map(({ path }) => {
    const mine = faults.filter((fault) => owner(fault) === path);
    const log = mine.map(({ line, message }) => `${line}: ${message}`).join('\n');
    return proof(by, path, claim, mine.length === 0 ? 'accepted' : 'rejected', log || 'no finding', mine[0]?.line);
  });
}

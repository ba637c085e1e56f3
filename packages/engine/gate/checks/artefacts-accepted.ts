import { type Check, failed, passed, unproven } from '../check.ts';

/** An artefact its tool rejects is not delivered; a proof that could not run is said so. */
export const artefactsAccepted: Check = {
  id: 'artefacts-accepted',
  title: 'Every diagram, contract and schema is accepted by its tool',
  run({ proofs }) {
    const rejected = proofs.filter(({ outcome }) => outcome === 'rejected');
    if (rejected.length > 0)
      return failed(
        rejected
          .map(({ artefact, line, tool, log }) => `${artefact}${line ? `:${line}` : ''}: ${tool}: ${log.split('\n')[0]}`)
          .join('; '),
      );
    const open = proofs.filter(({ outcome }) => outcome === 'not-run');
    if (proofs.length === 0) return unproven('proofs were not run');
    return open.length > 0
      ? unproven(`${proofs.length - open.length} proofs accepted, ${open.length} not run`)
      : passed(`${proofs.length} proofs accepted`);
  },
};

import { type Check, failed, passed, unproven } from '../check.ts';

/** An artefact its tool rejects is not delivered; a proof that could not run is said so. */
export const artefactsAccepted: Check = {
  id: 'artefacts-accepted',
  title: 'Every diagram, contract and schema is accepted by its tool',
  run({ proofs }) {
    const rejected = proofs.filter(({ outcome, compares }) => outcome === 'rejected' && compares !== true);
    const breaking = proofs.filter(({ outcome, compares }) => outcome === 'rejected' && compares === true);
    if (rejected.length > 0)
      return failed(
        rejected
          .map(({ artefact, line, tool, log }) => `${artefact}${line ? `:${line}` : ''}: ${tool}: ${log.split('\n')[0]}`)
          .join('; '),
      );
    const open = proofs.filter(({ outcome }) => outcome === 'not-run');
    if (proofs.length === 0) return unproven('proofs were not run');
    const broken =
      breaking.length > 0
        ? `; ${breaking.map(({ artefact }) => artefact).join(', ')}: the change breaks callers of what was in the folder`
        : '';
    const accepted = proofs.length - open.length - breaking.length;
    return open.length > 0
      ? unproven(`${accepted} proofs accepted, ${open.length} not run${broken}`)
      : passed(`${accepted} proofs accepted${broken}`);
  },
};

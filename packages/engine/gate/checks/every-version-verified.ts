import { type Check, none } from '../check.ts';

/** Only where it is asked for: a version that no current source confirms stops the answer. */
export const everyVersionVerified: Check = {
  id: 'every-version-verified',
  title: 'Every version is confirmed by a current source',
  checklist: 'H2',
  run({ design, catalogue }) {
    // A specification that no registry carries has no version to confirm; one that is shown all the same is not excused.
    const knowable = new Set(
      catalogue.technologies.flatMap(({ id, versioned, identifiers }) =>
        versioned && Object.keys(identifiers).length > 0 ? [id] : [],
      ),
    );
    const asked = design.versions.filter(({ technology, version }) => version !== undefined || knowable.has(technology));
    return none(
      asked.filter(({ status }) => status !== 'verified').map(({ name, status, reason }) => `${name} is ${status}: ${reason}`),
      `${asked.length} versions, each looked up and confirmed`,
    );
  },
};

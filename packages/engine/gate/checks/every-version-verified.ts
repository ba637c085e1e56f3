import { type Check, none } from '../check.ts';

/** Only where it is asked for: a version that no current source confirms stops the answer. */
export const everyVersionVerified: Check = {
  id: 'every-version-verified',
  title: 'Every version is confirmed by a current source',
  checklist: 'H2',
  run({ design, catalogue }) {
    const versioned = new Set(catalogue.technologies.flatMap(({ id, versioned }) => (versioned ? [id] : [])));
    const asked = design.versions.filter(({ technology }) => versioned.has(technology));
    return none(
      asked.filter(({ status }) => status !== 'verified').map(({ name, status, reason }) => `${name} is ${status}: ${reason}`),
      `${asked.length} versions, each looked up and confirmed`,
    );
  },
};

import { type Check, none, unproven } from '../check.ts';
import { ledgerFaults } from '../ledger-holds.ts';

/** No evidence, no version (B1): what is said follows from the observations alone, each of them present. */
export const versionWithoutEvidence: Check = {
  id: 'version-without-evidence',
  title: 'Every version shown has evidence',
  checklist: 'H1',
  run({ design, catalogue }) {
    const { versions, architecture } = design;
    if (versions.length === 0) return unproven('nothing was looked up here, and no version is shown');
    const bare = versions.filter(
      ({ version, evidence }) =>
        version !== undefined && !evidence.some(({ claim, value }) => claim === 'version' && value === version),
    );
    const count = (status: string): number => versions.filter((one) => one.status === status).length;
    const used = new Set(architecture.components.flatMap(({ technologyId }) => technologyId ?? []));
    const silent = [...used].filter((id) => !versions.some(({ technology }) => technology === id));
    return none(
      [
        ...bare.map(({ name, version }) => `${name} ${version} has no evidence`),
        ...silent.map((id) => `${id} was never looked up`),
        ...ledgerFaults(versions, catalogue),
      ],
      `${versions.length} technologies looked up: ${count('verified')} verified, ${count('stale')} from older sources, ${count('unverified')} shown as “version unverified”`,
    );
  },
};

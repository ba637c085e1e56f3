import { type Check, none } from '../check.ts';

/** No evidence, no version (B1). */
export const versionWithoutEvidence: Check = {
  id: 'version-without-evidence',
  title: 'Every version shown has evidence',
  checklist: 'H1',
  run({ design }) {
    const bare = design.versions.filter(
      ({ version, evidence }) =>
        version !== undefined && !evidence.some((one) => one.claim === 'version' && one.value === version),
    );
    const unknown = design.versions.filter(({ status }) => status === 'unverified').length;
    const used = new Set(design.architecture.components.flatMap(({ technologyId }) => technologyId ?? []));
    const silent = [...used].filter((id) => !design.versions.some(({ technology }) => technology === id));
    return none(
      [
        ...bare.map(({ name, version }) => `${name} ${version} has no evidence`),
        ...silent.map((id) => `${id} was never looked up`),
      ],
      `${design.versions.length} technologies looked up, ${unknown} shown as “version unverified”`,
    );
  },
};

import { type Check, none } from '../check.ts';

export const versionSourceDated: Check = {
  id: 'version-source-dated',
  title: 'Every version says from when its source is',
  checklist: 'H2',
  run({ design }) {
    const undated = design.versions.filter(
      ({ version, asOf }) => version !== undefined && !/^\d{4}-\d{2}-\d{2}/.test(asOf ?? ''),
    );
    const oldest = design.versions.flatMap(({ asOf }) => asOf ?? []).sort()[0];
    return none(
      undated.map(({ name }) => `${name}: no date`),
      oldest ? `oldest source: ${oldest.slice(0, 10)}` : 'no version is shown',
    );
  },
};

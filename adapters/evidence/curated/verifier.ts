import { orderOf } from '@archwright/engine/evidence/version-order/index';
import type { Evidence } from '@archwright/model';
import { observe, sha256 } from '../observation.ts';
import { packageUrl, type Subject } from '../subject.ts';
import type { Verifier } from '../verifier.ts';
import { LIFECYCLE, type LifecycleEntry } from './lifecycle.ts';

const NAME = 'curated lifecycle';

/** What registries do not show: ends and hand-overs, as cited entries of ours and of the catalogue. */
export const curatedLifecycle = (entries: readonly LifecycleEntry[] = LIFECYCLE): Verifier => ({
  id: 'lifecycle',
  name: NAME,
  phase: 'versions',
  supports: (subject) => subject.retired.length > 0 || entriesOf(subject, entries).length > 0,
  verify: async (subject) => [
    { kind: 'observed', source: NAME, observations: [...entriesOf(subject, entries), ...fromCatalogue(subject)] },
  ],
});

const said = (what: string, since: string | undefined, replacement: string | undefined): string =>
  `${what}${since === undefined ? '' : ` (${since})`}${replacement === undefined ? '' : `; use ${replacement}`}`;

function entriesOf({ id, packages }: Subject, entries: readonly LifecycleEntry[]): readonly Evidence[] {
  return packages.flatMap((one) => {
    const about = packageUrl(one);
    return entries
      .filter((entry) => entry.packages.includes(about) && !isAbove(one.version, entry.below))
      .map(({ what, since, replacement, source, below }) =>
        observe({
          subject: id,
          claim: 'deprecated',
          value: said(what, since, replacement),
          about,
          ...(below !== undefined && one.version !== undefined && { version: one.version }),
          source: source.title,
          locator: source.url,
          retrievedAt: `${source.readOn}T00:00:00.000Z`,
          digest: sha256(`${what}${since ?? ''}`),
          tier: 'C',
          origin: 'curated',
        }),
      );
  });
}

/** An entry about old versions does not concern a package whose version is not known to be one. */
const isAbove = (version: string | undefined, below: string | undefined): boolean =>
  below !== undefined && (version === undefined || orderOf('npm').compare(version, below) !== -1);

const fromCatalogue = ({ id, packages, retired }: Subject): readonly Evidence[] =>
  retired
    .filter(({ source }) => source.url !== undefined)
    .map(({ what, when, replacement, source }) =>
      observe({
        subject: id,
        claim: 'deprecated',
        value: said(what, when, replacement),
        ...(packages[0] && { about: packageUrl(packages[0]) }),
        source: source.title,
        locator: source.url!,
        retrievedAt: `${source.asOf}T00:00:00.000Z`,
        tier: 'C',
        origin: 'curated',
      }),
    );

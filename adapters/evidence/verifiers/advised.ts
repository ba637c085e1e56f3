import { failure, type Outcome } from '../outcome.ts';
import type { Failure } from '../outcome.ts';
import type { Found, Session } from '../session.ts';
import { type Ecosystem, isPackageName, packageUrl, type Package, type Subject } from '../subject.ts';
import { observed, type Said, silent, type Verifier } from '../verifier.ts';

/** One known vulnerability, as every advisory source is boiled down to. */
export interface Advisory {
  readonly id: string;
  readonly aliases: readonly string[];
  readonly title: string;
  readonly severity?: string;
  /** First version without it, where the source says so. */
  readonly fixed?: string;
  readonly url?: string;
}

/** Known to be vulnerable for years: a source that does not say so is not believed when it says nothing of others. */
export const CANARY: Package & { readonly version: string } = { ecosystem: 'npm', name: 'lodash', version: '4.17.15' };

export type Exact = Package & { readonly version: string };
export const exactKey = ({ ecosystem, name, version }: Exact): string => packageUrl({ ecosystem, name }, version);

/** `GHSA-…: title, fixed in 4.17.21 (high)`. */
export const advisoryText = ({ id, title, severity, fixed }: Advisory): string =>
  `${id}: ${title.slice(0, 200)}${fixed === undefined ? '' : `, fixed in ${fixed}`}${severity === undefined ? '' : ` (${severity.toLowerCase()})`}`;

interface AdvisorySource {
  readonly id: string;
  readonly name: string;
  readonly ecosystems: readonly Ecosystem[];
  /** `tier` of what it says. */
  readonly tier: 'B' | 'C';
  ask(one: Exact, session: Session): Promise<Found<readonly Advisory[]> | Failure>;
}

/** A source of advisories as a verifier: an advisory each, or that there is none, for every exact version. */
export function advisorySource(source: AdvisorySource): Verifier {
  const verifier = { id: source.id, name: source.name, phase: 'details' as const };
  const covers = ({ ecosystem }: Package): boolean => source.ecosystems.includes(ecosystem);
  return {
    ...verifier,
    supports: ({ packages }) => packages.some(covers),
    async verify(subject: Subject, session: Session): Promise<readonly Outcome[]> {
      const outcomes = await Promise.all(
        subject.packages.filter(covers).map(async (one): Promise<readonly Outcome[]> => {
          const { ecosystem, name, version } = one;
          if (version === undefined || !isPackageName(ecosystem, name))
            return silent(verifier, failure('skipped', `no version of ${name.slice(0, 60)} to ask about`));
          const found = await source.ask({ ecosystem, name, version }, session);
          return found.kind === 'found'
            ? observed(verifier, source.tier, subject, found, said(found.value, packageUrl(one), version))
            : silent(verifier, found);
        }),
      );
      return outcomes.flat();
    },
  };
}

const said = (advisories: readonly Advisory[], about: string, version: string): readonly Said[] =>
  advisories.length === 0
    ? [{ claim: 'no-advisory', value: 'none known', about, version }]
    : advisories.map((one) => ({ claim: 'advisory', value: advisoryText(one), about, version }));

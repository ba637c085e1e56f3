import { type Failure, failure, type Outcome } from '../outcome.ts';
import { asObject, asText, type Found, jsonObject, look, type Session } from '../session.ts';
import { isPackageName, packageUrl, type Package } from '../subject.ts';
import { type Capability, observed, type Said, silent, type Verifier } from '../verifier.ts';

/** The fields of a package document that say something; what a mirror leaves out is absent here too. */
export interface PackageDocument {
  readonly latest?: string;
  readonly versions: readonly string[];
  readonly deprecated: Readonly<Record<string, string>>;
  readonly engines: Readonly<Record<string, string>>;
  readonly signed: boolean;
}

const DAY_MS = 86_400_000;
const MOST_VERSIONS = 10_000;
const ACCEPT = 'application/vnd.npm.install-v1+json; q=1.0, application/json; q=0.8';
/** Deprecated since 2020-02-11: a registry that does not say so does not say it of anything. */
const CANARY = { name: 'request', version: '2.88.2' };

/**
 * The npm registry: existence, current version, deprecation, engines. `time` is not read: mirrors date old releases anew. That a
 * version is not deprecated is said only where the registry flags a package known to be.
 *
 * @source https://github.com/npm/registry/blob/main/docs/responses/package-metadata.md
 */
export function npmRegistry({ registry }: { readonly registry: string }): Verifier & {
  capability(session: Session): Promise<Capability>;
} {
  const document = (name: string, session: Session): Promise<Found<PackageDocument> | Failure> =>
    look(session, {
      source: 'npm',
      freshMs: DAY_MS,
      request: { url: `${registry}/${name.replace('/', '%2f')}`, headers: { accept: ACCEPT } },
      read: readDocument,
    });
  const capability = async (session: Session): Promise<Capability> => {
    const found = await document(CANARY.name, session);
    if (found.kind !== 'found') return { what: 'deprecation flags', isProven: false, reason: found.reason };
    const isProven = found.value.deprecated[CANARY.version] !== undefined;
    return {
      what: 'deprecation flags',
      isProven,
      reason: isProven
        ? `${CANARY.name} ${CANARY.version} is flagged`
        : `${CANARY.name} ${CANARY.version} is not flagged: a missing flag proves nothing here`,
    };
  };
  const verifier = { id: 'npm', name: 'npm registry', phase: 'versions' as const };
  return {
    ...verifier,
    supports: ({ packages }) => packages.some(({ ecosystem }) => ecosystem === 'npm'),
    capability,
    async verify(subject, session) {
      const outcomes: Outcome[] = [];
      for (const one of subject.packages.filter(({ ecosystem }) => ecosystem === 'npm')) {
        if (!isPackageName('npm', one.name)) {
          outcomes.push(...silent(verifier, failure('unsupported', `${one.name.slice(0, 60)} is no package name`)));
          continue;
        }
        const found = await document(one.name, session);
        if (found.kind !== 'found') {
          outcomes.push(...silent(verifier, found));
          continue;
        }
        const flags = await capability(session);
        outcomes.push(...observed(verifier, 'B', subject, found, whatItSays(one, found.value, flags.isProven)));
        if (!flags.isProven) outcomes.push(...silent(verifier, failure('unsupported', `deprecation: ${flags.reason}`)));
      }
      return outcomes;
    },
  };
}

function whatItSays(one: Package, document: PackageDocument, flagsProven: boolean): readonly Said[] {
  const about = packageUrl(one);
  const version = one.version ?? document.latest;
  const known = version !== undefined && document.versions.includes(version);
  const deprecated = version === undefined ? undefined : document.deprecated[version];
  const engines = version === undefined ? undefined : document.engines[version];
  return [
    ...(document.latest === undefined ? [] : [{ claim: 'version' as const, value: document.latest, about }]),
    ...(one.version !== undefined && known ? [{ claim: 'exists' as const, value: one.version, about }] : []),
    ...(deprecated !== undefined ? [{ claim: 'deprecated' as const, value: deprecated, about, version: version! }] : []),
    ...(known && deprecated === undefined && flagsProven
      ? [{ claim: 'maintained' as const, value: 'not flagged as deprecated', about, version }]
      : []),
    ...(engines !== undefined ? [{ claim: 'engines' as const, value: `node ${engines}`, about, version: version! }] : []),
  ];
}

export function readDocument(body: string): PackageDocument | undefined {
  const document = jsonObject(body);
  const tags = asObject(document?.['dist-tags']);
  const versions = Object.entries(asObject(document?.['versions'])).slice(-MOST_VERSIONS);
  const latest = asText(tags['latest']);
  if (!document || versions.length === 0) return undefined;
  const valued = (of: (version: Readonly<Record<string, unknown>>) => string | undefined): Readonly<Record<string, string>> =>
    Object.fromEntries(
      versions.flatMap(([version, about]) => {
        const value = of(asObject(about));
        return value === undefined ? [] : [[version, value.slice(0, 300)]];
      }),
    );
  return {
    ...(latest !== undefined && versions.some(([version]) => version === latest) && { latest }),
    versions: versions.map(([version]) => version),
    deprecated: valued(({ deprecated }) => (deprecated === true ? 'deprecated' : asText(deprecated))),
    engines: valued(({ engines }) => asText(asObject(engines)['node'])),
    signed: versions.some(([, about]) => asObject(asObject(about)['dist'])['signatures'] !== undefined),
  };
}

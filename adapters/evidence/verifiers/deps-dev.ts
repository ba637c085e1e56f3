import { failure, type Outcome } from '../outcome.ts';
import { asArray, asObject, asText, jsonObject, look } from '../session.ts';
import { type Ecosystem, isPackageName, packageUrl } from '../subject.ts';
import { observed, type Said, silent, type Verifier } from '../verifier.ts';

const DAY_MS = 86_400_000;
const SYSTEMS: Readonly<Record<Ecosystem, string>> = { npm: 'npm', pypi: 'pypi', go: 'go', maven: 'maven', cargo: 'cargo' };
const verifier = { id: 'deps-dev', name: 'deps.dev', phase: 'details' as const };

interface VersionRecord {
  readonly deprecated: boolean | null;
  readonly why?: string;
  readonly published?: string;
  readonly advisories: readonly string[];
}

/**
 * A second opinion across ecosystems on one exact version: whether it exists, is deprecated, and which advisories name it.
 *
 * @source https://docs.deps.dev/api/v3/#getversion
 */
export const depsDev = ({ base }: { readonly base: string }): Verifier => ({
  ...verifier,
  supports: ({ packages }) => packages.length > 0,
  async verify(subject, session) {
    const outcomes: Outcome[] = [];
    for (const { ecosystem, name, version } of subject.packages) {
      if (version === undefined || !isPackageName(ecosystem, name)) {
        outcomes.push(...silent(verifier, failure('skipped', `no version of ${name.slice(0, 60)} to ask about`)));
        continue;
      }
      const about = packageUrl({ ecosystem, name });
      const found = await look(session, {
        source: 'deps-dev',
        freshMs: DAY_MS,
        request: {
          url: `${base}/v3/systems/${SYSTEMS[ecosystem]}/packages/${encodeURIComponent(name)}/versions/${encodeURIComponent(version)}`,
          largestBytes: 4 * 1024 * 1024,
        },
        read: (body) => readVersion(body, version),
      });
      outcomes.push(
        ...(found.kind === 'found'
          ? observed(verifier, 'C', subject, found, whatItSays(found.value, about, version))
          : silent(verifier, found)),
      );
    }
    return outcomes;
  },
});

function whatItSays({ deprecated, why, published, advisories }: VersionRecord, about: string, version: string): readonly Said[] {
  const dated = published === undefined ? {} : { sourceAsOf: published };
  return [
    { claim: 'exists', value: version, about, ...dated },
    ...(deprecated === true ? [{ claim: 'deprecated' as const, value: why ?? 'flagged as deprecated', about, version }] : []),
    ...(deprecated === false ? [{ claim: 'maintained' as const, value: 'not flagged as deprecated', about, version }] : []),
    ...advisories.map((id) => ({ claim: 'advisory' as const, value: `${id}: listed by deps.dev`, about, version })),
  ];
}

/** The answer must be about the version asked for: a fuzzy match would prove something else. */
function readVersion(body: string, asked: string): VersionRecord | undefined {
  const record = jsonObject(body);
  if (asText(asObject(record?.['versionKey'])['version']) !== asked) return undefined;
  const [published, why] = [asText(record?.['publishedAt']), asText(record?.['deprecatedReason'])];
  const flag = record?.['isDeprecated'];
  return {
    // Absent is not false.
    deprecated: typeof flag === 'boolean' ? flag : null,
    ...(why !== undefined && { why }),
    ...(published !== undefined && { published }),
    advisories: asArray(record?.['advisoryKeys']).flatMap((key) => asText(asObject(key)['id']) ?? []),
  };
}

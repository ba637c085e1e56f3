import { failure } from '../outcome.ts';
import { asText, jsonObject, look } from '../session.ts';
import { observed, silent, type Verifier } from '../verifier.ts';

const DAY_MS = 86_400_000;
const verifier = { id: 'github', name: 'GitHub releases', phase: 'versions' as const };

interface Release {
  readonly version: string;
  readonly published?: string;
}

/**
 * The latest release of a project's repository. "Latest" may be a back-port, so where a product has release lines, or is itself a package
 * of a registry, it proves only that the version exists.
 *
 * @source https://docs.github.com/en/rest/releases/releases#get-the-latest-release
 */
export const githubReleases = ({ base, token }: { readonly base: string; readonly token?: string }): Verifier => ({
  ...verifier,
  supports: ({ github }) => github !== undefined,
  async verify(subject, session) {
    const repository = subject.github!;
    if (!/^[\w.-]{1,100}\/[\w.-]{1,100}$/.test(repository)) return silent(verifier, failure('unsupported', 'no repository name'));
    const found = await look(session, {
      source: 'github',
      freshMs: DAY_MS,
      request: {
        url: `${base}/repos/${repository}/releases/latest`,
        headers: {
          accept: 'application/vnd.github+json',
          'x-github-api-version': '2022-11-28',
          'user-agent': 'archwright',
          ...(token !== undefined && { authorization: `Bearer ${token}` }),
        },
        largestBytes: 4 * 1024 * 1024,
      },
      read: readRelease,
    });
    if (found.kind !== 'found') return silent(verifier, found);
    const { version, published } = found.value;
    const decides = subject.lines === undefined && (subject.packages.length === 0 || subject.image !== undefined);
    return observed(verifier, 'B', subject, found, [
      {
        claim: decides ? 'version' : 'exists',
        value: version,
        about: `pkg:github/${repository}`,
        ...(published !== undefined && { sourceAsOf: published }),
      },
    ]);
  },
});

/** `v1.2.3`, `release-1.2.3` and `kustomize/v5.1.0` name a version; a tag without one, a draft and a pre-release do not. */
function readRelease(body: string): Release | undefined {
  const release = jsonObject(body);
  if (!release || release['draft'] === true || release['prerelease'] === true) return undefined;
  const version = /(?:^|[^0-9.])v?(\d{1,6}(?:\.\d{1,6}){1,3})$/.exec(asText(release['tag_name']) ?? '')?.[1];
  const published = asText(release['published_at']);
  return version === undefined ? undefined : { version, ...(published !== undefined && { published }) };
}

import { failure, type Outcome } from '../outcome.ts';
import { asText, jsonObject, look, type Session } from '../session.ts';
import { isPackageName, packageUrl, type Package, type Subject } from '../subject.ts';
import { observed, type Said, silent, type Verifier } from '../verifier.ts';

const DAY_MS = 86_400_000;
const YEAR_MS = 365 * DAY_MS;
const verifier = { id: 'go', name: 'Go module proxy', phase: 'versions' as const };

/** Upper-case letters are written `!x`, so that paths are the same on every file system. */
const escaped = (path: string): string => path.replaceAll(/[A-Z]/g, (letter) => `!${letter.toLowerCase()}`);

/**
 * The Go module proxy: the latest version, and in its `go.mod` whether the module is deprecated or the version retracted.
 *
 * @source https://go.dev/ref/mod#goproxy-protocol
 */
export const goProxy = ({ base }: { readonly base: string }): Verifier => ({
  ...verifier,
  supports: ({ packages }) => packages.some(({ ecosystem }) => ecosystem === 'go'),
  async verify(subject, session) {
    const outcomes: Outcome[] = [];
    for (const one of subject.packages.filter(({ ecosystem }) => ecosystem === 'go'))
      outcomes.push(
        ...(isPackageName('go', one.name)
          ? await ask(base, one, subject, session)
          : silent(verifier, failure('unsupported', `${one.name.slice(0, 60)} is no module path`))),
      );
    return outcomes;
  },
});

async function ask(base: string, one: Package, subject: Subject, session: Session): Promise<readonly Outcome[]> {
  const about = packageUrl(one);
  const module = `${base}/${escaped(one.name)}`;
  const latest = await look(session, {
    source: 'go',
    freshMs: DAY_MS,
    request: { url: `${module}/@latest` },
    read: (body) => asText(jsonObject(body)?.['Version']),
  });
  if (latest.kind !== 'found') return silent(verifier, latest);
  const outcomes = [...observed(verifier, 'B', subject, latest, [{ claim: 'version', value: latest.value, about }])];
  // Retractions and the deprecation stand in the go.mod of the newest version and speak of all of them.
  const manifest = await look(session, {
    source: 'go',
    freshMs: DAY_MS,
    request: { url: `${module}/@v/${escaped(latest.value)}.mod`, largestBytes: 1024 * 1024 },
    read: (body) =>
      /^(?:\/\/.*\n|\s)*module\s/m.test(body) ? { notice: noticeOf(body), retracted: retractionsOf(body) } : undefined,
  });
  const version = one.version ?? latest.value;
  if (manifest.kind === 'found') {
    const { notice, retracted } = manifest.value;
    const isRetracted = retracted.includes(version);
    const said: readonly Said[] = [
      ...(notice === null ? [] : [{ claim: 'deprecated' as const, value: notice, about }]),
      ...(isRetracted ? [{ claim: 'deprecated' as const, value: 'retracted by its authors', about, version }] : []),
      ...(notice === null && !isRetracted
        ? [{ claim: 'maintained' as const, value: 'neither deprecated nor retracted in go.mod', about, version }]
        : []),
    ];
    outcomes.push(...observed(verifier, 'B', subject, manifest, said));
  } else outcomes.push(...silent(verifier, manifest));
  if (one.version !== undefined && one.version !== latest.value) {
    const own = await look(session, {
      source: 'go',
      freshMs: YEAR_MS,
      request: { url: `${module}/@v/${escaped(one.version)}.info` },
      read: (body) => asText(jsonObject(body)?.['Version']),
    });
    outcomes.push(
      ...(own.kind === 'found'
        ? observed(verifier, 'B', subject, own, [{ claim: 'exists', value: own.value, about }])
        : silent(verifier, own)),
    );
  }
  return outcomes;
}

const noticeOf = (manifest: string): string | null => /^\/\/ Deprecated: (.{1,300})$/m.exec(manifest)?.[1] ?? null;

/** Single versions of `retract` directives; of a range only its ends, which is enough for the version asked about in practice. */
function retractionsOf(manifest: string): readonly string[] {
  const single = [...manifest.matchAll(/^retract[ \t]+(?:\[[ \t]*)?(v[\w.+-]{1,80})(?:[ \t]*,[ \t]*(v[\w.+-]{1,80}))?/gm)];
  const block = /^retract[ \t]*\(\n([\s\S]{0,20000}?)\n\)/m.exec(manifest)?.[1] ?? '';
  const listed = [...block.matchAll(/^[ \t]*(?:\[[ \t]*)?(v[\w.+-]{1,80})(?:[ \t]*,[ \t]*(v[\w.+-]{1,80}))?/gm)];
  return [...single, ...listed].flatMap(([, from, to]) => [from!, ...(to === undefined ? [] : [to])]);
}

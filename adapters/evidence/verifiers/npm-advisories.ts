import { gzipSync } from 'node:zlib';
import { failure } from '../outcome.ts';
import { asArray, asObject, asText, jsonObject } from '../session.ts';
import { failureOf } from '../transport/transport.ts';
import type { Verifier } from '../verifier.ts';
import { type Advisory, advisorySource, CANARY, type Exact, exactKey } from './advised.ts';
import { Batch } from './batch.ts';

const HALF_DAY_MS = 43_200_000;
const MOST_PACKAGES = 500;

/**
 * The registry's own advisories, which `npm audit` reads, asked for in bulk with the canary among them. A registry that has no such
 * endpoint answers 404 or 405: that is no answer, never "no vulnerabilities".
 *
 * @source https://docs.npmjs.com/cli/v11/commands/npm-audit#bulk-advisory-endpoint
 */
export function npmAdvisories({ registry }: { readonly registry: string }): Verifier {
  const url = `${registry}/-/npm/v1/security/advisories/bulk`;
  const batch = new Batch<Exact, readonly Advisory[]>({
    source: 'npm-advisories',
    freshMs: HALF_DAY_MS,
    most: MOST_PACKAGES,
    keyOf: exactKey,
    async send(items, session) {
      const versions = new Map<string, Set<string>>();
      for (const { name, version } of [CANARY, ...items]) versions.set(name, (versions.get(name) ?? new Set()).add(version));
      const body = JSON.stringify(Object.fromEntries([...versions].map(([name, all]) => [name, [...all]])));
      const reply = await session.transport!.ask({
        url,
        method: 'POST',
        headers: { 'content-type': 'application/json', 'content-encoding': 'gzip', accept: 'application/json' },
        body: gzipSync(body),
      });
      const failed = 'status' in reply ? failureOf(reply, session.now.getTime()) : reply;
      if (failed) return failed.kind === 'absent' ? failure('unsupported', 'this registry has no advisories') : failed;
      const advisories = 'body' in reply ? jsonObject(reply.body) : undefined;
      const { default: semver } = await import('semver');
      const holds = (range: string, version: string): boolean => semver.satisfies(version, range, { includePrerelease: true });
      if (!advisories || read(advisories, CANARY, holds).length === 0)
        return failure('malformed', `${CANARY.name} ${CANARY.version} was not flagged: nothing is proven`);
      return new Map(items.map((item) => [exactKey(item), { value: read(advisories, item, holds), locator: url }]));
    },
  });
  return advisorySource({
    id: 'npm-advisories',
    name: 'npm advisories',
    tier: 'B',
    ecosystems: ['npm'],
    ask: (one, session) => batch.ask(one, session),
  });
}

/** Those of a package whose range holds the version: the answer is for all the versions that were asked about. */
function read(
  advisories: Readonly<Record<string, unknown>>,
  { name, version }: Pick<Exact, 'name' | 'version'>,
  holds: (range: string, version: string) => boolean,
): readonly Advisory[] {
  return asArray(advisories[name]).flatMap((one) => {
    const { id, url, title, severity, vulnerable_versions: range } = asObject(one);
    const link = asText(url);
    if (typeof range !== 'string' || !holds(range.slice(0, 500), version)) return [];
    // The answer has no GHSA id of its own; its link ends in it.
    const known = /GHSA(?:-[0-9a-z]{4}){3}/.exec(link ?? '')?.[0] ?? `npm:${String(id)}`;
    const word = asText(severity);
    return [
      {
        id: known,
        aliases: [],
        title: asText(title) ?? 'no title',
        ...(word !== undefined && { severity: word }),
        ...(link !== undefined && { url: link }),
      },
    ];
  });
}

import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { orderOf } from '@archwright/engine/evidence/version-order/index';
import type { Knowledge, PlantedAdvisory, Seen } from './fixture-world.ts';

/** Path parameters come decoded; a service answers and returns true, or leaves the request to 404. */
type Service = (knows: Knowledge, path: string, request: Seen, response: ServerResponse, base: string) => boolean;

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

/** JSON with an ETag, and 304 where the asker has it. */
function send(response: ServerResponse, request: Seen, value: unknown, headers: Record<string, string> = {}): true {
  const body = JSON.stringify(value);
  const etag = `"${digest(body).slice(0, 16)}"`;
  if (request.headers['if-none-match'] === etag) response.writeHead(304, { etag }).end();
  else response.writeHead(200, { 'content-type': 'application/json', etag, ...headers }).end(body);
  return true;
}

const ended = (response: ServerResponse): true => response.writableEnded || true;

const hits = (knows: Knowledge, ecosystem: string, name: string, version: string): readonly PlantedAdvisory[] =>
  knows.advisories.filter(
    (one) =>
      one.ecosystem === ecosystem &&
      one.name === name &&
      (orderOf(ecosystem).compare(version.replace(/^v/, ''), one.fixed) ?? 1) < 0,
  );

export const osvEntry = ({ id, ecosystem, name, summary, severity, fixed, withdrawn }: PlantedAdvisory): object => ({
  schema_version: '1.6.0',
  id,
  modified: '2026-11-20T08:00:00Z',
  published: '2021-05-06T16:05:51Z',
  summary,
  aliases: [],
  affected: [
    {
      package: { ecosystem, name },
      ranges: [{ type: ecosystem === 'npm' ? 'SEMVER' : 'ECOSYSTEM', events: [{ introduced: '0' }, { fixed }] }],
    },
  ],
  database_specific: { severity },
  ...(withdrawn !== undefined && { withdrawn }),
});

const npm: Service = (knows, path, request, response) => {
  if (path === '-/npm/v1/security/advisories/bulk') {
    if (knows.isMirror || request.method !== 'POST') return ended(response.writeHead(405, { allow: 'GET, HEAD' }).end());
    const asked = JSON.parse(request.body) as Record<string, string[]>;
    const found = Object.entries(asked).map(([name, versions]) => [
      name,
      [...new Set(versions.flatMap((version) => hits(knows, 'npm', name, version)))].map(
        ({ id, summary, severity, fixed }, index) => ({
          id: 1_000 + index,
          url: `https://github.com/advisories/${id}`,
          title: summary,
          severity: severity.toLowerCase(),
          vulnerable_versions: `<${fixed}`,
          cwe: [],
        }),
      ),
    ]);
    return send(response, request, Object.fromEntries(found.filter(([, list]) => list!.length > 0)));
  }
  const known = knows.npm[path];
  if (!known) return false;
  const versions = Object.entries(known.versions).map(([version, { deprecated, engines }]) => [
    version,
    {
      name: path,
      version,
      ...(deprecated !== undefined && !knows.isMirror && { deprecated }),
      ...(engines && { engines }),
      dist: { integrity: 'sha512-AA==', shasum: '00', tarball: 'http://127.0.0.1/none.tgz' },
    },
  ]);
  return send(response, request, { name: path, 'dist-tags': { latest: known.latest }, versions: Object.fromEntries(versions) });
};

const pypi: Service = (knows, path, request, response) => {
  const [, name, version] = /^pypi\/([^/]+)(?:\/([^/]+))?\/json$/.exec(path) ?? [];
  const known = name === undefined ? undefined : knows.pypi[name];
  if (!known || (version !== undefined && version !== known.version && !knows.pypi[`${name}@${version}`])) return false;
  const own = version === undefined || version === known.version ? known : knows.pypi[`${name}@${version}`]!;
  return send(response, request, {
    info: {
      name,
      version: own.version,
      requires_python: own.requiresPython ?? null,
      yanked: own.yanked !== undefined,
      yanked_reason: own.yanked ?? null,
      classifiers: [],
    },
    vulnerabilities: hits(knows, 'PyPI', name!, own.version).map(({ id, summary }) => ({ id, summary, withdrawn: null })),
  });
};

const goproxy: Service = (knows, path, request, response) => {
  const [, escaped, what] = /^(.+?)\/(@latest|@v\/.+)$/.exec(path) ?? [];
  const known =
    escaped === undefined ? undefined : knows.go[escaped.replaceAll(/!([a-z])/g, (_, letter: string) => letter.toUpperCase())];
  if (!known || what === undefined) return false;
  if (what === '@latest') return send(response, request, { Version: known.version, Time: '2026-10-01T00:00:00Z' });
  if (what.endsWith('.mod')) return ended(response.end(known.manifest ?? `module ${escaped}\n\ngo 1.25\n`));
  return what === `@v/${known.version}.info` && send(response, request, { Version: known.version });
};

const maven: Service = (knows, path, _, response) => {
  const parts = path.split('/');
  const known =
    parts.at(-1) === 'maven-metadata.xml' ? knows.maven[`${parts.slice(0, -2).join('.')}:${parts.at(-2)}`] : undefined;
  if (!known) return false;
  const versions = known.versions.map((one) => `<version>${one}</version>`).join('');
  response.end(
    `<?xml version="1.0"?><metadata><versioning><latest>${known.versions.at(-1)}</latest><versions>${versions}</versions><lastUpdated>${known.updated ?? '20261101000000'}</lastUpdated></versioning></metadata>`,
  );
  return true;
};

/** A registry that asks for an anonymous token first, as Docker Hub does. */
const oci: Service = (knows, path, request, response, base) => {
  if (request.headers['authorization'] !== 'Bearer pull') {
    response.writeHead(401, { 'www-authenticate': `Bearer realm="${base}/oci-tokens/token",service="fixture"` }).end();
    return true;
  }
  const [, image, what = ''] = /^v2\/(.+?)\/(tags\/list|manifests\/[^/?]+)/.exec(path) ?? [];
  const tags = image === undefined ? undefined : knows.images[image];
  if (path === 'v2/') return send(response, request, {});
  if (!tags) return false;
  if (what === 'tags/list') return send(response, request, { name: image, tags });
  const tag = what.slice('manifests/'.length);
  if (!tags.includes(tag)) return false;
  response.writeHead(200, { 'docker-content-digest': `sha256:${digest(`${image}:${tag}`)}` }).end();
  return true;
};

const github: Service = (knows, path, request, response) => {
  if (path === 'rate_limit') return send(response, request, { rate: { limit: 60, remaining: 59 } });
  const [, repository] = /^repos\/([^/]+\/[^/]+)\/releases\/latest$/.exec(path) ?? [];
  const known = repository === undefined ? undefined : knows.github[repository];
  return (
    known !== undefined &&
    send(response, request, {
      tag_name: known.tag,
      published_at: known.published,
      draft: false,
      prerelease: known.prerelease === true,
    })
  );
};

const endoflife: Service = (knows, path, request, response) => {
  const [, product] = /^api\/v1\/products\/([^/]+)$/.exec(path) ?? [];
  const cycles = product === undefined ? undefined : knows.products[product];
  if (!cycles) return ended(response.writeHead(404, { 'content-type': 'text/html' }).end('<html>404</html>'));
  return send(response, request, {
    schema_version: '1.2.0',
    generated_at: '2026-11-29T00:00:00+00:00',
    last_modified: '2026-11-28T00:00:00+00:00',
    result: {
      name: product,
      releases: cycles.map(({ cycle, released, latest, latestReleased, eol, lts }) => ({
        name: cycle,
        releaseDate: released,
        isLts: lts === true || typeof lts === 'string',
        ltsFrom: typeof lts === 'string' ? lts : null,
        // As the source does it: computed when its site was built, so of no use.
        isEol: eol === true,
        eolFrom: typeof eol === 'string' ? eol : null,
        latest: latest === null ? null : { name: latest, date: latestReleased ?? null, link: null },
      })),
    },
  });
};

const osv: Service = (knows, path, request, response) => {
  if (path === 'v1/querybatch') {
    const { queries } = JSON.parse(request.body) as {
      queries: { package: { name: string; ecosystem: string }; version: string }[];
    };
    return send(response, request, {
      results: queries.map(({ package: { name, ecosystem }, version }) => {
        const vulns = hits(knows, ecosystem, name, version).map(({ id }) => ({ id, modified: '2026-11-20T08:00:00Z' }));
        return vulns.length > 0 ? { vulns } : {};
      }),
    });
  }
  const known = knows.advisories.find(({ id }) => path === `v1/vulns/${id}`);
  return known !== undefined && send(response, request, osvEntry(known));
};

const depsdev: Service = (knows, path, request, response) => {
  const [, system, name, version] = /^v3\/systems\/([^/]+)\/packages\/(.+)\/versions\/([^/]+)$/.exec(path) ?? [];
  if (system !== 'npm' || !knows.npm[name!]?.versions[version!]) return false;
  const why = knows.deprecatedBySecondOpinion[`npm:${name}@${version}`];
  return send(response, request, {
    versionKey: { system: 'NPM', name, version },
    publishedAt: '2026-10-01T00:00:00Z',
    isDeprecated: why !== undefined,
    ...(why !== undefined && { deprecatedReason: why }),
    advisoryKeys: [],
  });
};

const context7: Service = (knows, path, request, response) => {
  const { pathname, searchParams } = new URL(`http://x/${path}`);
  if (pathname === '/api/v2/libs/search') {
    const asked = (searchParams.get('libraryName') ?? '').toLowerCase();
    const results = knows.libraries
      .filter(({ title }) => title.toLowerCase().split('\n')[0] === asked)
      .map(({ id, title, state = 'finalized', updated = '2026-11-25T00:00:00Z', trust = 9 }) => ({
        id,
        title,
        description: `about ${asked}`,
        branch: 'main',
        lastUpdateDate: updated,
        state,
        totalTokens: 1,
        totalSnippets: 1,
        trustScore: trust,
        benchmarkScore: 80,
        versions: [],
      }));
    return send(response, request, { results, searchFilterApplied: false });
  }
  const library = knows.libraries.find(({ id }) => id === searchParams.get('libraryId'));
  if (pathname !== '/api/v2/context' || !library) return false;
  const place = library.id.startsWith('/websites/')
    ? `https://${library.id.slice('/websites/'.length).replaceAll('_', '.')}/guide`
    : `https://github.com${library.id}/blob/main/docs/guide.md`;
  response.end(
    library.text ??
      `### Upgrade guide\n\nSource: ${place}\n\nThe current line is supported; the old options were removed and the new ones are required.\n\n----------\n\n### Hardening\n\nSource: ${place}\n\nSet limits on bodies and time-outs on every call.\n`,
  );
  return true;
};

const dumps: Service = (knows, path, _, response) => {
  const zip = knows.dumps[path.replace(/\/all\.zip$/, '')];
  if (!zip) return false;
  response.writeHead(200, { 'content-type': 'application/zip', 'content-length': String(zip.length) }).end(zip);
  return true;
};

const SERVICES: Readonly<Record<string, Service>> = {
  npm,
  pypi,
  goproxy,
  maven2: maven,
  oci,
  'oci-tokens': (_, path, request, response) => path.startsWith('token') && send(response, request, { token: 'pull' }),
  github,
  endoflife,
  osv,
  depsdev,
  context7,
  dumps,
};

/** Answers as the service of the first path part would; 404 where it knows nothing. */
export function answer(knows: Knowledge, request: Seen, response: ServerResponse, base: string): void {
  const [, service = '', rest = ''] = /^\/([^/]+)\/(.*)$/.exec(request.path) ?? [];
  const path = service === 'context7' ? rest : decodeURIComponent(rest.split('?')[0]!);
  const handled = SERVICES[service]?.(knows, path, request, response, base) ?? false;
  if (!handled)
    response.writeHead(404, { 'content-type': 'application/json' }).end('{"error":"not_found","message":"not found"}');
}

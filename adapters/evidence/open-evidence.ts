import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { VersionFinding } from '@archwright/model';
import { advisoryDatabase } from './advisories/database.ts';
import { Context7Connection, type Server } from './context7/connection.ts';
import { context7 } from './context7/verifier.ts';
import { curatedLifecycle } from './curated/verifier.ts';
import { Ledger } from './ledger/ledger.ts';
import type { Session } from './session.ts';
import { shippedSnapshot, snapshotSource } from './snapshot.ts';
import { type Environment, type Fetch, fetchFor } from './transport/proxy.ts';
import { KeptAnswers } from './transport/kept.ts';
import { Transport } from './transport/transport.ts';
import type { Verifier } from './verifier.ts';
import { containerRegistry } from './verifiers/oci.ts';
import { depsDev } from './verifiers/deps-dev.ts';
import { endOfLife } from './verifiers/endoflife.ts';
import { githubReleases } from './verifiers/github.ts';
import { goProxy } from './verifiers/go-proxy.ts';
import { mavenCentral } from './verifiers/maven.ts';
import { npmAdvisories } from './verifiers/npm-advisories.ts';
import { npmRegistry } from './verifiers/npm.ts';
import { osv } from './verifiers/osv.ts';
import { pypi } from './verifiers/pypi.ts';

/** Where each source is; a mirror may stand in for any of them, and `off` leaves it out. */
export const ENDPOINTS = {
  npm: 'https://registry.npmjs.org',
  pypi: 'https://pypi.org',
  go: 'https://proxy.golang.org',
  maven: 'https://repo.maven.apache.org/maven2',
  oci: 'https://registry-1.docker.io',
  ociTokens: 'https://auth.docker.io/',
  github: 'https://api.github.com',
  endoflife: 'https://endoflife.date',
  osv: 'https://api.osv.dev',
  osvDumps: 'https://osv-vulnerabilities.storage.googleapis.com',
  depsDev: 'https://api.deps.dev',
  context7Api: 'https://context7.com/api',
  context7Mcp: 'https://mcp.context7.com/mcp',
} as const;
export type Endpoint = keyof typeof ENDPOINTS;
export type Endpoints = Readonly<Record<Endpoint, string>>;
export const OFF = 'off';

export interface EvidenceOptions {
  readonly now: Date;
  readonly offline: boolean;
  /** Folder for kept answers, the ledger and the advisory databases; absent keeps nothing. */
  readonly folder?: string;
  readonly endpoints: Endpoints;
  readonly environment: Environment;
  /** Version of ours, for the servers we introduce ourselves to. */
  readonly clientVersion: string;
  /** Time for all look-ups together, ms. */
  readonly timeMs: number;
  readonly context7?: Server | undefined;
  readonly context7Key?: string | undefined;
  readonly githubToken?: string | undefined;
  /** 0 to 1, for the jitter between tries. */
  readonly chance?: () => number;
  readonly pauseMs?: number;
  /** Longest wait for one answer, ms. */
  readonly timeoutMs?: number;
  readonly fetch?: Fetch;
}

/** All sources of a run, and what they share. */
export interface OpenEvidence {
  readonly verifiers: readonly Verifier[];
  readonly session: Session;
  /** Keeps what was observed, and ends what was started. */
  close(findings: readonly VersionFinding[]): Promise<readonly string[]>;
}

/** Opens the sources that may be asked: with `--offline` what is kept, synchronised or shipped; otherwise all of them. */
export async function openEvidence(options: EvidenceOptions): Promise<OpenEvidence> {
  const { now, offline, folder } = options;
  const kept = new KeptAnswers(folder === undefined ? undefined : join(folder, 'answers'));
  const fetch = options.fetch ?? (offline ? undefined : await fetchFor(options.environment));
  const transport =
    offline || !fetch
      ? undefined
      : new Transport({
          fetch,
          clock: Date.now,
          deadlineMs: Date.now() + options.timeMs,
          ...(options.chance && { chance: options.chance }),
          ...(options.pauseMs !== undefined && { pauseMs: options.pauseMs }),
          ...(options.timeoutMs !== undefined && { timeoutMs: options.timeoutMs }),
        });
  const verifiers = [
    ...(fetch && transport ? documentation(options, fetch) : []),
    ...registries(options, offline),
    ...(folder === undefined ? [] : [advisoryDatabase(join(folder, 'advisories'))]),
    curatedLifecycle(),
    snapshotSource(shippedSnapshot),
  ];
  return {
    verifiers,
    session: { now, kept, ...(transport && { transport }) },
    async close(findings) {
      await Promise.all(verifiers.map((verifier) => verifier.close?.()));
      if (folder === undefined) return [];
      const problem = await new Ledger(join(folder, 'ledger.jsonl')).append(
        findings.flatMap(({ evidence }) => evidence).filter(({ origin }) => origin === 'live'),
      );
      return problem === undefined ? [] : [problem];
    },
  };
}

function documentation(options: EvidenceOptions, fetch: Fetch): readonly Verifier[] {
  const { context7: server, context7Key, endpoints, environment, clientVersion, timeoutMs } = options;
  if (!server) return [];
  const key = context7Key === undefined ? {} : { apiKey: context7Key };
  const connection = new Context7Connection({
    server,
    api: endpoints.context7Api,
    environment,
    fetch,
    clientVersion,
    ...key,
    ...(timeoutMs !== undefined && { timeoutMs }),
  });
  return [context7({ connection, api: endpoints.context7Api, ...key })];
}

/** Without a network they still answer from what was kept; then what was never kept is left out instead of excused one by one. */
function registries({ endpoints, githubToken }: EvidenceOptions, offline: boolean): readonly Verifier[] {
  const at = (id: Endpoint, make: (base: string) => readonly Verifier[]): readonly Verifier[] =>
    endpoints[id] === OFF ? [] : make(endpoints[id]);
  const all = [
    ...at('npm', (registry) => [npmRegistry({ registry }), npmAdvisories({ registry })]),
    ...at('pypi', (base) => [pypi({ base })]),
    ...at('go', (base) => [goProxy({ base })]),
    ...at('maven', (base) => [mavenCentral({ base })]),
    ...at('oci', (base) => containerRegistry({ base, tokens: endpoints.ociTokens })),
    ...at('github', (base) => [githubReleases({ base, ...(githubToken !== undefined && { token: githubToken }) })]),
    ...at('endoflife', (base) => [endOfLife({ base })]),
    ...at('osv', (base) => [osv({ base })]),
    ...at('depsDev', (base) => [depsDev({ base })]),
  ];
  return offline ? all.map(onlyWhatIsKept) : all;
}

const onlyWhatIsKept = (verifier: Verifier): Verifier => ({
  ...verifier,
  verify: async (subject, session) =>
    (await verifier.verify(subject, session)).filter(({ kind }) => kind === 'observed' || kind === 'absent'),
});

/**
 * The documentation server that is installed beside us, to be run as a process of its own; otherwise the hosted one. Never one that a
 * folder being worked on brings along.
 */
export function defaultContext7(endpoints: Endpoints): Server | undefined {
  if (endpoints.context7Api === OFF) return undefined;
  try {
    const manifest = createRequire(import.meta.url).resolve('@upstash/context7-mcp/package.json');
    return { kind: 'stdio', command: process.execPath, args: [join(dirname(manifest), 'dist/index.js')] };
  } catch {
    return endpoints.context7Mcp === OFF ? undefined : { kind: 'http', url: endpoints.context7Mcp };
  }
}

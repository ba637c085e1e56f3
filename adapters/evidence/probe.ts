import type { Server } from './context7/connection.ts';
import { type Endpoint, type EvidenceOptions, OFF } from './open-evidence.ts';
import { type Fetch, fetchFor } from './transport/proxy.ts';

/** Whether a source can be asked from here, and what is lost where it cannot. */
export interface SourceState {
  readonly name: string;
  readonly state: 'ok' | 'missing' | 'off';
  readonly detail: string;
}

interface Probe {
  readonly endpoint: Endpoint;
  readonly name: string;
  /** A small answer that the source has for everybody. */
  readonly path: string;
  /** Statuses besides 200 that say it is there. */
  readonly also?: readonly number[];
  readonly cost: string;
}

const PROBES: readonly Probe[] = [
  {
    endpoint: 'context7Api',
    name: 'Context7',
    path: '/v2/libs/search?query=versions&libraryName=fastify',
    cost: 'no documentation is read: guidance stays unverified',
  },
  { endpoint: 'npm', name: 'npm registry', path: '/wrappy', cost: 'packages of npm come from the shipped snapshot' },
  { endpoint: 'pypi', name: 'PyPI', path: '/pypi/six/json', cost: 'Python packages stay unverified' },
  { endpoint: 'go', name: 'Go module proxy', path: '/golang.org/x/text/@latest', cost: 'Go modules stay unverified' },
  {
    endpoint: 'maven',
    name: 'Maven Central',
    path: '/junit/junit/maven-metadata.xml',
    cost: 'Java libraries stay unverified',
  },
  {
    endpoint: 'oci',
    name: 'container registry',
    path: '/v2/',
    also: [401],
    cost: 'tags of images are not proven to exist',
  },
  { endpoint: 'github', name: 'GitHub releases', path: '/rate_limit', cost: 'products without a registry stay unverified' },
  {
    endpoint: 'endoflife',
    name: 'endoflife.date',
    path: '/api/v1/products/nodejs',
    cost: 'release lines and their ends come from the shipped snapshot',
  },
  {
    endpoint: 'osv',
    name: 'OSV advisories',
    path: '/v1/vulns/GHSA-35jh-r3h4-6jhm',
    cost: 'advisories come from the synchronised database, or stay unknown',
  },
  {
    endpoint: 'depsDev',
    name: 'deps.dev',
    path: '/v3/systems/npm/packages/lodash/versions/4.17.15',
    cost: 'no second opinion on deprecations',
  },
];

const TIMEOUT_MS = 4_000;

/** Asks each source one small thing, all at the same time; with `offline` nothing. Never throws. */
export async function probeSources(options: EvidenceOptions): Promise<readonly SourceState[]> {
  const fetch = options.fetch ?? (options.offline ? undefined : await fetchFor(options.environment));
  return Promise.all(PROBES.map((one) => probe(one, options, fetch)));
}

async function probe(
  { endpoint, name, path, also = [], cost }: Probe,
  options: EvidenceOptions,
  fetch: Fetch | undefined,
): Promise<SourceState> {
  const base = options.endpoints[endpoint];
  if (options.offline || !fetch) return { name, state: 'off', detail: `--offline; ${cost}` };
  if (base === OFF || (endpoint === 'context7Api' && !options.context7))
    return { name, state: 'off', detail: `turned off by the configuration; ${cost}` };
  try {
    const response = await fetch(`${base}${path}`, {
      headers: headersFor(endpoint, options),
      redirect: 'manual',
      signal: AbortSignal.timeout(options.timeoutMs ?? TIMEOUT_MS),
    });
    await response.body?.cancel();
    if (response.status === 200 || also.includes(response.status))
      return { name, state: 'ok', detail: `${base}${endpoint === 'context7Api' ? `, ${through(options.context7!)}` : ''}` };
    return { name, state: 'missing', detail: `${base} answered ${response.status}; ${cost}` };
  } catch (error) {
    return { name, state: 'missing', detail: `${base}: ${told(error)}; ${cost}` };
  }
}

function headersFor(endpoint: Endpoint, { context7Key, githubToken }: EvidenceOptions): Record<string, string> {
  const key = endpoint === 'github' ? githubToken : endpoint === 'context7Api' ? context7Key : undefined;
  return { 'user-agent': 'archwright', ...(key !== undefined && { authorization: `Bearer ${key}` }) };
}

const through = (server: Server): string =>
  server.kind === 'http' ? `over MCP at ${server.url}` : `over MCP, the server run as a process`;

function told(error: unknown): string {
  const { cause, name, message } = error as Error & { cause?: { code?: string } };
  return name === 'TimeoutError' ? 'no answer in time' : (cause?.code ?? message);
}

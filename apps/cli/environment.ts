import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import {
  defaultContext7,
  type Endpoint,
  type Endpoints,
  ENDPOINTS,
  type EvidenceOptions,
  OFF,
  openEvidence,
  type Server,
  verifyTechnologies,
} from '@archwright/evidence';
import type { Adapters } from '@archwright/engine';
import type { Artefact } from '@archwright/model';
import { KEY_VARIABLES, PROVIDERS } from '@archwright/llm/provider/provider-table';
import type { ProofOptions } from '@archwright/proof';
import { EXIT, Refusal } from './exit-codes.ts';
import type { Places } from './init/assistant.ts';

declare const ARCHWRIGHT_VERSION: string;

/** The only place that reads the clock, the environment and the home folder. */
export const today = (): string => new Date().toISOString().slice(0, 10);

export const registryUrl = (): string => (process.env['npm_config_registry'] ?? ENDPOINTS.npm).replace(/\/$/, '');

export const cacheFolder = (): string =>
  join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'archwright', 'evidence');
export const advisoriesFolder = (): string => join(cacheFolder(), 'advisories');
export const ledgerFile = (): string => join(cacheFolder(), 'ledger.jsonl');

/** What a session with a model leaves behind. */
export const stateFolder = (): string => join(process.env['XDG_STATE_HOME'] ?? join(homedir(), '.local', 'state'), 'archwright');

export const moment = (): string => new Date().toISOString();

/** The variables that say how models are reached, keys included: read here, handed on, never kept. */
export const modelVariables = (): Readonly<Record<string, string | undefined>> =>
  Object.fromEntries(
    [...KEY_VARIABLES, ...PROVIDERS.flatMap(({ addresses }) => addresses)].map((name) => [name, process.env[name]]),
  );

/** The model that `chat` talks to where none is named. */
export const usualModel = (): string | undefined => process.env['ARCHWRIGHT_MODEL']?.trim() || undefined;

/** Beside the bundled command line; absent when the sources run directly. */
export const mermaidParser = (): string => fileURLToPath(new URL('./mermaid-parser.cjs', import.meta.url));

/** The engine's thread, beside the bundled command line. */
export const mcpWorker = (): string => fileURLToPath(new URL('./mcp-worker.js', import.meta.url));

/** Where assistants keep their files, for a project and for the user. */
export function assistantPlaces(project: string): Places {
  const home = homedir();
  const { APPDATA: roaming = join(home, 'AppData/Roaming'), XDG_CONFIG_HOME: config = join(home, '.config') } = process.env;
  const applications =
    process.platform === 'darwin' ? join(home, 'Library/Application Support') : process.platform === 'win32' ? roaming : config;
  return { project, home, config, code: join(applications, 'Code/User') };
}

/** What `init` changed, so that it can be taken back. */
export const initRecords = (): string => join(stateFolder(), 'init');

/** Never on the command line, where every user of the machine could read it. */
export const mcpToken = (): string | undefined => process.env['ARCHWRIGHT_MCP_TOKEN'];

export const proofOptions = (): ProofOptions => ({ mermaidBundle: mermaidParser(), cache: join(cacheFolder(), '..', 'proof') });

/**
 * Where the sources are asked. The usual variables of npm, Go and Context7 count; `ARCHWRIGHT_SOURCES` names a JSON file with the others,
 * such as mirrors of a company: `{"pypi": "https://mirror.example/pypi", "github": "off"}`.
 */
export function endpoints(): Endpoints {
  const { GOPROXY, CONTEXT7_API_URL } = process.env;
  const go = GOPROXY?.split(/[,|]/).find((one) => /^https?:\/\//.test(one) || one === OFF);
  const named: Partial<Record<Endpoint, string>> = {
    npm: registryUrl(),
    ...(go !== undefined && { go }),
    ...(CONTEXT7_API_URL && { context7Api: CONTEXT7_API_URL }),
    ...sourcesFile(process.env['ARCHWRIGHT_SOURCES']),
  };
  const trimmed = Object.entries({ ...ENDPOINTS, ...named }).map(([id, url]) => [
    id,
    id === 'ociTokens' ? url : url.replace(/\/$/, ''),
  ]);
  return Object.fromEntries(trimmed) as unknown as Endpoints;
}

function sourcesFile(path: string | undefined): Partial<Record<Endpoint, string>> {
  if (path === undefined || path === '') return {};
  const refuse = (message: string): Refusal =>
    new Refusal(EXIT.badInput, [
      {
        code: 'sources/not-understood',
        severity: 'error',
        message: `${path}, named by ARCHWRIGHT_SOURCES, ${message}`,
        hint: `an object of addresses or "off" by source: ${Object.keys(ENDPOINTS).join(', ')}`,
      },
    ]);
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw refuse(`cannot be read: ${(error as Error).message}`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw refuse('holds no object');
  for (const [id, url] of Object.entries(value)) {
    if (!(id in ENDPOINTS)) throw refuse(`names ${id}, which is no source`);
    if (typeof url !== 'string' || (url !== OFF && !/^https?:\/\/\S+$/.test(url))) throw refuse(`gives ${id} no address`);
  }
  return value as Partial<Record<Endpoint, string>>;
}

/** `ARCHWRIGHT_CONTEXT7`: an address, a command line, or `off`; otherwise the server installed beside us, or the hosted one. */
export function context7Server(from: Endpoints): Server | undefined {
  const named = process.env['ARCHWRIGHT_CONTEXT7'];
  if (named === OFF) return undefined;
  if (named === undefined || named === '') return defaultContext7(from);
  if (/^https?:\/\//.test(named)) return { kind: 'http', url: named };
  const [command = '', ...args] = named.split(/\s+/);
  return { kind: 'stdio', command, args };
}

/** Time for the look-ups of a design, ms: it has to come. */
const DESIGN_TIME_MS = 20_000;

/** `ARCHWRIGHT_LOOKUP_SECONDS` for slow networks and slow machines; nothing else than a whole number counts. */
function timeAllowed(usual: number): number {
  const named = process.env['ARCHWRIGHT_LOOKUP_SECONDS'] ?? '';
  return /^\d{1,4}$/.test(named) ? Number(named) * 1_000 : usual;
}

export interface EvidenceChoice {
  readonly offline: boolean;
  /** Evidence is judged on that day. */
  readonly date: string;
  readonly timeMs?: number;
}

export function evidenceOptions({ offline, date, timeMs = DESIGN_TIME_MS }: EvidenceChoice): EvidenceOptions {
  const from = endpoints();
  return {
    // Without a network nothing depends on the hour, and the same design comes out all day.
    now: date === today() && !offline ? new Date() : new Date(`${date}T12:00:00Z`),
    offline,
    folder: cacheFolder(),
    endpoints: from,
    environment: process.env,
    clientVersion: typeof ARCHWRIGHT_VERSION === 'string' ? ARCHWRIGHT_VERSION : '0.0.0',
    timeMs: timeAllowed(timeMs),
    context7: offline ? undefined : context7Server(from),
    context7Key: process.env['CONTEXT7_API_KEY'] || undefined,
    githubToken: process.env['GITHUB_TOKEN'] || undefined,
  };
}

export interface AdapterOptions extends EvidenceChoice {
  readonly prove: boolean;
  /** Files that the folder held before. */
  readonly previous?: readonly Artefact[];
}

export function adapters({ prove, previous, ...choice }: AdapterOptions): Adapters {
  return {
    verify: async (technologies) => {
      const evidence = await openEvidence(evidenceOptions(choice));
      const findings = await verifyTechnologies(technologies, evidence.verifiers, evidence.session);
      await evidence.close(findings);
      return findings;
    },
    ...(prove && {
      prove: async (artefacts, design) =>
        (await import('@archwright/proof')).proveArtefacts(artefacts, design, {
          ...proofOptions(),
          ...(previous && { previous }),
        }),
    }),
  };
}

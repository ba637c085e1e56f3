import { homedir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import {
  cached,
  type EvidenceSource,
  npmRegistry,
  shippedSnapshot,
  snapshotSource,
  verifyTechnologies,
} from '@archwright/evidence';
import type { Adapters } from '@archwright/engine';
import { proveArtefacts, type ProofOptions } from '@archwright/proof';
import type { Places } from './init/assistant.ts';

/** The only place that reads the clock, the environment and the home folder. */
export const today = (): string => new Date().toISOString().slice(0, 10);

export const registryUrl = (): string => (process.env['npm_config_registry'] ?? 'https://registry.npmjs.org').replace(/\/$/, '');

export const cacheFolder = (): string =>
  join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'archwright', 'evidence');

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
export const initRecords = (): string =>
  join(process.env['XDG_STATE_HOME'] ?? join(homedir(), '.local/state'), 'archwright', 'init');

/** Never on the command line, where every user of the machine could read it. */
export const mcpToken = (): string | undefined => process.env['ARCHWRIGHT_MCP_TOKEN'];

export const proofOptions = (): ProofOptions => ({ mermaidBundle: mermaidParser(), cache: join(cacheFolder(), '..', 'proof') });

const REGISTRY_TIMEOUT_MS = 4_000;

/** Live sources first; with `--offline` only what is shipped. */
export function evidenceSources(offline: boolean): readonly EvidenceSource[] {
  const snapshot = snapshotSource(shippedSnapshot);
  return offline
    ? [snapshot]
    : [cached(npmRegistry({ registry: registryUrl(), timeoutMs: REGISTRY_TIMEOUT_MS }), cacheFolder()), snapshot];
}

export interface AdapterOptions {
  readonly offline: boolean;
  readonly prove: boolean;
  /** Date of the design: evidence is judged on that day. */
  readonly date: string;
}

export function adapters({ offline, prove, date }: AdapterOptions): Adapters {
  const now = date === today() ? new Date() : new Date(`${date}T12:00:00Z`);
  return {
    verify: (technologies) => verifyTechnologies(technologies, evidenceSources(offline), now),
    ...(prove && { prove: (artefacts, design) => proveArtefacts(artefacts, design, proofOptions()) }),
  };
}

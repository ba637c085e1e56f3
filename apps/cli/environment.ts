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
import { KEY_VARIABLES, PROVIDERS } from '@archwright/llm';
import { proveArtefacts, type ProofOptions } from '@archwright/proof';

/** The only place that reads the clock, the environment and the home folder. */
export const today = (): string => new Date().toISOString().slice(0, 10);

export const registryUrl = (): string => (process.env['npm_config_registry'] ?? 'https://registry.npmjs.org').replace(/\/$/, '');

export const cacheFolder = (): string =>
  join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'archwright', 'evidence');

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

import { accessSync, constants, existsSync } from 'node:fs';
import { dirname } from 'node:path';
import process from 'node:process';
import { shippedSnapshot } from '@archwright/evidence';
import { catalogue } from '@archwright/catalogue';
import { PROVIDERS } from '@archwright/llm/provider/provider-table';
import { toolStates } from '@archwright/proof';
import { cacheFolder, mermaidParser, modelVariables, registryUrl } from '../environment.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { print } from '../output/terminal.ts';

interface Finding {
  readonly what: string;
  readonly state: 'ok' | 'missing' | 'off';
  readonly detail: string;
}

/** `archwright doctor`: what is available here, and what its absence costs. */
export async function doctorCommand(options: { readonly json?: boolean; readonly offline?: boolean }): Promise<ExitCode> {
  const findings = [
    node(),
    ...(await toolStates(mermaidParser())),
    cache(),
    await registry(options.offline === true),
    snapshot(),
    knowledge(),
    ...models(),
  ];
  if (options.json) await print(JSON.stringify({ findings }, null, 1));
  else await print(findings.map(({ what, state, detail }) => `${state.padEnd(8)} ${what.padEnd(28)} ${detail}`).join('\n'));
  return EXIT.answered;
}

const node = (): Finding => ({ what: 'Node.js', state: 'ok', detail: process.version });

function cache(): Finding {
  let folder = cacheFolder();
  while (!existsSync(folder) && folder !== dirname(folder)) folder = dirname(folder);
  try {
    accessSync(folder, constants.W_OK);
    return { what: 'evidence cache', state: 'ok', detail: cacheFolder() };
  } catch {
    return {
      what: 'evidence cache',
      state: 'missing',
      detail: `${cacheFolder()} cannot be written: versions are looked up every time`,
    };
  }
}

async function registry(offline: boolean): Promise<Finding> {
  if (offline) return { what: 'npm registry', state: 'off', detail: '--offline' };
  try {
    const response = await fetch(`${registryUrl()}/zod/latest`, { signal: AbortSignal.timeout(4_000) });
    return {
      what: 'npm registry',
      state: response.ok ? 'ok' : 'missing',
      detail: `${registryUrl()} answered ${response.status}`,
    };
  } catch (error) {
    return {
      what: 'npm registry',
      state: 'missing',
      detail: `${registryUrl()}: ${(error as Error).message}; versions come from the shipped snapshot`,
    };
  }
}

const snapshot = (): Finding => ({
  what: 'shipped versions',
  state: 'ok',
  detail: `release lines of ${shippedSnapshot.cyclesAsOf.slice(0, 10)}, packages of ${shippedSnapshot.npmAsOf.slice(0, 10)}`,
});
const knowledge = (): Finding => ({
  what: 'catalogue',
  state: 'ok',
  detail: `${catalogue.options.length} options, ${catalogue.technologies.length} technologies, ${catalogue.archetypes.length} domains, ${catalogue.mechanisms.length} mechanisms, as of ${catalogue.asOf}`,
});

/** Which providers could be asked; of a key nothing but the name of its variable is said. */
function models(): readonly Finding[] {
  const variables = modelVariables();
  const has = (name: string): boolean => Boolean(variables[name]?.trim());
  return PROVIDERS.map((provider): Finding => {
    const { id, keys, isKeyOptional, addresses, needsAddress } = provider;
    const key = keys.find(has);
    const isReady = (key !== undefined || isKeyOptional) && (!needsAddress || addresses.some(has));
    const wanted = needsAddress && !addresses.some(has) ? addresses : keys;
    const detail = isReady ? (key === undefined ? 'needs no key' : `key in ${key}`) : `not set: ${wanted.join(' or ')}`;
    return { what: `model ${id}`, state: isReady ? 'ok' : 'off', detail: `${detail}; no model is needed` };
  });
}

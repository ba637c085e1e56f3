import { accessSync, constants, existsSync } from 'node:fs';
import { dirname } from 'node:path';
import process from 'node:process';
import { shippedSnapshot } from '@archwright/evidence';
import { catalogue } from '@archwright/catalogue';
import { toolStates } from '@archwright/proof';
import { cacheFolder, mermaidParser, registryUrl } from '../environment.ts';
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
    model(),
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
const model = (): Finding => ({ what: 'language model', state: 'off', detail: 'none is needed' });

import { accessSync, constants, existsSync } from 'node:fs';
import { dirname } from 'node:path';
import process from 'node:process';
import { databaseState, probeSources, shippedSnapshot } from '@archwright/evidence';
import { DATABASE_CURRENT_MS } from '@archwright/engine/evidence/policy';
import { catalogue } from '@archwright/catalogue';
import { PROVIDERS } from '@archwright/llm/provider/provider-table';
import { toolStates } from '@archwright/proof';
import { advisoriesFolder, cacheFolder, evidenceOptions, mermaidParser, modelVariables, moment, today } from '../environment.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { print } from '../output/terminal.ts';

/** The ecosystems that have a database here. */
const SYNCHRONISED = ['npm', 'pypi', 'go', 'maven'] as const;
const DAY_MS = 86_400_000;

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
    ...(await sources(options.offline === true)),
    ...databases(),
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

/** Every source of versions, documentation and advisories: whether it can be asked, and what its absence costs. */
async function sources(offline: boolean): Promise<readonly Finding[]> {
  const found = await probeSources(evidenceOptions({ offline, date: today() }));
  return found.map(({ name, state, detail }) => ({ what: name, state, detail }));
}

/** The databases that answer without a network, with their age. */
const databases = (): readonly Finding[] =>
  SYNCHRONISED.map((ecosystem): Finding => {
    const state = databaseState(advisoriesFolder(), ecosystem);
    const what = `advisories of ${ecosystem}`;
    if (!state)
      return {
        what,
        state: 'missing',
        detail: `not synchronised (archwright advisories sync --ecosystem ${ecosystem}): without a network advisories stay unknown`,
      };
    const age = Math.max(0, Date.parse(moment()) - Date.parse(state.asOf));
    const days = Math.floor(age / DAY_MS);
    const isOld = age >= DATABASE_CURRENT_MS;
    return {
      what,
      state: isOld ? 'missing' : 'ok',
      detail: `${state.advisories} advisories of ${state.asOf.slice(0, 10)}, ${days} ${days === 1 ? 'day' : 'days'} old${isOld ? ': too old to call anything clean (archwright advisories sync)' : ''}`,
    };
  });

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

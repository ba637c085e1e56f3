import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import process from 'node:process';
import {
  buildDatabase,
  databaseState,
  type DatabaseState,
  ECOSYSTEMS,
  type Ecosystem,
  fetchFor,
  OFF,
  syncAdvisories,
} from '@archwright/evidence';
import { advisoriesFolder, endpoints } from '../environment.ts';
import { EXIT, type ExitCode, Refusal } from '../exit-codes.ts';
import { progress } from '../output/progress.ts';
import { print, red, say } from '../output/terminal.ts';

export interface AdvisoriesOptions {
  readonly ecosystem?: readonly string[];
  readonly json?: boolean;
}

const SYNCHRONISED: readonly Ecosystem[] = ['npm', 'pypi', 'go', 'maven'];

/** `archwright advisories`: fetch, import or show the databases that answer without a network. */
export async function advisoriesCommand(
  action: string,
  archive: string | undefined,
  options: AdvisoriesOptions,
): Promise<ExitCode> {
  const chosen = ecosystems(options.ecosystem);
  if (action === 'sync') return synchronise(chosen ?? SYNCHRONISED, options);
  if (action === 'import') return importArchive(archive, chosen, options);
  if (action === 'status') return tell(statesOf(chosen ?? SYNCHRONISED), options);
  throw usage('advisories/unknown-action', `${action} is no action`, 'sync, import <zip> or status');
}

const usage = (code: string, message: string, hint: string): Refusal =>
  new Refusal(EXIT.usage, [{ code, severity: 'error', message, hint }]);

function ecosystems(named: readonly string[] | undefined): readonly Ecosystem[] | undefined {
  const unknown = named?.find((one) => !SYNCHRONISED.includes(one as Ecosystem));
  if (unknown !== undefined)
    throw usage('advisories/unknown-ecosystem', `${unknown} is no ecosystem with advisories here`, SYNCHRONISED.join(', '));
  return named as readonly Ecosystem[] | undefined;
}

/** One after the other: each is large. One that fails leaves its last database, and the others go on. */
async function synchronise(chosen: readonly Ecosystem[], options: AdvisoriesOptions): Promise<ExitCode> {
  const base = endpoints().osvDumps;
  if (base === OFF) throw usage('advisories/off', 'the source of the dumps is turned off', 'see ARCHWRIGHT_SOURCES');
  const fetch = await fetchFor(process.env);
  const bar = progress(options.json === true);
  let failed = 0;
  for (const ecosystem of chosen) {
    bar.stage(`fetching the advisories of ${ecosystem}`);
    const result = await syncAdvisories({ base, ecosystem, root: advisoriesFolder(), now: new Date(), fetch });
    bar.done();
    if (!('problem' in result)) continue;
    failed += 1;
    say(`${red('not synchronised')}  ${ecosystem}: ${result.problem}; the last database stays as it is`);
  }
  await tell(statesOf(chosen), options);
  return failed > 0 ? EXIT.gateFailed : EXIT.answered;
}

async function importArchive(
  archive: string | undefined,
  chosen: readonly Ecosystem[] | undefined,
  options: AdvisoriesOptions,
): Promise<ExitCode> {
  if (archive === undefined)
    throw usage('advisories/no-archive', 'import needs an archive', 'archwright advisories import all.zip --ecosystem npm');
  if (chosen?.length !== 1)
    throw usage('advisories/no-ecosystem', 'an archive is of one ecosystem', `--ecosystem ${SYNCHRONISED.join(' | ')}`);
  const refuse = (message: string): Refusal =>
    new Refusal(EXIT.badInput, [
      {
        code: 'advisories/not-imported',
        severity: 'error',
        message: `${archive} ${message}`,
        hint: 'an all.zip of https://google.github.io/osv.dev/data/',
      },
    ]);
  if (!existsSync(archive)) throw refuse('does not exist');
  await mkdir(advisoriesFolder(), { recursive: true });
  const built = await buildDatabase({ archive, ecosystem: chosen[0]!, source: archive, root: advisoriesFolder() });
  if ('problem' in built) throw refuse(built.problem);
  return tell([[chosen[0]!, built.state]], options);
}

type States = readonly (readonly [Ecosystem, DatabaseState | undefined])[];

const statesOf = (chosen: readonly Ecosystem[]): States =>
  ECOSYSTEMS.filter((one) => chosen.includes(one)).map((one) => [one, databaseState(advisoriesFolder(), one)]);

async function tell(states: States, options: AdvisoriesOptions): Promise<ExitCode> {
  if (options.json) await print(JSON.stringify({ databases: states.flatMap(([, state]) => state ?? []) }, null, 1));
  else
    await print(
      states
        .map(([ecosystem, state]) =>
          state
            ? `${ecosystem.padEnd(6)} ${state.advisories} advisories about ${state.packages} packages, of ${state.asOf.slice(0, 10)} (newest change ${state.newest.slice(0, 10)}), from ${state.source}`
            : `${ecosystem.padEnd(6)} no database: what is not asked online stays unknown`,
        )
        .join('\n'),
    );
  return EXIT.answered;
}

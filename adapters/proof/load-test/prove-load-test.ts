import type { Artefact, Proof } from '@archwright/model';
import { ContractFault } from '../openapi/contract.ts';
import { startMockServer } from '../openapi/mock-server.ts';
import { contractOf } from '../openapi/schema-validator.ts';
import { packageVersion } from '../package-version.ts';
import { messageOf, notRun, proof, type Prover, type Tool } from '../proof.ts';
import { type LoadRun, runK6 } from './run-k6.ts';
import { typeFaults } from './type-check.ts';

const TYPED = 'the script is sound against the types of k6';
const RUNS =
  'run for a second against a mock of the API contract, every operation of the mix is called and answered with success';
/** A second, in which each stage has its share, and few enough arrivals to leave the machine alone. */
const DURATION_MS = 1_000;
const MAX_RATE = 150;
const ENV = {
  TOKEN: 'example',
  API_KEY: 'example',
  CERTIFICATE: 'example',
  COOKIE: '__Host-session=example',
  SIGNATURE: 'v1,example',
  EXAMPLES: 'yes',
  PROFILE: 'trigger',
};

/**
 * `load-test.js` type-checked, and run by a small runner of k6 scripts (k6 itself is a Go program that no package registry of
 * Node has) against a server made of the API contract. How fast a mock answers says nothing about the service, so latency
 * thresholds must be computable but need not hold.
 */
export const proveLoadTest: Prover = async (artefacts) => {
  const proofs: Proof[] = [];
  const contract = artefacts.find(({ path }) => /(?:^|\/)openapi\.ya?ml$/.test(path));
  for (const artefact of artefacts.filter(({ path }) => /(?:^|\/)load-test\.js$/.test(path)))
    proofs.push(...(await Promise.all([proveTypes(artefact), proveRun(artefact, contract)])));
  return proofs;
};

async function proveTypes(artefact: Artefact): Promise<Proof> {
  const by: Tool = {
    tool: 'typescript + @types/k6',
    version: `${packageVersion('typescript')} + ${packageVersion('@types/k6')}`,
  };
  try {
    const faults = await typeFaults(artefact.content);
    const log = faults.map(({ line, message }) => `${line}: ${message}`).join('\n');
    return proof(by, artefact.path, TYPED, faults.length === 0 ? 'accepted' : 'rejected', log || 'no finding', faults[0]?.line);
  } catch (error) {
    const reason = `the compiler could not be run (${messageOf(error).split('\n')[0]}); npm install typescript@7.0.2 @types/k6@2.3.0`;
    return notRun(by, TYPED, [artefact], reason)[0]!;
  }
}

async function proveRun(artefact: Artefact, contract: Artefact | undefined): Promise<Proof> {
  const by: Tool = { tool: 'k6 runner of this program', version: `node ${process.versions.node}` };
  if (!contract) return notRun(by, RUNS, [artefact], 'there is no openapi.yaml to make a server of')[0]!;
  try {
    const { contract: read, validate } = await contractOf(contract.content);
    const server = await startMockServer(read, validate);
    try {
      const env = { ...ENV, BASE_URL: server.origin };
      return judge(
        by,
        artefact,
        await runK6({ script: artefact.content, origin: server.origin, env, durationMs: DURATION_MS, maxRate: MAX_RATE }),
      );
    } finally {
      await server.close();
    }
  } catch (error) {
    const message = messageOf(error);
    if (error instanceof ContractFault) return notRun(by, RUNS, [artefact], `openapi.yaml cannot be read: ${message}`)[0]!;
    const line = /load-test\.js:(\d{1,7})/.exec(message)?.[1];
    return proof(by, artefact.path, RUNS, 'rejected', message, line === undefined ? undefined : Number(line));
  }
}

function judge(by: Tool, { path, content }: Artefact, run: LoadRun): Proof {
  const lineOf = (text: string): number | undefined => {
    const at = content.indexOf(text);
    return at === -1 ? undefined : content.slice(0, at).split('\n').length;
  };
  const faults = [
    ...run.errors.map((message) => ({ message, line: undefined })),
    ...Object.entries(run.operations).flatMap(([id, { requests, failed, statuses }]) => {
      const line = lineOf(`"id": ${JSON.stringify(id)}`);
      if (requests === 0) return [{ message: `${id} is never called`, line }];
      return failed > 0
        ? [{ message: `${id}: ${failed} of ${requests} failed, statuses ${JSON.stringify(statuses)}`, line }]
        : [];
    }),
    ...run.thresholds
      .filter(({ holds }) => holds === undefined)
      .map(({ key, expression }) => ({ message: `the threshold ${key}: ${expression} cannot be computed`, line: lineOf(key) })),
  ];
  const requests = Object.values(run.operations).reduce((sum, one) => sum + one.requests, 0);
  const held = run.thresholds.filter(({ holds }) => holds).length;
  const log = `${requests} requests to ${Object.keys(run.operations).length} operations in ${run.seconds.toFixed(1)} s, thinned out to at most ${MAX_RATE}/s; ${held} of ${run.thresholds.length} thresholds held against the mock. It was not run by k6.`;
  return faults.length === 0
    ? proof(by, path, RUNS, 'accepted', log)
    : proof(
        by,
        path,
        RUNS,
        'rejected',
        faults.map(({ message, line }) => `${line ?? '?'}: ${message}`).join('\n'),
        faults.find(({ line }) => line !== undefined)?.line,
      );
}

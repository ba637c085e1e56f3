import type { DecisionPointId } from '@archwright/model';
import { step, type StepTemplate } from './step.ts';

/** From one option to another at a decision point; `data` is what has to be copied, in words. */
export interface Move {
  readonly from: string;
  readonly to: string;
  /** How the catalogue says these two products are migrated. */
  readonly how?: string;
  readonly data: string;
}
type Family = (move: Move) => readonly StepTemplate[];

/**
 * The hours of a move are divided over its steps by these shares: our estimate, that copying and comparing take most of a
 * store's move and the switch most of a platform's.
 */
const store: Family = ({ from, to, how, data }) => [
  step(
    'expand',
    0.15,
    `create ${to} beside ${from} and write to both, the old one deciding${how ? ` (${how})` : ''}`,
    'stop the second write; nothing reads it yet',
    'a failed second write is lost unless it goes through the outbox',
  ),
  step(
    'backfill',
    0.3,
    `copy ${data} in key order with a checkpoint, throttled below the headroom of ${from}`,
    'stop and truncate the copy; the checkpoint starts it again',
    `the copy competes with live traffic on ${from}`,
  ),
  step(
    'verify',
    0.2,
    'compare counts and checksums by day, and shadow-read a share of live queries until they agree',
    'nothing changed for users',
    'a difference found late sends the backfill back to its start',
  ),
  step(
    'switch',
    0.25,
    'move reads, then the deciding write, behind a flag, by 1 %, 10 %, 100 %',
    `flag back: ${from} still receives every write`,
    'a query without its index on the new store shows only under load',
  ),
  step(
    'contract',
    0.1,
    `stop writing to ${from}, keep a last backup for the retention period, then remove it`,
    'restore from the backup and replay what was written since; not instant',
    'a forgotten reader fails on the day of the removal',
    false,
  ),
];

const stream: Family = ({ from, to }) => [
  step(
    'expand',
    0.3,
    `start consumers on ${to} with the same idempotent handlers`,
    'stop them; no producer sends there',
    'a handler that is not idempotent does its work twice',
  ),
  step(
    'switch',
    0.5,
    `point producers at ${to} lane by lane; ${from} drains`,
    `point producers back; unfinished messages of ${to} are moved by the replay tool`,
    'order between the two is lost while both hold messages of one key: a lane switches whole',
  ),
  step(
    'contract',
    0.2,
    `remove ${from} when its depth has been zero for the longest retry period`,
    'create it again; producers switch by configuration',
    'a delayed message may still wait in it',
  ),
];

const pattern: Family = () => [
  step(
    'prepare',
    0.1,
    'measure how module boundaries are called today; one that is crossed in transactions is not ready',
    'nothing changed',
    'a boundary drawn through a transaction becomes a distributed one',
  ),
  step(
    'expand',
    0.4,
    'give one module its own tables, contract and deployable; the old module delegates to it',
    'delegate off: the module in the old deployable still works',
    'calls that were in memory now fail and take time: time-outs and retries come first',
  ),
  step(
    'switch',
    0.4,
    'callers use the contract; repeat for the next module',
    'redeploy the version that delegates',
    'versions of caller and module now differ for a while',
  ),
  step(
    'contract',
    0.1,
    'delete the old module',
    'redeploy it from history; its tables have moved',
    'a report or a job may still read the old tables',
    false,
  ),
];

const place: Family = ({ from, to, data }) => [
  step(
    'prepare',
    0.15,
    `accounts, quotas, network path and secrets on ${to}; the time to live of the public names down to a minute`,
    'nothing runs there yet',
    'a quota that is too low shows on the day of the switch',
  ),
  step(
    'expand',
    0.3,
    `the same description of the infrastructure builds the whole design on ${to}, without traffic`,
    'destroy it',
    'what was set by hand on the old side is missing on the new one',
  ),
  step(
    'backfill',
    0.2,
    `replicate ${data} from ${from} to ${to} and keep it following`,
    'stop the replication',
    'what leaves the old place is billed as traffic',
  ),
  step(
    'switch',
    0.25,
    'a short stop of writes, the replica promoted, names pointed over; readers first where they can be',
    'point the names back and promote the old side, which followed in the other direction',
    'writes between the last replicated one and the way back have to be replayed',
  ),
  step(
    'contract',
    0.1,
    `remove ${from} after a full billing month without traffic`,
    'build it again and restore the last backup; not instant',
    'an integration that was given a fixed address fails',
    false,
  ),
];

const code: Family = ({ from, to }) => [
  step(
    'prepare',
    0.1,
    'contract tests recorded from today’s traffic for every operation',
    'nothing changed',
    'what no test covers changes unnoticed',
  ),
  step(
    'expand',
    0.5,
    `one module at a time in ${to} beside ${from}, behind the same gateway and on the same tables`,
    'the gateway sends its paths to the old code',
    'two codebases hold the same rule until the module is done',
  ),
  step(
    'switch',
    0.3,
    'the gateway moves the module’s paths by 1 %, 10 %, 100 %',
    'weight back to 0 %',
    'a background job may run in both: a lease decides which',
  ),
  step(
    'contract',
    0.1,
    `remove the module from ${from}`,
    'redeploy it from history',
    'knowledge of why it was so leaves with it',
  ),
];

const callers: Family = ({ from, to }) => [
  step(
    'expand',
    0.4,
    `answer ${to} beside ${from} from the same handlers`,
    'remove the second entrance; nobody depends on it',
    'two contracts drift apart: one set of tests runs against both',
  ),
  step(
    'switch',
    0.4,
    'callers move one by one; the share of calls on each entrance is a panel of the dashboard',
    'a caller goes back to the old entrance',
    'callers outside the company move at their own pace',
  ),
  step(
    'contract',
    0.2,
    `announce the end of ${from} with Deprecation and Sunset headers, then remove it when its calls are zero`,
    'deploy it again from history',
    'the last caller is found by its error',
  ),
];

const identity: Family = ({ from, to }) => [
  step(
    'expand',
    0.35,
    `accept tokens of ${from} and ${to}; new sign-ins go to ${to}`,
    'stop accepting the new issuer',
    'two issuers mean two keys to rotate and to revoke',
  ),
  step(
    'backfill',
    0.25,
    'import accounts with their password hashes where the format allows, else at the next sign-in',
    'delete the imported accounts',
    'people with a second factor enrol again',
  ),
  step(
    'switch',
    0.25,
    `sessions of ${from} are no longer renewed`,
    'renew them again',
    'support gets questions on the day it happens',
  ),
  step(
    'contract',
    0.15,
    `stop trusting ${from}, revoke its keys, export its audit log`,
    'trust its keys again, as long as they are kept',
    'accounts that never came back need a reset by mail',
    false,
  ),
];

const tooling: Family = ({ from, to }) => [
  step(
    'expand',
    0.5,
    `${to} runs beside ${from} on the same commits and signals; results are compared`,
    'switch it off; nothing depends on it',
    'twice the work for the team while both run',
  ),
  step(
    'switch',
    0.3,
    `${to} becomes the one that deploys or alerts`,
    `${from} takes over again: it is still configured`,
    'an alert or a step that had no counterpart is missed',
  ),
  step(
    'contract',
    0.2,
    `remove ${from} and its credentials`,
    'apply its description from version control again',
    'history stays behind in the old tool unless exported',
  ),
];

const traffic: Family = ({ from, to }) => [
  step(
    'expand',
    0.4,
    `run ${to} beside ${from} from the same image and configuration`,
    'remove it; no traffic reaches it',
    'connections to the stores double for a while',
  ),
  step(
    'switch',
    0.4,
    '1 %, 10 %, 50 %, 100 % of traffic by weight, an error-budget check between steps',
    'weight back to 0 %',
    'cold caches make the first share look slower than it is',
  ),
  step(
    'contract',
    0.2,
    `remove ${from} after a quiet release`,
    'apply its description from version control again',
    'a scheduled job may still be defined on the old side',
  ),
];

const cache: Family = ({ from, to }) => [
  step(
    'expand',
    0.5,
    `fill ${to} on every read and invalidate in both`,
    'stop filling it',
    'an invalidation that reaches only one of them shows old data',
  ),
  step(
    'switch',
    0.3,
    `read from ${to} behind a flag, by share of keys`,
    `flag back: ${from} is still warm`,
    'a cold cache sends its misses to the store: the share of keys rises slowly',
  ),
  step(
    'contract',
    0.2,
    `remove ${from}`,
    'create it again; it warms by itself',
    'code that used it as a store loses what it kept',
  ),
];

const FAMILIES: Readonly<Record<DecisionPointId, Family>> = {
  pattern,
  provider: place,
  region: place,
  language: code,
  compute: traffic,
  cache,
  'primary-store': store,
  'append-store': store,
  'search-store': store,
  'blob-store': store,
  queue: stream,
  'event-stream': stream,
  'real-time': traffic,
  'api-style': callers,
  authentication: identity,
  edge: traffic,
  observability: tooling,
  delivery: tooling,
  'infrastructure-code': tooling,
};

/** Steps from one option to another of the same decision point. */
export const moveSteps = (point: DecisionPointId, move: Move): readonly StepTemplate[] => FAMILIES[point](move);

/** Steps to a part that was not there. */
export const additionSteps = (to: string): readonly StepTemplate[] => [
  step(
    'expand',
    0.6,
    `create ${to} without traffic, with its dashboards and alerts`,
    'remove it; nothing uses it',
    'one more part that can fail: what happens without it is decided now',
  ),
  step(
    'switch',
    0.4,
    `use ${to} behind a flag, by 1 %, 10 %, 100 %`,
    'flag off: the path without it is still there',
    'the path without it is no longer exercised and rots',
  ),
];

/** Steps away from a part that nothing replaces. */
export const removalSteps = (from: string): readonly StepTemplate[] => [
  step(
    'switch',
    0.6,
    `stop using ${from} behind a flag, by share of traffic`,
    'flag back',
    'the load it took off other parts returns to them',
  ),
  step(
    'contract',
    0.4,
    `remove ${from} after a quiet release, with a last backup of what it holds`,
    'create it again and restore the backup',
    'what it alone held is gone when the backup expires',
    false,
  ),
];

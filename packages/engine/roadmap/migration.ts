import type { DecisionPointId, Option, RoadmapStage, Technology } from '@archwright/model';

type Step = RoadmapStage['migration'][number];

const STORES: readonly DecisionPointId[] = ['primary-store', 'append-store', 'search-store', 'blob-store'];
const STREAMS: readonly DecisionPointId[] = ['queue', 'event-stream'];

/** Ordered steps from one option to another: expand, backfill, switch, contract; each with its way back. */
export function migrationSteps(
  point: DecisionPointId,
  from: Option,
  to: Option,
  technologies: readonly Technology[],
): readonly Step[] {
  const path = technologies
    .find(({ id }) => id === from.technologies[0])
    ?.migrationPaths.find((one) => to.technologies.includes(one.to));
  const how = path ? ` (${path.how})` : '';
  const [old, next] = [from.name, to.name];
  if (STORES.includes(point)) {
    return [
      {
        step: `expand: create ${next} beside ${old} and write to both, the old one deciding${how}`,
        rollback: 'stop the second write; nothing reads it yet',
        reversible: true,
      },
      {
        step: `backfill: copy existing rows in key order with a checkpoint, throttled below the headroom of ${old}`,
        rollback: 'stop and truncate the copy; the checkpoint starts it again',
        reversible: true,
      },
      {
        step: 'verify: compare counts and checksums by day, and shadow-read a share of live queries until they agree',
        rollback: 'nothing changed for users',
        reversible: true,
      },
      {
        step: `switch: move reads, then the deciding write, behind a flag, by 1 %, 10 %, 100 %`,
        rollback: `flag back: ${old} still receives every write`,
        reversible: true,
      },
      {
        step: `contract: stop writing to ${old}, keep a last backup for the retention period, then remove it`,
        rollback: 'restore from the backup and replay; not instant',
        reversible: false,
      },
    ];
  }
  if (STREAMS.includes(point)) {
    return [
      {
        step: `expand: start consumers on ${next} with the same idempotent handlers`,
        rollback: 'stop them; no producer sends there',
        reversible: true,
      },
      {
        step: `switch: point producers at ${next} lane by lane; ${old} drains`,
        rollback: `point producers back; unfinished messages of ${next} are moved by the replay tool`,
        reversible: true,
      },
      {
        step: `contract: remove ${old} when its depth has been zero for the longest retry period`,
        rollback: 'create it again; producers switch by configuration',
        reversible: true,
      },
    ];
  }
  if (point === 'pattern') {
    return [
      {
        step: 'measure: module boundaries as they are called today; a boundary that is crossed in transactions is not ready',
        rollback: 'nothing changed',
        reversible: true,
      },
      {
        step: 'expand: give one module its own tables, contract and deployable; the old module delegates to it',
        rollback: 'delegate off: the module in the old deployable still works',
        reversible: true,
      },
      {
        step: 'switch: callers use the contract; repeat for the next module',
        rollback: 'redeploy the version that delegates',
        reversible: true,
      },
      { step: 'contract: delete the old module', rollback: 'redeploy it from history; its tables have moved', reversible: false },
    ];
  }
  return [
    {
      step: `expand: run ${next} beside ${old} from the same image and configuration`,
      rollback: 'remove it; no traffic reaches it',
      reversible: true,
    },
    {
      step: 'switch: 1 %, 10 %, 50 %, 100 % of traffic by weight, an error-budget check between steps',
      rollback: 'weight back to 0 %',
      reversible: true,
    },
    {
      step: `contract: remove ${old} after a quiet release`,
      rollback: 'apply its description from version control again',
      reversible: true,
    },
  ];
}

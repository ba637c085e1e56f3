import type { Figure } from '@archwright/kernel';
import type { AccessPattern, Classification, Entity } from '@archwright/model';
import { shorthand } from '../workload/shorthand.ts';
import type { SizedEntity, SizedOperation } from '../workload/workload.ts';
import { entityId } from './entities.ts';
import type { Synthesis } from './synthesis.ts';

export interface CachedEntity {
  readonly entity: Entity;
  /** Most of its reads ask for a page of many. */
  readonly isListed: boolean;
  /** What the formulas of its keys read. */
  readonly figures: Readonly<Record<string, Figure>>;
}

/** Answers of these are as many as the questions: hardly one is asked twice. */
const NEVER_TWICE: ReadonlySet<AccessPattern['kind']> = new Set(['search', 'vector', 'geo', 'aggregation', 'queue', 'rank']);
/** Copies of these make more places that must be guarded than they save reads. */
const KEPT_IN_ONE_PLACE: readonly Classification[] = ['card', 'secret'];

/** The entities whose reads a cache answers, and those it does not, with the reason. Records that only grow are read while new and left to their store. */
export function cachedEntities(
  entities: readonly Entity[],
  synthesis: Synthesis,
): { readonly entities: readonly CachedEntity[]; readonly notCached: readonly string[] } {
  const { workload, book } = synthesis;
  const make = shorthand(book);
  const records = workload.entities.filter(({ definition }) => definition.store === 'record');
  const all = make.sum(
    'keyspace.record-bytes',
    'records that change',
    'B',
    records.map(({ bytesHorizon }) => bytesHorizon),
    'there are none',
  );
  const found: CachedEntity[] = [];
  const notCached: string[] = [];
  for (const sized of records) {
    const entity = entities.find(({ id }) => id === entityId(sized.context, sized.definition.name));
    const reads = readsOf(sized, synthesis);
    if (!entity || reads.length === 0) continue;
    if (KEPT_IN_ONE_PLACE.includes(entity.classification))
      notCached.push(`${entity.name}: it holds data of class “${entity.classification}”, which stays in one place`);
    else found.push(cachedEntity(entity, sized, reads, all, synthesis));
  }
  return { entities: found, notCached };
}

function readsOf({ context, definition }: SizedEntity, { workload }: Synthesis): readonly SizedOperation[] {
  const patterns = workload.contexts.find(({ id }) => id === context)?.archetype.accessPatterns ?? [];
  return workload.operations.filter(
    (operation) =>
      operation.context === context &&
      operation.definition.entity === definition.name &&
      operation.definition.kind === 'read' &&
      operation.peak.likely > 0 &&
      !patterns.some((pattern) => pattern.operation === operation.id && NEVER_TWICE.has(pattern.kind)),
  );
}

function cachedEntity(
  entity: Entity,
  { rowBytes, bytesHorizon }: SizedEntity,
  reads: readonly SizedOperation[],
  all: Figure,
  { workload, book }: Synthesis,
): CachedEntity {
  const make = shorthand(book);
  const name = `keyspace.entity.${entity.id}`;
  const busiest = reads.reduce((most, one) => (one.peak.likely > most.peak.likely ? one : most));
  const { hotBytes, oneByte: one } = workload.demand;
  return {
    entity,
    isListed: busiest.definition.list ?? false,
    figures: {
      entityReads: make.sum(
        `${name}.reads`,
        `${entity.name}: reads at peak`,
        '1/s',
        reads.map(({ peak }) => peak),
        '',
      ),
      entityHotBytes: make.compute(
        `${name}.hot-bytes`,
        `${entity.name}: its part of the hot set`,
        'B',
        'hotBytes * own / max(all, one)',
        {
          hotBytes,
          own: bytesHorizon,
          all,
          one,
        },
      ),
      entityRowBytes: rowBytes,
      entityPageBytes: busiest.responseBytes,
    },
  };
}

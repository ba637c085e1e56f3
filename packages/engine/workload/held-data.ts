import type { Figure, FigureBook } from '@archwright/kernel';
import { isPersonNoun, placeKind } from '../intake/words/index.ts';
import type { Shorthand } from './shorthand.ts';
import type { SizedEntity } from './workload.ts';

/** Those who hold data of their own and are neither people nor places. */
const HOLDERS: ReadonlySet<string> = new Set([
  'tenant',
  'workspace',
  'organisation',
  'organization',
  'company',
  'team',
  'account',
]);
const isHolder = (noun: string): boolean => HOLDERS.has(noun) || isPersonNoun(noun) || placeKind(noun) !== undefined;

/** All the data that the brief says is held: the size of what one holder has, times the holders. */
const statedTotal = (figures: FigureBook): Figure | undefined =>
  figures
    .all()
    .filter(({ id }) => id.startsWith('data-held.') && isHolder(id.slice(id.indexOf('.') + 1)))
    .sort((a, b) => b.likely - a.likely)[0];

/** What the brief says is held and rates do not come to is in files, where the design keeps any: a folder full of old ones. */
function withFiles(entities: readonly SizedEntity[], stated: Figure, written: Figure, make: Shorthand): readonly SizedEntity[] {
  const files = entities
    .filter(({ definition }) => definition.store === 'blob')
    .toSorted((a, b) => b.bytesHorizon.likely - a.bytesHorizon.likely)[0];
  if (!files) return entities;
  const bytesHorizon = make.compute(
    `${files.bytesHorizon.id}-held`,
    `${files.definition.name}: bytes held at the horizon`,
    'B',
    'bytes + held - written',
    { bytes: files.bytesHorizon, held: stated, written },
  );
  return entities.map((entity) => (entity === files ? { ...entity, bytesHorizon } : entity));
}

/**
 * Rates alone say how much is written, not how much is kept. Where the brief says how much is held and the rates come to more,
 * every entity keeps its share of what is held.
 */
export function withinHeldData(entities: readonly SizedEntity[], figures: FigureBook, make: Shorthand): readonly SizedEntity[] {
  const stated = statedTotal(figures);
  if (!stated) return entities;
  const growing = entities.filter(({ rate }) => rate);
  const bytes = growing.map(({ bytesHorizon }) => bytesHorizon);
  const written = make.sum('workload.written-bytes', 'bytes that the rates come to at the horizon', 'B', bytes, 'nothing grows');
  if (written.likely <= stated.likely) return withFiles(entities, stated, written, make);
  const share = make.compute(
    'workload.held-share',
    'share of what is written that is still held',
    'ratio',
    'min(1, held / written)',
    {
      held: stated,
      written,
    },
  );
  const held = ({ definition, bytesHorizon }: SizedEntity): Figure =>
    make.compute(`${bytesHorizon.id}-held`, `${definition.name}: bytes held at the horizon`, 'B', 'bytes * share', {
      bytes: bytesHorizon,
      share,
    });
  return entities.map((entity) => (entity.rate ? { ...entity, bytesHorizon: held(entity) } : entity));
}

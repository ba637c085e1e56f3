import type { AccessPattern, Design, Entity } from '@archwright/model';
import { markdownCell, markdownCode, markdownInline, markdownTable } from '../escape/markdown.ts';
import { lookup } from '../figure-lookup.ts';
import type { Store } from './dialect.ts';
import { busiestPatterns, keyColumns } from './patterns.ts';

/** The keys of a Redis-compatible store: one pattern for each entity and one for each way it is found. */
export function redisKeyspace(design: Design, { component, entities }: Store): string {
  const { text } = lookup(design);
  const sections = entities.map((entity) => {
    const expires = entity.retention === undefined ? 'never' : `after ${text(entity.retention)}`;
    const rows = [
      [markdownCode(recordKey(entity), 'cell'), 'hash', 'the record itself', `${markdownCode('HGETALL', 'cell')}`, expires],
      ...busiestPatterns(entity, design).flatMap((pattern) => row(pattern, entity, expires)),
    ];
    return `## ${markdownInline(entity.name)}\n\n${markdownInline(entity.purpose)}. Classification: ${entity.classification}.\n\n${markdownTable(['key', 'type', 'holds', 'read with', 'expires'], rows)}\n`;
  });
  return `# Keys of ${markdownInline(component.name)}\n\nThe part of a key in braces decides its slot, so that what changes together stays together.\n\n${sections.join('\n')}`;
}

const recordKey = ({ context, table, fields }: Entity): string =>
  `${context}:${table}:{${
    fields
      .filter(({ key }) => key)
      .map(({ name }) => name)
      .join(':') || 'id'
  }}`;

function row(pattern: AccessPattern, entity: Entity, expires: string): readonly (readonly string[])[] {
  const names = keyColumns(pattern, entity).map(({ name }) => name);
  const keys = entity.fields.filter(({ key }) => key).map(({ name }) => name);
  if (pattern.kind === 'lookup' && names.length === keys.length && keys.every((name) => names.includes(name))) return [];
  const [ordered, found] = [names.length > 1 ? names.at(-1) : undefined, names.length > 1 ? names.slice(0, -1) : names];
  const key = `${entity.context}:${entity.table}:by-${names.join('-') || 'all'}${found.length > 0 ? `:{${found.join(':')}}` : ''}`;
  const [type, command] = structure(pattern, ordered !== undefined);
  const holds = markdownCell(`${pattern.purpose}${ordered === undefined ? '' : `, by ${ordered}`}`);
  return [[markdownCode(key, 'cell'), type, holds, command === '' ? 'not served here' : markdownCode(command, 'cell'), expires]];
}

function structure({ kind, index }: AccessPattern, isOrdered: boolean): readonly [type: string, command: string] {
  if (kind === 'queue') return ['stream', 'XREADGROUP'];
  if (kind === 'geo') return ['geo set', 'GEOSEARCH'];
  if (kind === 'rank' || isOrdered) return ['sorted set', 'ZRANGE'];
  if (kind === 'search' || kind === 'vector' || kind === 'aggregation') return ['none', ''];
  return index?.unique ? ['string', 'GET'] : ['set', 'SMEMBERS'];
}

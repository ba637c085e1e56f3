import type { Design, Entity } from '@archwright/model';
import { lookup } from '../figure-lookup.ts';
import { fieldSchema } from '../openapi/field-schema.ts';
import type { Store } from './dialect.ts';
import { hotKey } from './hot-key.ts';
import { busiestPatterns, keyColumns } from './patterns.ts';

/** Collections of a document store without a schema language of its own: JSON Schema, partition key, indexes, expiry. */
export const documentsDesign = (design: Design, { entities }: Store): unknown => ({
  comment: `${design.title}, design of ${design.date}. One entry for each collection or container.`,
  collections: entities.map((entity) => collection(entity, design)),
});

function collection(entity: Entity, design: Design): unknown {
  const required = entity.fields.filter(({ nullable }) => !nullable).map(({ name }) => name);
  const keys = entity.fields.filter(({ key }) => key).map(({ name }) => name);
  const patterns = busiestPatterns(entity, design);
  return {
    name: entity.table,
    key: keys,
    // Items of one tenant, else of one key, live together: no query of theirs crosses partitions.
    partitionKey: `/${entity.tenantKey ?? keys[0] ?? 'id'}`,
    schema: {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      type: 'object',
      description: entity.purpose,
      properties: Object.fromEntries(entity.fields.map((field) => [field.name, fieldSchema(field)])),
      ...(required.length > 0 && { required }),
      additionalProperties: false,
    },
    unique: entity.fields.filter(({ unique }) => unique).map(({ name }) => name),
    indexes: patterns.map((pattern) => ({
      serves: pattern.id,
      paths: keyColumns(pattern, entity).map(({ name }) => ({
        path: `/${name}`,
        order: pattern.order?.by === name && pattern.order.descending ? 'descending' : 'ascending',
      })),
      hotKey: hotKey(pattern, design),
    })),
    ...(entity.retention !== undefined && { timeToLiveSeconds: Math.round(lookup(design).figure(entity.retention).likely) }),
    classification: entity.classification,
  };
}

import type { Design, Entity, Field } from '@archwright/model';
import { mermaidMessage } from '../escape/mermaid.ts';

/** Words that the grammar takes for itself where a name stands (in any case), found by trying it. */
const KEYWORDS = new Set([
  'accdescr',
  'acctitle',
  'class',
  'classdef',
  'direction',
  'end',
  'erdiagram',
  'many',
  'one',
  'style',
  'subgraph',
  'title',
  'to',
]);
const KEY_MARKS = /^(?:pk|fk|uk)$/i;

/** Entities with their columns and keys; one arrow for each foreign key, with its column as the label. */
export function entityRelationshipDiagram(design: Design): string {
  const { entities } = design.architecture;
  const names = uniqueNames(entities);
  const boxes = entities.flatMap((entity) => [
    `  ${names.get(entity.id)} {`,
    ...entity.fields.map((field) => `    ${attribute(field)}`),
    '  }',
  ]);
  const arrows = entities.flatMap((entity) =>
    entity.fields.flatMap((field) => {
      const parent = field.references && names.get(field.references.entity);
      if (!parent) return [];
      return [`  ${parent} ${cardinality(entity, field)} ${names.get(entity.id)} : "${mermaidMessage(field.name, 60)}"`];
    }),
  );
  return `${['erDiagram', ...boxes, ...arrows].join('\n')}\n`;
}

/** Parent to child: an optional reference has zero or one parent, a unique one has at most one child. */
function cardinality(entity: Entity, field: Field): string {
  const alone = field.unique || (field.key && entity.fields.filter((other) => other.key).length === 1);
  return `${field.nullable ? '|o' : '||'}--${alone ? 'o|' : 'o{'}`;
}

function attribute(field: Field): string {
  const keys = [field.key && 'PK', field.references && 'FK', field.unique && 'UK'].filter(
    (key) => key !== undefined && key !== false,
  );
  return `${word(field.type, 'text')} ${word(field.name, 'column')}${keys.length ? ` ${keys.join(', ')}` : ''}`;
}

/** `numeric(10,2)` → `numeric_10_2`; the array brackets of `text[]` stay. */
function word(text: string, otherwise: string): string {
  const array = text.endsWith('[]');
  const plain = text
    .replace(/[^a-z0-9]+/gi, '_')
    .replace(/^[_0-9]+|_+$/g, '')
    .slice(0, 60);
  const name = KEY_MARKS.test(plain) ? `${plain}_` : plain;
  return `${name || otherwise}${array ? '[]' : ''}`;
}

function uniqueNames(entities: readonly Entity[]): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  const names = new Map<string, string>();
  for (const entity of entities) {
    const plain = word(entity.name.replace(/\[\]$/, ''), 'Entity');
    let name = KEYWORDS.has(plain.toLowerCase()) ? `${plain}_` : plain;
    for (let suffix = 2; taken.has(name); suffix += 1) name = `${plain}_${suffix}`;
    taken.add(name);
    names.set(entity.id, name);
  }
  return names;
}

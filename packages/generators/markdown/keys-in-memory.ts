import type { KeyFamily, Keyspace } from '@archwright/model';
import { markdownCode } from '../escape/markdown.ts';
import { section, stack, table } from './page.ts';
import { inline, sentence } from './text.ts';
import type { Material } from './writer.ts';

const MOST_KEYS = 16;

/** What is kept in in-memory stores: each kind of key with its size and life, what happens when memory is full, and the keys that get too hot. */
export function keysInMemory(material: Material): string {
  const { keyspaces: held = [], components } = material.design.architecture;
  return held.length === 0
    ? ''
    : section(
        '### Keys in memory',
        ...held.map((keyspace) => {
          const name = components.find(({ id }) => id === keyspace.component)?.name ?? keyspace.component;
          const folder = held.length === 1 ? 'database' : `database/${keyspace.component}`;
          return stack(told(name, keyspace, material), keys(keyspace, `${folder}/keyspace.md`, material));
        }),
      );
}

function told(name: string, { policy, because, memory, use, perKey, families }: Keyspace, { write }: Material): string {
  const hot = families.filter(({ hottest }) => write.figure(hottest.copies).likely > 1);
  return [
    `The keys of ${inline(name)} take ${write.cite(memory)}${use === undefined ? '' : `, ${write.cite(use)} of what may be filled of it`}.`,
    sentence(`When memory is full: \`${policy}\`, since ${because}`),
    hot.length === 0
      ? `No key gets more commands than one may (${write.cite(perKey)}).`
      : hot
          .map(
            ({ pattern, hottest }) =>
              `The hottest key of ${markdownCode(pattern)} gets ${write.cite(hottest.rate)}, where one may get ${write.cite(perKey)}: ${inline(hottest.cure)}.`,
          )
          .join(' '),
  ].join(' ');
}

function keys({ families }: Keyspace, file: string, { write }: Material): string {
  const rows = families.map((family: KeyFamily) => [
    markdownCode(family.pattern, 'cell'),
    family.type === 'zset' ? 'sorted set' : family.type,
    inline(family.holds),
    write.cite(family.keys),
    write.value(family.memory),
    'after' in family.expires ? write.value(family.expires.after) : 'never',
  ]);
  return table(['key', 'type', 'holds', 'keys', 'memory', 'expires after'], rows, { rows: MOST_KEYS, file });
}

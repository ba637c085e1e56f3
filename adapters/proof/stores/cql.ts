import type { Artefact } from '@archwright/model';
import { judge, type Finding } from '../findings.ts';
import type { Prover } from '../proof.ts';

const BY = { tool: 'CQL table rules', version: '2026-12-01' };
const CLAIM =
  'names and types are those of CQL, keys are declared columns that may be keys, clustering follows the key, rows expire within what a table may say, and no key is hotter than is said (no Cassandra was asked: none can be installed from npm or Debian)';

/** @source https://cassandra.apache.org/doc/latest/cassandra/developing/cql/types.html, read 2026-12-01: the types that are written here */
const PLAIN =
  'ascii|bigint|blob|boolean|date|decimal|double|float|inet|int|smallint|text|time|timestamp|timeuuid|tinyint|uuid|varint';
const TYPE = new RegExp(`^(?:${PLAIN}|(?:list|set)<(?:${PLAIN})>|frozen<list<(?:${PLAIN})>>)$`);
/** @source https://docs.datastax.com/en/cql/3.3/cql/cql_reference/refLimits.html, read 2026-12-01 */
const LONGEST_NAME = 48;
/** Twenty years. */
const LONGEST_TTL = 630_720_000;
const NAME = String.raw`(?:"(?:[^"]|"")+"|[a-z][a-z0-9_]*)`;

/** `schema.cql`: held to what Cassandra and ScyllaDB demand of a table. */
export const proveCql: Prover = async (artefacts) =>
  Promise.all(
    artefacts
      .filter(({ path }) => path.endsWith('/schema.cql'))
      .map((file) => judge(BY, CLAIM, file, () => fileFindings(file), 'no finding')),
  );

interface Table {
  readonly name: string;
  readonly line: number;
  /** From `CREATE TABLE` to the line that ends the statement. */
  readonly lines: readonly string[];
}

function fileFindings({ content }: Artefact): readonly Finding[] {
  const lines = content.split('\n');
  const tables: Table[] = [];
  const findings: Finding[] = [];
  for (let index = 0; index < lines.length; index++) {
    const text = lines[index]!;
    if (text === '' || text.startsWith('--')) {
      findings.push(...heatFindings(text, index + 1));
      continue;
    }
    const name = /^CREATE TABLE (\S+) \($/.exec(text)?.[1];
    const length = lines.slice(index).findIndex((line) => line.endsWith(';'));
    if (name === undefined || length < 0)
      return [...findings, { message: `no statement begins here: ${text.slice(0, 80)}`, line: index + 1 }];
    tables.push({ name, line: index + 1, lines: lines.slice(index, index + length + 1) });
    index += length;
  }
  const twice = tables.filter(({ name }, index) => tables.findIndex((one) => one.name === name) < index);
  return [
    ...findings,
    ...(tables.length === 0 ? [{ message: 'it makes no table', line: 1 }] : []),
    ...twice.map(({ name, line }) => ({ message: `${name} is made twice`, line })),
    ...tables.flatMap(tableFindings),
  ];
}

/** `Hottest of …: 9 a second, where one may get 5; …` says what is done. */
function heatFindings(text: string, line: number): readonly Finding[] {
  const found = /^-- Hottest of \d+ values of [^\n]{1,300}: ([\d.e+-]+) a second, where one may get ([\d.e+-]+); (.*)\.$/.exec(
    text,
  );
  if (!found) return text.startsWith('-- Hottest') ? [{ message: 'it does not say how hot the key gets', line }] : [];
  const parts = Number(/\((\d+) parts\)$/.exec(found[3]!)?.[1] ?? 1);
  return Number(found[1]) / parts > Number(found[2]) * 1.01
    ? [{ message: `${found[1]} a second on the hottest key in ${parts} parts, and one takes ${found[2]}`, line }]
    : [];
}

function tableFindings({ name, line, lines }: Table): readonly Finding[] {
  const at = (offset: number, message: string): Finding => ({ message: `${name}: ${message}`, line: line + offset });
  const findings: Finding[] = [];
  if (!/^[a-z]\w*$/.test(name) || name.length > LONGEST_NAME)
    findings.push(at(0, `a name has letters, digits and _, ${LONGEST_NAME} at most`));
  const columns = new Map<string, string>();
  const column = new RegExp(`^  (${NAME}) (\\S+),$`);
  const keyed = new RegExp(`^  PRIMARY KEY \\(\\((${NAME}(?:, ${NAME})*)\\)((?:, ${NAME})*)\\)$`);
  let key: { readonly offset: number; readonly partition: readonly string[]; readonly clustering: readonly string[] } | undefined;
  lines.slice(1).forEach((text, index) => {
    const offset = index + 1;
    const [, declared, type] = column.exec(text) ?? [];
    const found = keyed.exec(text);
    if (found) key = { offset, partition: namesIn(found[1]!), clustering: namesIn(found[2]!) };
    else if (declared !== undefined && key === undefined) {
      if (columns.has(declared)) findings.push(at(offset, `${declared} is declared twice`));
      columns.set(declared, type!);
      if (!TYPE.test(type!)) findings.push(at(offset, `${type} is no type`));
    } else if (key === undefined) findings.push(at(offset, `this is no column: ${text.trim().slice(0, 80)}`));
  });
  if (!key) return [...findings, at(0, 'it has no primary key')];
  const { offset } = key;
  for (const part of [...key.partition, ...key.clustering]) {
    const type = columns.get(part);
    if (type === undefined) findings.push(at(offset, `the key names ${part}, which is no column`));
    else if (/^(?:list|set)</.test(type)) findings.push(at(offset, `${part} is a collection and cannot be in a key`));
  }
  return [...findings, ...optionFindings(key.clustering, lines, at)];
}

const namesIn = (text: string): readonly string[] => text.match(new RegExp(NAME, 'g')) ?? [];

function optionFindings(
  clustering: readonly string[],
  lines: readonly string[],
  at: (offset: number, message: string) => Finding,
): readonly Finding[] {
  const find = (pattern: RegExp): readonly [RegExpExecArray, number] | undefined => {
    const offset = lines.findIndex((text) => pattern.test(text));
    return offset < 0 ? undefined : [pattern.exec(lines[offset]!)!, offset];
  };
  const order = find(/CLUSTERING ORDER BY \((.*)\)(?:;|$)/);
  const ordered = order ? namesIn(order[0][1]!.replace(/ (?:ASC|DESC)(?=,|$)/g, '')) : [];
  const life = find(/default_time_to_live = (\d+)/);
  return [
    ...(order && ordered.join() !== clustering.join()
      ? [at(order[1], `the order is of ${ordered.join(', ')}, and the key clusters by ${clustering.join(', ')}`)]
      : []),
    ...(life && Number(life[0][1]) > LONGEST_TTL ? [at(life[1], `rows expire after ${LONGEST_TTL} s at most`)] : []),
  ];
}

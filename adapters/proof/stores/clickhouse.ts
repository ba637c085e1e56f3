import type { Artefact } from '@archwright/model';
import { judge, type Finding } from '../findings.ts';
import type { Prover } from '../proof.ts';

const BY = { tool: 'ClickHouse table rules', version: '2026-11-30' };
const CLAIM =
  'types are known, and keys, partitions, indexes and expiry name columns that may stand there (no ClickHouse was asked: none can be installed from npm or Debian)';

/** @source https://clickhouse.com/docs/sql-reference/data-types, read 2026-11-30: the types that are written here */
const TYPE =
  /^(?:(?:U?Int(?:8|16|32|64)|Float(?:32|64)|String|Bool|UUID|IPv[46]|Date|Date32|JSON|Point)|Decimal\(\d{1,2}, ?\d{1,2}\)|DateTime(?:64)?\([^()]*\)|(?:Nullable|Array|LowCardinality)\((?<inner>.+)\))$/;
const TIME = /^(?:Date|DateTime)/;

/** `clickhouse.sql`: held to what ClickHouse demands of a table of the MergeTree family. */
export const proveClickhouse: Prover = async (artefacts) =>
  Promise.all(
    artefacts
      .filter(({ path }) => path.endsWith('/clickhouse.sql'))
      .map((file) => judge(BY, CLAIM, file, () => tablesOf(file).flatMap(tableFindings), 'no finding')),
  );

interface Table {
  readonly name: string;
  readonly line: number;
  readonly lines: readonly string[];
}

/** A statement from `CREATE TABLE` to the line that ends with a semicolon. */
function tablesOf({ content }: Artefact): readonly Table[] {
  const lines = content.split('\n');
  return lines.flatMap((text, index) => {
    const name = /^CREATE TABLE (`(?:[^`\\]|\\.)+`|\w+) \($/.exec(text)?.[1];
    if (name === undefined) return [];
    const length = lines.slice(index).findIndex((line) => line.endsWith(';'));
    return [{ name, line: index + 1, lines: lines.slice(index, length < 0 ? undefined : index + length + 1) }];
  });
}

function tableFindings({ name, line, lines }: Table): readonly Finding[] {
  const columns = new Map<string, string>();
  const findings: Finding[] = [];
  const at = (offset: number, message: string): void =>
    void findings.push({ message: `${name}: ${message}`, line: line + offset });
  lines.forEach((text, offset) => {
    const column = /^ {2}(?!INDEX )(`(?:[^`\\]|\\.)+`|\w+) (.+?)(?: COMMENT '(?:[^'\\]|\\.|'')*')?,?$/.exec(text);
    if (column && lines.slice(0, offset).every((before) => before !== ')')) {
      columns.set(column[1]!, column[2]!);
      if (!isType(column[2]!)) at(offset, `${column[2]} is no type`);
    }
    const index = /^ {2}INDEX (?:`(?:[^`\\]|\\.)+`|\w+) (`(?:[^`\\]|\\.)+`|\w+) TYPE (\w+)/.exec(text);
    if (index && !columns.has(index[1]!)) at(offset, `the index names ${index[1]}, which is no column`);
    if (index && !['bloom_filter', 'minmax', 'set', 'tokenbf_v1', 'ngrambf_v1'].includes(index[2]!))
      at(offset, `${index[2]} is no index type`);
  });
  const clause = (start: string): [string, number] | undefined => {
    const offset = lines.findIndex((text) => text.startsWith(start));
    return offset < 0 ? undefined : [lines[offset]!.slice(start.length), offset];
  };
  const [engine = ''] = clause('ENGINE = ') ?? [];
  if (!/^(?:Replacing|Summing|Aggregating|Replicated)?MergeTree\b/.test(engine)) at(0, 'no engine of the MergeTree family');
  const order = clause('ORDER BY (');
  if (!order) at(0, 'no sorting key');
  for (const key of order && order[0] !== 'tuple())' ? (order[0].match(/`(?:[^`\\]|\\.)+`|\w+/g) ?? []) : []) {
    const type = columns.get(key);
    if (type === undefined) at(order![1], `the sorting key names ${key}, which is no column`);
    else if (/Nullable/.test(type)) at(order![1], `the sorting key takes no Nullable column: ${key}`);
  }
  for (const start of ['PARTITION BY ', 'TTL ']) {
    const found = clause(start);
    const column = found && /\((`(?:[^`\\]|\\.)+`|\w+)\)/.exec(found[0])?.[1];
    const type = column === undefined ? '' : columns.get(column);
    if (found && (type === undefined || (type !== '' && !TIME.test(type))))
      at(found[1], `${start.trim()} names ${column}, which is no column of time`);
  }
  return findings;
}

function isType(text: string): boolean {
  const match = TYPE.exec(text);
  return match !== null && (match.groups?.['inner'] === undefined || isType(match.groups['inner']));
}

/** One row of a CSV file with the line it begins on. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * Reads RFC 4180.
 *
 * @throws with the line where a quoted cell is not closed
 */
export function readCsv(content: string): readonly CsvRow[] {
  const rows: CsvRow[] = [];
  let [cells, cell, quoted, line, begin]: [string[], string, boolean, number, number] = [[], '', false, 1, 1];
  for (let at = 0; at < content.length; at += 1) {
    const character = content[at]!;
    if (character === '\n') line += 1;
    if (quoted) {
      if (character !== '"') cell += character;
      else if (content[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (character === '"' && cell === '') quoted = true;
    else if (character === ',') {
      cells.push(cell);
      cell = '';
    } else if (character === '\n') {
      rows.push({ line: begin, cells: [...cells, cell.replace(/\r$/, '')] });
      [cells, cell, begin] = [[], '', line];
    } else cell += character;
  }
  if (quoted) throw new Error(`a quoted cell that begins on line ${begin} is not closed`);
  if (cell !== '' || cells.length > 0) rows.push({ line: begin, cells: [...cells, cell] });
  return rows;
}

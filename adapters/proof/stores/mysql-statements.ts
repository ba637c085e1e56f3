/** One statement of a file without its semicolon, with the line it starts on (1-based). */
export interface SqlStatement {
  readonly sql: string;
  readonly line: number;
}

/** A quoted piece, a comment to the end of the line, or the end of a statement. */
const PIECE = /'(?:[^'\\]|''|\\.)*'|"(?:[^"\\]|""|\\.)*"|`(?:[^`]|``)*`|--[^\n]*|;/g;

/** Statements end at semicolons outside quotes and comments; comments are left out. */
export function statementsOf(content: string): readonly SqlStatement[] {
  const found: SqlStatement[] = [];
  let text = '';
  let line: number | undefined;
  const lineAt = (index: number): number => content.slice(0, index).split('\n').length;
  const take = (piece: string, at: number): void => {
    if (line === undefined) {
      const blank = /^\s*/.exec(piece)![0].length;
      if (blank < piece.length) line = lineAt(at + blank);
    }
    text += piece;
  };
  const end = (): void => {
    if (text.trim() !== '') found.push({ sql: text.trim(), line: line ?? 1 });
    text = '';
    line = undefined;
  };
  let last = 0;
  for (const { 0: piece, index } of content.matchAll(PIECE)) {
    take(content.slice(last, index), last);
    if (piece === ';') end();
    else if (!piece.startsWith('--')) take(piece, index);
    last = index + piece.length;
  }
  take(content.slice(last), last);
  end();
  return found;
}

const DECLARES = /^(?:CREATE TABLE|CREATE (?:UNIQUE |FULLTEXT |SPATIAL )?INDEX|ALTER TABLE|DROP (?:TABLE|INDEX))\b/i;
/** What would compute, read or write outside the database, or answer for another engine. */
const ACTS = /\b(?:SELECT|DIRECTORY|CONNECTION|TABLESPACE|ENGINE\s*=\s*(?!InnoDB\b)\w+)\b|\/\*|#/i;

/** The first statement that does more than declare. */
export const actingStatement = (statements: readonly SqlStatement[]): SqlStatement | undefined =>
  statements.find(({ sql }) => !DECLARES.test(sql) || ACTS.test(sql.replace(/'(?:[^'\\]|''|\\.)*'|`(?:[^`]|``)*`/g, "''")));

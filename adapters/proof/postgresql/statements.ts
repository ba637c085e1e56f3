/// <reference types="node" />

/** One statement of a file, with the line it starts on (1-based). */
export interface Statement {
  readonly sql: string;
  readonly line: number;
  /** The parser's name for its kind: `CreateStmt`. */
  readonly kind: string;
}

/** What PostgreSQL's own grammar says of a file: its statements, or where it stops. */
export type Parsed = { readonly statements: readonly Statement[] } | { readonly message: string; readonly line: number };

export interface SqlParser {
  parse(sql: string): Parsed;
}

let loaded: Promise<SqlParser> | undefined;

/** The PostgreSQL 18 parser in WebAssembly, once a process. */
export const loadSqlParser = (): Promise<SqlParser> => (loaded ??= load());

async function load(): Promise<SqlParser> {
  const { hasSqlDetails, loadModule, parseSync } = await import('libpg-query');
  await loadModule();
  const parse = (sql: string): Parsed => {
    try {
      const { stmts = [] } = parseSync(sql);
      const bytes = Buffer.from(sql, 'utf8');
      return {
        statements: stmts.map(({ stmt = {}, stmt_location: start = 0, stmt_len: length }) =>
          cut(bytes, Object.keys(stmt)[0] ?? '', start, length),
        ),
      };
    } catch (error) {
      if (!hasSqlDetails(error)) throw error;
      const at = error.sqlDetails?.cursorPosition ?? 0;
      return { message: error.message, line: lineAt(sql.slice(0, at)) };
    }
  };
  return { parse };
}

/** Offsets are in bytes; a length of 0 reaches to the end. Leading comments and blank lines belong to no statement. */
function cut(bytes: Buffer, kind: string, start: number, length = 0): Statement {
  const text = bytes.subarray(start, length > 0 ? start + length : undefined).toString('utf8');
  const skipped = /^(?:\s+|--[^\n]*\n)*/.exec(text)?.[0].length ?? 0;
  return { kind, sql: text.slice(skipped), line: lineAt(bytes.subarray(0, start).toString('utf8') + text.slice(0, skipped)) };
}

/** Statements that only declare: nothing here computes, so no file can keep the engine busy or reach outside it. */
const DECLARING: ReadonlySet<string> = new Set(
  'AlterPolicyStmt AlterSeqStmt AlterTableStmt CommentStmt CreateDomainStmt CreateEnumStmt CreateExtensionStmt CreatePolicyStmt CreateSchemaStmt CreateSeqStmt CreateStmt DropStmt GrantStmt IndexStmt RenameStmt VariableSetStmt ViewStmt'.split(
    ' ',
  ),
);

/**
 * The first statement of a file that does more than declare.
 *
 * @param isKnown - a statement that acts and is known to end
 */
export const firstActing = (
  statements: readonly Statement[],
  isKnown: (statement: Statement) => boolean = () => false,
): Statement | undefined => statements.find((statement) => !DECLARING.has(statement.kind) && !isKnown(statement));

const lineAt = (before: string): number => before.split('\n').length;

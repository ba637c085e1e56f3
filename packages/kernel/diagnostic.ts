/** Where something was read: a span of the brief, a line of a file, an answer, a catalogue entry. */
export interface Place {
  readonly source: 'brief' | 'answer' | 'file' | 'catalogue' | 'option';
  /** File path, question id, catalogue id or command-line option. Absent for the brief itself. */
  readonly name?: string;
  /** Half-open character range in the source text. */
  readonly start?: number;
  readonly end?: number;
  /** 1-based. */
  readonly line?: number;
  readonly column?: number;
  /** The exact characters at the place. */
  readonly quote?: string;
}

export type Severity = 'error' | 'warning' | 'info';

/** Something about the input, with its place and what to do next. Findings about a design are not diagnostics. */
export interface Diagnostic {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly at?: Place;
  readonly hint?: string;
}

/** A stage answers with its best value and what it noticed; it never throws on weak input. */
export interface Outcome<T> {
  readonly value: T;
  readonly diagnostics: readonly Diagnostic[];
}

/** 1-based line and column of a character offset. */
export function positionAt(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  const lastBreak = before.lastIndexOf('\n');
  return { line: before.split('\n').length, column: offset - lastBreak };
}

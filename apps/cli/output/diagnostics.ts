import { type Diagnostic, positionAt } from '@archwright/kernel';
import { dim, printable, red, say, yellow } from './terminal.ts';

const LONGEST_LINE = 160;

/** `brief:1:9  error  brief/contradiction`, the message, the line with the place marked, and the hint. */
export function renderDiagnostic(diagnostic: Diagnostic, brief?: string): string {
  const { at, code, severity, message, hint } = diagnostic;
  const position =
    at?.line !== undefined
      ? { line: at.line, column: at.column ?? 1 }
      : at?.start !== undefined && brief !== undefined
        ? positionAt(brief, at.start)
        : undefined;
  const place = at ? `${at.name ?? at.source}${position ? `:${position.line}:${position.column}` : ''}  ` : '';
  const word = severity === 'error' ? red(severity) : severity === 'warning' ? yellow(severity) : dim(severity);
  const excerpt =
    at?.source === 'brief' && position && brief !== undefined ? excerptOf(brief, position, at.quote?.length ?? 1) : [];
  return [
    `${place}${word}  ${code}`,
    `  ${printable(message)}`,
    ...excerpt,
    ...(hint ? [`  hint: ${printable(hint)}`] : []),
  ].join('\n');
}

function excerptOf(text: string, { line, column }: { line: number; column: number }, length: number): readonly string[] {
  const whole = text.split('\n')[line - 1] ?? '';
  const from = Math.max(0, column - 1 - LONGEST_LINE / 2);
  const shown = printable(whole.slice(from, from + LONGEST_LINE));
  const marker = `${' '.repeat(column - 1 - from)}${'^'.repeat(Math.max(1, Math.min(length, LONGEST_LINE - (column - 1 - from))))}`;
  return [`  ${String(line).padStart(4)} | ${shown}`, `       | ${marker}`];
}

export const report = (diagnostics: readonly Diagnostic[], brief?: string): void => {
  for (const diagnostic of diagnostics) say(renderDiagnostic(diagnostic, brief));
};

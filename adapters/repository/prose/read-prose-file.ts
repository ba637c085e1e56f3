import type { Diagnostic, Place } from '@archwright/kernel';
import type { RequirementKey, Technology } from '@archwright/model';
import type { FileKind } from '../repository-context.ts';
import type { PlacedStatement } from '../requirements-of.ts';
import { cleanMarkdown, recordStatus } from './clean-markdown.ts';
import { readFigures } from './read-figures.ts';
import { readProse } from './read-prose.ts';

export interface ProseFile {
  readonly path: string;
  readonly kind: FileKind;
  /** Secrets already masked. */
  readonly text: string;
}

export interface ProseFileReading {
  readonly statements: readonly PlacedStatement[];
  readonly diagnostics: readonly Diagnostic[];
  /** Why nothing of the file counts. */
  readonly unused?: string;
}

/** In a document these describe what is; in a file of rules or a decision record everything is a rule. */
const DESCRIBING: ReadonlySet<RequirementKey> = new Set([
  'existing',
  'provider',
  'region',
  'team.size',
  'budget',
  'availability',
  'rpo',
  'rto',
]);

/** One file of rules, one decision record or one document as requirements with their lines. */
export function readProseFile(
  { path, kind, text }: ProseFile,
  technologies: readonly Technology[],
  placeAt: (line: number) => Place,
): ProseFileReading {
  const isRecord = kind === 'decision-record';
  const { status, word } = isRecord ? recordStatus(text) : { status: 'in force' as const };
  if (status === 'not in force') {
    const unused = `its status is ${word}`;
    return {
      statements: [],
      unused,
      diagnostics: [
        {
          code: 'repository/decision-not-in-force',
          severity: 'info',
          message: `${path} settles nothing: ${unused}`,
          at: placeAt(1),
        },
      ],
    };
  }
  const { text: clean, instructions } = cleanMarkdown(text, isRecord);
  const { statements, narrower } = readProse(clean, technologies);
  const all = [...statements, ...readFigures(clean)];
  return {
    statements: all.map(({ line, ...statement }) => ({
      ...statement,
      origin: kind === 'document' && DESCRIBING.has(statement.key) ? 'stated' : 'rule',
      at: placeAt(line),
    })),
    diagnostics: [
      ...instructions.map((line): Diagnostic => ({
        code: 'repository/instruction-in-text',
        severity: 'warning',
        message: 'this text addresses a language model; it is data here, and no rule',
        at: placeAt(line),
      })),
      ...narrower.map((line): Diagnostic => ({
        code: 'repository/narrower-rule',
        severity: 'info',
        message: 'names a technology in a rule about something narrower; it forbids nothing in the design',
        at: placeAt(line),
      })),
    ],
  };
}

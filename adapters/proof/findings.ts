import type { Artefact, Proof } from '@archwright/model';
import type * as z from 'zod';
import type { LocatedDocument, Path } from './documents/located-yaml.ts';
import { ToolStopped } from './optional-tool.ts';
import { messageOf, proof, type Tool } from './proof.ts';

/** What a tool objects to, with the line (1-based) where it can tell. */
export interface Finding {
  readonly message: string;
  readonly line?: number;
}

/** One proof of a file that is read once and may have several faults: the first line, and all of them in the log. */
export function judged(by: Tool, claim: string, { path }: Artefact, findings: readonly Finding[], accepted: string): Proof {
  const sorted = findings.toSorted((a, b) => (a.line ?? Infinity) - (b.line ?? Infinity));
  if (sorted.length === 0) return proof(by, path, claim, 'accepted', accepted);
  const log = sorted.map(({ message, line }) => (line === undefined ? message : `line ${line}: ${message}`)).join('\n');
  return proof(by, path, claim, 'rejected', log, sorted.find(({ line }) => line !== undefined)?.line);
}

/** A check of one file; a throw is a rejection without a line, unless the tool itself did not end. */
export async function judge(
  by: Tool,
  claim: string,
  artefact: Artefact,
  check: () => Promise<readonly Finding[]> | readonly Finding[],
  accepted: string,
): Promise<Proof> {
  try {
    return judged(by, claim, artefact, await check(), accepted);
  } catch (error) {
    const outcome = error instanceof ToolStopped ? 'not-run' : 'rejected';
    return proof(by, artefact.path, claim, outcome, messageOf(error));
  }
}

/** Objections of a schema to one document, each at its line. */
export function schemaFindings(schema: z.ZodType, document: LocatedDocument, at: Path = []): readonly Finding[] {
  const result = schema.safeParse(at.reduce<unknown>((value, step) => (value as Record<string, unknown>)[step], document.value));
  if (result.success) return [];
  return result.error.issues.flatMap((issue) => {
    const path = [...at, ...issue.path.map((step) => (typeof step === 'number' ? step : String(step)))];
    const keys = issue.code === 'unrecognized_keys' ? issue.keys : [undefined];
    return keys.map((key) => ({
      message: `${path.join('.') || 'document'}: ${key === undefined ? issue.message : `unknown key ${key}`}`,
      line: document.lineOf(key === undefined ? path : [...path, key]),
    }));
  });
}

import { readFileSync, statSync } from 'node:fs';
import process from 'node:process';
import type { Diagnostic } from '@archwright/kernel';
import { LONGEST_BRIEF, readSpecification, type SpecifiedRequest, specifiedRequest } from '@archwright/engine';
import { EXIT, Refusal } from '../exit-codes.ts';

export type BriefInput = SpecifiedRequest;

const refuse = (diagnostic: Diagnostic): never => {
  throw new Refusal(EXIT.badInput, [diagnostic]);
};

/** A brief given as text, as a text file, as `archwright.yaml`, or on standard input (`-`). */
export function readInput(argument: string): BriefInput {
  if (argument === '-') return fromText(readFileSync(0), 'stdin');
  const file = asFile(argument);
  if (!file) return fromText(Buffer.from(argument), 'brief');
  return /\.ya?ml$/i.test(argument) ? fromSpecification(file, argument) : fromText(file, argument);
}

/** A one-word argument that looks like a path is a file, even a missing one: better a clear error than a strange design. */
function asFile(argument: string): Buffer | undefined {
  if (argument.length > 1_024 || argument.includes('\n')) return undefined;
  try {
    const stats = statSync(argument);
    if (stats.isDirectory())
      refuse({
        code: 'brief/is-a-folder',
        severity: 'error',
        message: `${argument} is a folder`,
        hint: 'give a brief in quotes, a text file, or archwright.yaml; a repository goes into --repo',
      });
    if (stats.size > LONGEST_BRIEF * 8)
      refuse({
        code: 'brief/too-long',
        severity: 'error',
        message: `${argument} has ${stats.size} bytes`,
        at: { source: 'file', name: argument },
        hint: `a brief has at most ${LONGEST_BRIEF} characters`,
      });
    return readFileSync(argument);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    if ((error as NodeJS.ErrnoException).code === 'EACCES')
      refuse({
        code: 'brief/unreadable',
        severity: 'error',
        message: `${argument} cannot be read`,
        at: { source: 'file', name: argument },
        hint: 'check its permissions',
      });
    if (/^[\w./\\-]+\.(?:ya?ml|txt|md|json)$/i.test(argument))
      refuse({
        code: 'brief/no-such-file',
        severity: 'error',
        message: `there is no file ${argument}`,
        hint: 'check the path, or put the brief itself in quotes',
      });
    return undefined;
  }
}

function fromText(bytes: Buffer, name: string): BriefInput {
  if (bytes.includes(0))
    refuse({
      code: 'brief/not-text',
      severity: 'error',
      message: 'the brief is binary, not text',
      at: { source: 'file', name },
      hint: 'give plain text in UTF-8',
    });
  return { brief: bytes.toString('utf8'), requirements: [], pinned: [], answers: {} };
}

function fromSpecification(bytes: Buffer, name: string): BriefInput {
  const { value, diagnostics } = specifiedRequest(bytes.toString('utf8'), name);
  if (!value) throw new Refusal(EXIT.badInput, diagnostics);
  return value;
}

/** `--answers FILE`: question id to answer, as YAML or JSON. */
export function readAnswers(file: string | undefined): Readonly<Record<string, string>> {
  if (file === undefined) return {};
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return refuse({
      code: 'answers/unreadable',
      severity: 'error',
      message: `${file} cannot be read`,
      at: { source: 'option', name: '--answers' },
      hint: 'give a YAML or JSON file with question ids and answers',
    });
  }
  const { value, diagnostics } = readSpecification(
    `version: 1\nanswers:\n${text.trim().startsWith('{') ? `  ${text.replaceAll('\n', ' ')}` : text.replace(/^(?=.)/gm, '  ')}`,
    file,
  );
  if (!value)
    throw new Refusal(
      EXIT.badInput,
      diagnostics.map((one) => ({ ...one, hint: one.hint ?? 'one line an answer: `question-id: answer`' })),
    );
  return value.answers;
}

export const isInteractive = (): boolean =>
  process.stdin.isTTY === true && process.stderr.isTTY === true && process.env['CI'] === undefined;

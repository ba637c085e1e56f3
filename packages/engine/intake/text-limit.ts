import type { Diagnostic } from '@archwright/kernel';

/** More than a long requirements document; beyond it, text is an attachment and not a brief. */
export const LONGEST_BRIEF = 200_000;
/** A pasted text may hold a stray control character; more of them are binary data. */
const CONTROL_SHARE = 0.01;

const isControl = (code: number): boolean =>
  (code < 32 && code !== 9 && code !== 10 && code !== 13) || code === 127 || code === 0xfffd;

function controlShare(text: string): number {
  let controls = 0;
  for (let at = 0; at < text.length; at++) if (isControl(text.charCodeAt(at))) controls++;
  return controls / Math.max(1, text.length);
}

/** Why a text cannot be a brief; undefined where it can. */
export function checkText(text: string): Diagnostic | undefined {
  const problem = (code: string, message: string, hint: string): Diagnostic => ({
    code,
    severity: 'error',
    message,
    at: { source: 'brief' },
    hint,
  });
  if (text.length > LONGEST_BRIEF)
    return problem(
      'brief/too-long',
      `The brief has ${text.length.toLocaleString('en-US')} characters; at most ${LONGEST_BRIEF.toLocaleString('en-US')} are read.`,
      'Leave out tables, logs and code; name a repository instead of pasting it.',
    );
  if (text.trim() === '')
    return problem(
      'brief/empty',
      'The brief is empty.',
      'Say in a sentence or two what the backend is for, for whom, and how much is expected of it.',
    );
  if (text.includes('\0') || controlShare(text) > CONTROL_SHARE || !/\p{L}/u.test(text))
    return problem('brief/not-text', 'The brief is not text in words.', 'Give the brief as plain text or Markdown.');
  return undefined;
}

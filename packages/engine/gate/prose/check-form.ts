import type { Report } from './prose-fault.ts';

export const LONGEST_PROSE = 6_000;

/** What is more than plain paragraphs: it could pass for a part of the answer that a tool has checked. */
const FORMS: readonly (readonly [RegExp, string])[] = [
  [/`{3,}|~{3,}|^ {4,}\S/gm, 'is a code block: files come from the engine'],
  [/<[a-z/!?][^>]{0,200}>?/gi, 'is HTML'],
  [/!?\[[^\]\n]{0,300}\](?:\(|\[|:)/g, 'is a link'],
  [/\b(?:https?|ftp|file|data|javascript):\S{0,300}/gi, 'is an address: sources come from the evidence'],
  [/^#{1,6} .*$/gm, 'is a heading'],
  [/^\s{0,3}\|.*$/gm, 'is a table'],
  [/[\p{Cc}\p{Cf}\p{Co}]/gu, 'is a character that does not print'],
  [/[\p{Nd}\p{No}\p{Nl}]/gu, 'is a digit in another script: write figures as the design does'],
];
const PLAIN = /[\n\r\t]|[0-9]/;

/** Plain paragraphs and lists only. */
export function checkForm(text: string, report: Report): void {
  if (text.length > LONGEST_PROSE) return report(LONGEST_PROSE, text.length, `goes on beyond ${LONGEST_PROSE} characters`);
  for (const [pattern, message] of FORMS)
    for (const match of text.matchAll(pattern))
      if (match[0].length > 1 || !PLAIN.test(match[0])) report(match.index, match.index + match[0].length, message);
}

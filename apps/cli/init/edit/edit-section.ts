import { type Edited, endOfLineOf } from './edited.ts';

const BEGIN = '<!-- archwright: begin -->';
const END = '<!-- archwright: end -->';

/** Puts a marked section at the end of a text that is the user's own, or brings the marked section up to date. */
export function addSection(text: string | undefined, content: string): Edited {
  const before = text ?? '';
  const endOfLine = endOfLineOf(before);
  const block = `${BEGIN}\n${content.trim()}\n${END}\n`.replaceAll('\n', endOfLine);
  const [start, end] = [before.indexOf(BEGIN), before.indexOf(END)];
  if (start >= 0 !== end >= 0 || end < start)
    return {
      kind: 'broken',
      why: 'one of the marks of our section is missing',
      hint: `restore ${start < 0 ? BEGIN : END}, or remove the other mark`,
    };
  if (start < 0)
    return { kind: 'changed', text: before === '' ? block : `${before.replace(/(?<!\n)$/, endOfLine)}${endOfLine}${block}` };
  const after = before.slice(0, start) + block + before.slice(end + END.length).replace(/^\r?\n/, '');
  return after === before ? { kind: 'unchanged' } : { kind: 'changed', text: after };
}

/** Takes the marked section out again. */
export function removeSection(text: string): string {
  const [start, end] = [text.indexOf(BEGIN), text.indexOf(END)];
  if (start < 0 || end < start) return text;
  return text.slice(0, start).replace(/\r?\n$/, '') + text.slice(end + END.length).replace(/^\r?\n/, '');
}

import { LONGEST_LINE } from '../limits.ts';
import { MASK } from '../secret/mask-secrets.ts';

export interface CleanProse {
  /** As long as the original, line by line; what is no statement of this repository is blank. */
  readonly text: string;
  /** 1-based lines that address a language model and were left out. */
  readonly instructions: readonly number[];
}

/** Sections about what was weighed, shown or left behind: no decision stands there. */
const NO_DECISION =
  /alternative|considered|options?\b|pros|cons\b|rejected|example|history|changelog|glossary|future|roadmap|out of scope|non-goals|reference|further reading|background|context|problem|table of contents|faq|troubleshoot|proposal|open question/i;
const DECISION = /decision|outcome|consequence/i;
/** Text that wants to steer a program. It steers nothing here; it is no statement about a backend either. */
const INSTRUCTION =
  /\b(?:ignore|disregard|forget|override|bypass)\b.{0,40}\b(?:instructions?|prompts?|directions?|guidelines|context|rules)\b|\byou are (?:now|chatgpt|an? (?:ai|assistant|language model))\b|\bsystem prompt\b|<\/?(?:system|assistant|user)>/i;

/**
 * Keeps what a Markdown file states: no code, no hidden comments, no sections of examples or alternatives. A decision record
 * keeps its title and its decision only.
 */
export function cleanMarkdown(text: string, isDecisionRecord = false): CleanProse {
  const instructions: number[] = [];
  let [fence, isComment, isDropped, dropLevel] = ['', false, false, 7];
  const lines = text.split('\n').map((whole, index) => {
    const fenceMark = /^ {0,3}(`{3,}|~{3,})/.exec(whole)?.[1] ?? '';
    if (fence !== '' || fenceMark !== '') {
      if (fence === '') fence = fenceMark;
      else if (fenceMark.startsWith(fence)) fence = '';
      return '';
    }
    const visible = withoutComments(whole.slice(0, LONGEST_LINE), isComment);
    isComment = visible.isOpen;
    const heading = /^(#{1,6}) /.exec(visible.text)?.[1]?.length;
    if (heading !== undefined && (heading <= dropLevel || !isDropped)) {
      isDropped = isDecisionRecord ? heading > 1 && !DECISION.test(visible.text) : heading > 1 && NO_DECISION.test(visible.text);
      dropLevel = heading;
    }
    if (isDropped) return '';
    if (INSTRUCTION.test(visible.text)) {
      instructions.push(index + 1);
      return '';
    }
    return plain(visible.text);
  });
  return { text: lines.join('\n'), instructions };
}

/** Blanks `<!-- … -->`, which a reader of the rendered page never sees. */
function withoutComments(line: string, isOpen: boolean): { text: string; isOpen: boolean } {
  let [rest, text, open] = [line, '', isOpen];
  while (rest !== '') {
    const end = rest.indexOf(open ? '-->' : '<!--');
    if (end < 0) return { text: open ? text : text + rest, isOpen: open };
    if (!open) text += rest.slice(0, end);
    rest = rest.slice(end + (open ? 3 : 4));
    open = !open;
  }
  return { text, isOpen: open };
}

/** Marks that would stand between words, and the checkbox of a list, become spaces or go. */
const plain = (line: string): string =>
  line
    .replace(/\]\([^()\s]{0,500}\)/g, '')
    .replace(/^([ \t]{0,16}[-*+] )\[[ xX]\] /, '$1')
    .replaceAll(/[*_]{2}|[`[\]]/g, '')
    .replaceAll(MASK, '');

export type RecordStatus = 'in force' | 'not in force';

/** Whether a decision record is in force: accepted, or silent about it. */
export function recordStatus(text: string): { readonly status: RecordStatus; readonly word?: string } {
  const head = text.slice(0, 4_000);
  const word =
    /^(?:[-*>] ?)?(?:\*\*)?status(?:\*\*)?[ ]?:(?:\*\*)?[ ]?\W{0,3}([a-z]{1,20})/im.exec(head)?.[1] ??
    /^#{1,6} status[ \t]{0,8}\n{1,3}\W{0,3}([a-z]{1,20})/im.exec(head)?.[1];
  const lower = word?.toLowerCase();
  return lower !== undefined && /^(?:superseded|rejected|deprecated|proposed|draft|withdrawn|obsolete|replaced)$/.test(lower)
    ? { status: 'not in force', word: lower }
    : { status: 'in force' };
}

import type { Artefact, Design } from '@archwright/model';

/** Half a surrogate pair cannot be written to a file in UTF-8: the replacement character stands in its place there. */
const wellFormed = (text: string): string => Buffer.from(text, 'utf8').toString('utf8');

/** A file says something else than the model, or leaves something out. */
export interface Disagreement {
  readonly message: string;
  /** 1-based line of the artefact, where one line is to blame. */
  readonly line?: number;
}

/** What one kind of file must say, as the model has it. */
export interface ConsistencyCheck {
  readonly claim: string;
  readonly applies: (path: string) => boolean;
  /** How many statements were compared, and where they disagree. */
  readonly compare: (
    artefact: Artefact,
    design: Design,
  ) => { readonly compared: number; readonly faults: readonly Disagreement[] };
}

/** The 1-based line of the first line that has `text`. */
export function lineWith(content: string, text: string): number | undefined {
  const at = content.split('\n').findIndex((line) => line.includes(text));
  return at < 0 ? undefined : at + 1;
}

/** Each of `wanted` that stands nowhere in the file. */
export const missing = (content: string, wanted: readonly (readonly [what: string, text: string])[]): readonly Disagreement[] =>
  wanted.flatMap(([what, text]) =>
    content.includes(wellFormed(text)) || content.includes(text)
      ? []
      : [{ message: `${what} is missing: no line has ${JSON.stringify(text)}` }],
  );

const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };

/** Letters and digits of a name, a space between words: what survives every escaping. */
export const letters = (name: string): string => name.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();

/** `letters` of a Markdown file, its entities read back. */
export const lettersOf = (markdown: string): string =>
  letters(markdown.replace(/&(?:amp|lt|gt);/g, (entity) => ENTITIES[entity]!));

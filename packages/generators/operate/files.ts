import type { Artefact } from '@archwright/model';
import { yamlDocument } from '../escape/yaml.ts';

/** A YAML file; several documents are separated as Kubernetes reads them. */
export const yamlFile = (path: string, title: string, documents: unknown | readonly unknown[], comment?: string): Artefact => ({
  path,
  mediaType: 'application/yaml',
  content: (Array.isArray(documents) ? documents : [documents])
    .map((document, index) => yamlDocument(document, index === 0 ? comment : undefined))
    .join('---\n'),
  title,
});

export const jsonFile = (path: string, title: string, value: unknown): Artefact => ({
  path,
  mediaType: 'application/json',
  content: `${JSON.stringify(value, null, 2)}\n`,
  title,
});

/** A file of lines; nested lists are flattened, `false` and `undefined` are left out. */
export const textFile = (path: string, mediaType: string, title: string, lines: Lines): Artefact => ({
  path,
  mediaType,
  content: `${flatten(lines).join('\n')}\n`,
  title,
});

export type Lines = readonly (string | false | undefined | Lines)[];

export const flatten = (lines: Lines): readonly string[] =>
  lines.flatMap((line): readonly string[] => {
    if (line === false || line === undefined) return [];
    return typeof line === 'string' ? [line] : flatten(line);
  });

export const markdownFile = (path: string, title: string, lines: Lines): Artefact =>
  // The file ends with a newline already: a last empty line would be a second one.
  textFile(path, 'text/markdown', title, lines.at(-1) === '' ? lines.slice(0, -1) : lines);

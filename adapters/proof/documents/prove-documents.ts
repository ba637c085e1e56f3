import type { Artefact } from '@archwright/model';
import { LineCounter, parseAllDocuments } from 'yaml';
import { packageVersion } from '../package-version.ts';
import { Fault, lineOfFault } from './fault.ts';
import { messageOf, proveEach, type Prover } from '../proof.ts';

/** The largest file that is read: the duplicate-key check of the YAML parser takes time with the square of the keys. */
const LARGEST = 2_000_000;

/** YAML and JSON files that no closer tool reads: they parse, with no key twice. */
export const proveDocuments: Prover = async (artefacts) => {
  const yaml = artefacts.filter(({ path }) => /\.ya?ml$/.test(path) && !/(?:openapi|asyncapi)\.ya?ml$/.test(path));
  const json = artefacts.filter(({ path }) => /\.jsonc?$/.test(path));
  const parser = { tool: 'yaml', version: packageVersion('yaml') };
  return [
    ...(await proveEach(parser, 'it is YAML, with no key twice', yaml, ({ content }) => parseYaml(content), lineOfFault)),
    ...(await proveEach(
      { tool: 'JSON.parse', version: 'ECMAScript' },
      'it is JSON',
      json,
      (artefact) => parseJson(plainJson(artefact)),
      (error, artefact) => lineInJson(messageOf(error), plainJson(artefact)),
    )),
  ];
};

function parseYaml(content: string): string {
  if (content.length > LARGEST) throw new Error(`longer than ${LARGEST} characters`);
  const lineCounter = new LineCounter();
  const documents = [...parseAllDocuments(content, { lineCounter, strict: true, uniqueKeys: true })];
  for (const { errors } of documents)
    if (errors[0]) throw new Fault(errors[0].message, lineCounter.linePos(errors[0].pos[0]).line);
  return `${documents.length} ${documents.length === 1 ? 'document' : 'documents'}`;
}

/** JSON with comments keeps its lines and loses their text, where a line is nothing but a comment: so are ours. */
const plainJson = ({ path, content }: Artefact): string =>
  path.endsWith('.jsonc') ? content.replace(/^[ \t]*\/\/[^\n]*$/gm, '') : content;

function parseJson(content: string): string {
  JSON.parse(content);
  return 'parsed';
}

function lineInJson(message: string, content: string): number | undefined {
  const position = /position (\d{1,9})/.exec(message)?.[1];
  return position === undefined ? undefined : content.slice(0, Number(position)).split('\n').length;
}

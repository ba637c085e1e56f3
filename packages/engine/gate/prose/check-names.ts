import { readWords } from '../../intake/words/read-words.ts';
import { technologyMentions } from '../../intake/constraint/index.ts';
import { singularise } from '../../intake/words/index.ts';
import { blank, type Report } from './prose-fault.ts';
import { samePath, type Speech } from './speech.ts';

/** `code` must be something of the design. @returns the text with every span of code blanked */
export function checkCode(text: string, { identifiers, paths, words }: Speech, report: Report): string {
  let rest = text;
  for (const match of text.matchAll(/`([^`\n]{0,300})`/g)) {
    const name = match[1]!.trim();
    const path = samePath(name.replace(/^(?:GET|POST|PUT|PATCH|DELETE|STREAM) /, ''));
    const isKnown = identifiers.has(name) || paths.has(path) || (/^[\p{L}-]+$/u.test(name) && words.has(name.toLowerCase()));
    if (!isKnown) report(match.index, match.index + match[0].length, 'names nothing of the design');
    rest = blank(rest, match.index, match.index + match[0].length);
  }
  return rest;
}

/** Endpoints and files. @returns the text with them blanked */
export function checkPaths(text: string, { paths, identifiers }: Speech, report: Report): string {
  let rest = text;
  const found = text.matchAll(
    /(?:\b(GET|POST|PUT|PATCH|DELETE) +)?((?<![\p{L}\p{N}])\/[\w{}:.~%-]+(?:\/[\w{}:.~%-]+)*\/?|(?<![\p{L}\p{N}/])[\w-]+(?:\/[\w{}.-]+)*\.(?:ya?ml|sql|mmd|svg|md|json|csv|proto|tf|ts|js|html)\b)/gu,
  );
  for (const match of found) {
    const path = match[2]!.replace(/[.:]$/, '');
    const end = match.index + match[0].replace(/[.:]$/, '').length;
    const isKnown = match[1]
      ? identifiers.has(`${match[1]} ${path}`) || hasMethod(match[1], path, identifiers)
      : paths.has(samePath(path)) || identifiers.has(path);
    if (!isKnown) report(match.index, end, path.startsWith('/') ? 'is no endpoint of the design' : 'is no file of the design');
    rest = blank(rest, match.index, match.index + match[0].length);
  }
  return rest;
}

const hasMethod = (method: string, path: string, identifiers: ReadonlySet<string>): boolean =>
  [...identifiers].some((known) => known.startsWith(`${method} `) && samePath(known.slice(method.length + 1)) === samePath(path));

/** What a word in front of these is the name of. */
const THING =
  /\b([\p{L}][\p{L}\p{N}_-]*) (tables?|columns?|endpoints?|quer(?:y|ies)|index(?:es)?|topics?|buckets?|queues?|services?|workers?|databases?|streams?|caches?|clusters?)\b/giu;
/** Words that describe and do not name. */
const DESCRIBING =
  /^(?:a|an|the|this|that|these|those|each|every|its|their|our|your|no|any|some|all|both|one|single|same|own|other|another|which|whose|what|more|most|new|main|large|largest|small|separate|managed|existing|first|second|last|partitioned|of|and|or|in|on|per|to|by|for|with|from|as|is|are|not|only|append-only|dead-letter|relational|external|internal|background|extra|dedicated|shared|hot|busiest|slow|read|write)$/i;

export function checkThings(text: string, { tables, words }: Speech, report: Report): void {
  for (const match of text.matchAll(THING)) {
    const [name, thing] = [match[1]!.toLowerCase(), singularise(match[2]!.toLowerCase())];
    if (DESCRIBING.test(name)) continue;
    const isKnown =
      thing === 'table' ? tables.has(name) || tables.has(singularise(name)) : words.has(name) || words.has(singularise(name));
    if (!isKnown) report(match.index, match.index + match[0].length, `is no ${thing} of the design`);
  }
}

/** Names built like identifiers or proper names must be known; ordinary words are free. */
export function checkProperNames(text: string, { identifiers, words, tables }: Speech, report: Report): void {
  const isKnown = (name: string): boolean =>
    identifiers.has(name) ||
    tables.has(name.toLowerCase()) ||
    words.has(name.toLowerCase()) ||
    words.has(singularise(name.toLowerCase()));
  for (const match of text.matchAll(/[\p{L}][\p{L}\p{N}]*(?:_[\p{L}\p{N}]+)+/gu))
    if (!isKnown(match[0])) report(match.index, match.index + match[0].length, 'names nothing of the design');
  for (const match of text.matchAll(/(?<![\p{L}\p{N}_])\p{L}*\p{Ll}\p{Lu}\p{L}*/gu))
    if (!isKnown(match[0])) report(match.index, match.index + match[0].length, 'is a name the design does not have');
  // Inside a sentence a capital makes a name.
  for (const match of text.matchAll(/(?<=[\p{Ll},;)] )\p{Lu}[\p{L}]{2,}/gu))
    if (!isKnown(match[0])) report(match.index, match.index + match[0].length, 'is a name the design does not have');
}

/** Technologies that were weighed here, each at most with the version that has evidence. @returns the text with versions blanked */
export function checkTechnologies(text: string, { catalogue, technologies, versions, words }: Speech, report: Report): string {
  let rest = text;
  for (const { technology, at } of technologyMentions(readWords(text), catalogue.technologies)) {
    const [start, end] = [at.start!, at.end!];
    const isWeighed = technologies.has(technology.id) || words.has(technology.name.toLowerCase());
    if (!isWeighed) report(start, end, 'was not weighed in this design');
    const said = /^(?:[ -]| version | v| release )+(\d+(?:\.(?:\d+|x))*)(?![\p{L}\d%])/iu.exec(text.slice(end, end + 60));
    if (!said) continue;
    const known = versions.get(technology.id);
    const isKnown = known !== undefined && isPartOf(said[1]!, known);
    // "PostgreSQL 3 replicas": a count, which is not looked at here.
    if (!isKnown && /^ +\d+ [\p{Ll}%]/u.test(text.slice(end, end + 60))) continue;
    if (!isKnown)
      report(
        start,
        end + said[0].length,
        known === undefined ? 'has no version with evidence' : `is not the version with evidence, ${known}`,
      );
    rest = blank(rest, end, end + said[0].length);
  }
  return rest;
}

/** `17` and `17.x` of `17.6`. */
const isPartOf = (said: string, version: string): boolean => {
  const parts = said.replace(/(?:\.x)+$/i, '').split('.');
  return parts.every((part, index) => version.replace(/^v/, '').split('.')[index] === part);
};

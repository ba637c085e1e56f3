import { formatQuantity, type Unit } from '@archwright/kernel';
import { readQuantities } from '../../intake/quantity/index.ts';
import { blank, type Report } from './prose-fault.ts';
import type { Speech } from './speech.ts';

const NUMBER_WORD =
  /\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundreds?|thousands?|millions?|billions?|trillions?|half|halves|halved|thirds?|quarters?|twice|thrice|double[ds]?|triple[ds]?|tenfold|hundredfold|percent|nines)\b/gi;
/** Not only digits: `p99`, `s3`, `oauth2`, `10k`. */
const WITH_DIGIT = /[\p{L}\p{N}$€£][\p{L}\p{N}.,_:/%$+-]*/gu;

/**
 * A number may be the user's own, in its unit, or a right count of things the design lists; figures of the design are cited by
 * their id, so that none is retyped, rounded or put beside the wrong words. What no quantity explains must be a word of the design.
 */
export function checkNumbers(text: string, speech: Speech, report: Report): void {
  let rest = dates(versions(text, speech, report), speech, report);
  for (const mention of readQuantities(rest).value) {
    const { start, end, quote, amount, unit, value } = mention;
    if (/^\s*(?:a|an|one|each|every|once)\b/i.test(quote) && !/\d/.test(quote)) continue;
    const counted = mention.kind === 'count' ? speech.counts.get(mention.noun?.head ?? '') : undefined;
    const isRight = counted === undefined ? speech.isStated(value.likely, unit) : counted === amount.likely;
    if (!isRight)
      report(start, end, counted === undefined ? notStated(value.likely, unit, speech) : `is wrong: the design has ${counted}`);
    rest = blank(rest, start, end);
  }
  for (const match of rest.matchAll(NUMBER_WORD))
    report(match.index, match.index + match[0].length, 'is a number that is no figure of the design');
  for (const match of rest.matchAll(WITH_DIGIT)) {
    const word = match[0].replace(/[.,:/-]+$/, '');
    if (!/\d/.test(word) || isListMark(rest, match.index, word)) continue;
    const isWord = /\p{L}/u.test(word) && speech.words.has(word.toLowerCase());
    const isFigure = /^\d[\d,]*(?:\.\d+)?$/.test(word) && speech.isStated(Number(word.replaceAll(',', '')), 'count');
    if (!isWord && !isFigure) report(match.index, match.index + word.length, 'is not a figure of the design');
  }
}

function notStated(value: number, unit: Unit, speech: Speech): string {
  const id = speech.figureLike(value, unit);
  return id === undefined
    ? `is not a figure of the design (${formatQuantity(value, unit)})`
    : `is a number without a citation: write {{${id}}} if that figure is meant`;
}

/** `1.` at the start of a line. */
const isListMark = (text: string, at: number, word: string): boolean =>
  /^\d{1,2}$/.test(word) && /^[.)] /.test(text.slice(at + word.length)) && /(?:^|\n)\s*$/.test(text.slice(0, at));

/** Numbers with two dots, and what is called a version. @returns the text with them blanked */
function versions(text: string, { versions: known, words }: Speech, report: Report): string {
  let rest = text;
  for (const match of text.matchAll(
    /\b(?:v|version |release )?(\d+(?:\.\d+){2,}[\w.+-]*)|\b(?:v|version |release )(\d+(?:\.\d+)*)\b/gi,
  )) {
    const version = (match[1] ?? match[2])!.replace(/[.-]$/, '');
    if (
      ![...known.values()].some((one) => one === version || one.startsWith(`${version}.`)) &&
      !words.has(match[0].toLowerCase())
    )
      report(match.index, match.index + match[0].length, 'is a version without evidence');
    rest = blank(rest, match.index, match.index + match[0].length);
  }
  return rest;
}

/** Days must be of the design: its own, a stage's, a source's. @returns the text with them blanked */
function dates(text: string, { words }: Speech, report: Report): string {
  let rest = text;
  for (const match of text.matchAll(/\b\d{4}-\d{2}-\d{2}\b/g)) {
    if (!words.has(match[0])) report(match.index, match.index + match[0].length, 'is no date of the design');
    rest = blank(rest, match.index, match.index + match[0].length);
  }
  return rest;
}

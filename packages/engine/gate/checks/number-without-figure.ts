import { formatNumber, formatQuantity } from '@archwright/kernel';
import { spokenQuantities } from '@archwright/generators';
import type { Design } from '@archwright/model';
import { type Check, none } from '../check.ts';

const NUMBER = /(?<![\w.#/:-])\d[\d,]*(?:\.\d+)?/g;

/** Text that is not prose: code, tables of contracts, links, list numbers and dates. */
const prose = (markdown: string): string =>
  markdown
    .replace(/```[\s\S]*?```/g, ' ')
    .replace(/`[^`\n]*`/g, ' ')
    .replace(/\]\([^)\n]*\)/g, ' ')
    .replace(/https?:\/\/\S+/g, ' ')
    .replace(/^#+ .*$/gm, ' ')
    .replace(/^\s*\d+\. /gm, ' ')
    .replace(/\b\d{4}-\d{2}-\d{2}(?:T[\d:.]+Z?)?\b/g, ' ');

const numbersIn = (text: string): readonly string[] => text.match(NUMBER) ?? [];

/** Every number that the design itself holds: formatted figures at their three values, and the words of its parts. */
function known(design: Design): ReadonlySet<string> {
  const figures = design.figures.flatMap(({ low, likely, high, unit }) =>
    [...new Set([low, likely, high])].flatMap((value) => [
      ...numbersIn(formatQuantity(value, unit)),
      ...numbersIn(formatNumber(value)),
    ]),
  );
  const texts = numbersIn(
    JSON.stringify({
      ...design,
      figures: design.figures.map(({ label, source, reason, at }) => [label, source, reason, at?.quote]),
    }).replace(/\\[nt"]/g, ' '),
  );
  return new Set([...figures, ...texts, ...spokenQuantities(design).flatMap(numbersIn)]);
}

/**
 * A number in the text that is neither a figure nor part of what the design cites was made up by a generator. Counts of
 * listed things below a hundred are allowed: the reader can count them.
 */
export const numberWithoutFigure: Check = {
  id: 'number-without-figure',
  title: 'Every number in the text is a figure, a citation or a count',
  run({ design, response, proofs }) {
    // What a proof counted is on record with it.
    const allowed = new Set([
      ...known(design),
      ...proofs.flatMap(({ tool, version, claim, log }) => numbersIn(`${tool} ${version} ${claim} ${log}`)),
    ]);
    const strangers = [...new Set(numbersIn(prose(response)))].filter(
      (number) => !allowed.has(number) && !(Number.isInteger(Number(number)) && Number(number) < 100),
    );
    return none(
      strangers.slice(0, 8).map((number) => `${number} is not a figure of the design`),
      'no number stands on its own',
    );
  },
};

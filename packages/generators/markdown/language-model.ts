import type { ModelContribution } from '@archwright/model';
import { markdownCode } from '../escape/markdown.ts';
import { bullets, section, stack, table } from './page.ts';
import { inline } from './text.ts';

const MOST_ROWS = 12;

/** What each ending means for the reader. */
const OUTCOMES: Readonly<Record<ModelContribution['outcome'], string>> = {
  accepted:
    'read the brief as well. Every number and name in its note was checked against this design; whether its sentences are right was not.',
  overruled:
    'was asked and could not submit anything that holds: this is the engine’s own answer, and nothing of the model stands in it.',
  unavailable: 'could not be asked to the end: this is the engine’s own answer, and nothing of the model stands in it.',
};

/** What a language model added and what it failed; claims stand in code font, since their numbers are not the design's. */
export function languageModel(contribution: ModelContribution | undefined): string {
  if (!contribution) return '';
  const { model, outcome, requirements, suggestions, options, note, failures } = contribution;
  const read = requirements.map(({ statement, at }) => [
    inline(statement),
    at?.quote === undefined ? '' : `“${inline(at.quote)}”`,
    inline(at?.source === 'file' ? `${at.name}:${at.line}` : at?.source === 'answer' ? 'an answer' : 'the brief'),
  ]);
  const asked = suggestions.slice(0, MOST_ROWS).map(({ claim, why }) => [markdownCode(claim, 'cell'), markdownCode(why, 'cell')]);
  const weighed = options.map(({ decision, name, verdict, because }) => [
    inline(decision),
    inline(name),
    verdict,
    inline(because),
  ]);
  return section(
    '## Language model',
    `${markdownCode(model)} ${OUTCOMES[outcome]}`,
    note === undefined ? '' : quoted(note),
    stack(
      read.length > 0 ? 'Requirements it found in words the reader had missed:' : '',
      table(['requirement', 'words', 'in'], read),
    ),
    stack(
      asked.length > 0 ? 'Claims its quotes do not carry, taken for questions and used nowhere:' : '',
      table(['is it so that', 'why it was not taken'], asked),
    ),
    stack(
      weighed.length > 0 ? 'Options it proposed, with this design’s own verdict:' : '',
      table(['decision', 'option', 'verdict', 'because'], weighed),
    ),
    stack(failures.length > 0 ? 'Refused:' : '', bullets(failures.slice(0, MOST_ROWS).map((failure) => markdownCode(failure)))),
  );
}

/** The model's own words, set apart from the answer's. */
const quoted = (note: string): string =>
  note
    .trim()
    .split(/\n\s*\n/)
    .map((paragraph) =>
      paragraph
        .split('\n')
        .map((line) => `> ${inline(line.trim())}`)
        .join('\n'),
    )
    .join('\n>\n');

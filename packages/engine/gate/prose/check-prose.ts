import { formatQuantity } from '@archwright/kernel';
import { checkForm, LONGEST_PROSE } from './check-form.ts';
import { checkCode, checkPaths, checkProperNames, checkTechnologies, checkThings } from './check-names.ts';
import { checkNumbers } from './check-numbers.ts';
import { blank, type ProseFault, reporter } from './prose-fault.ts';
import type { Speech } from './speech.ts';

export interface CheckedProse {
  /** The prose with every `{{figure}}` replaced by its value and its id. Only to be shown where there are no faults. */
  readonly text: string;
  /** In the order they stand. */
  readonly faults: readonly ProseFault[];
}

const CITATION = /\{\{ ?([^{}\n]{1,200}?) ?\}\}/g;

/**
 * Holds prose that somebody else wrote to what a design says. Numbers, prices, versions, technologies, tables, endpoints and
 * proper names must be the design's own; `{{figure-id}}` stands for a figure and is filled in here. Whether a sentence is
 * *true* of the figure it names is not decided: the prose is shown as written by a model.
 */
export function checkProse(prose: string, speech: Speech): CheckedProse {
  const faults: ProseFault[] = [];
  const report = reporter(prose, faults);
  checkForm(prose, report);
  if (prose.length > LONGEST_PROSE) return { text: '', faults };
  const { text, bare } = fill(prose, speech, report);
  const withoutCode = checkCode(bare, speech, report);
  const withoutPaths = checkPaths(withoutCode, speech, report);
  const withoutVersions = checkTechnologies(withoutPaths, speech, report);
  checkNumbers(withoutVersions, speech, report);
  checkThings(withoutPaths, speech, report);
  checkProperNames(withoutPaths, speech, report);
  return { text, faults: faults.sort((a, b) => a.start - b.start) };
}

function fill(
  prose: string,
  { design }: Speech,
  report: (start: number, end: number, message: string) => void,
): { text: string; bare: string } {
  const figures = new Map(design.figures.map((figure) => [figure.id, figure]));
  let bare = prose;
  const text = prose.replace(CITATION, (all: string, id: string, at: number) => {
    const figure = figures.get(id);
    if (!figure) report(at, at + all.length, 'is no figure of the design');
    bare = blank(bare, at, at + all.length);
    return figure ? `${formatQuantity(figure.likely, figure.unit)} (\`${id}\`)` : all;
  });
  return { text, bare };
}

import { type FigureBook, formatQuantity } from '@archwright/kernel';
import type { Catalogue, Question, Reading } from '@archwright/model';
import { isUnscaled } from '../workload/operation-rates.ts';
import type { Workload } from '../workload/workload.ts';
import { openUnknowns, type Unknown } from './unknowns.ts';
import { type Information, type Redesign, suppose, type Supposition, valueOfInformation } from './value-of-information.ts';

const MOST_QUESTIONS = 5;
/** A cost change below this share of the bill, with no decision flipped, is not worth a question. */
const NOTABLE = 0.1;

/**
 * The questions whose answers would change the design most: each unknown is designed at both ends of its prior and ranked by
 * decisions flipped, feasibility lost and money moved. What changes nothing is not asked.
 */
export function rankQuestions(
  reading: Reading,
  figures: FigureBook,
  workload: Workload,
  catalogue: Catalogue,
): readonly Question[] {
  const base = suppose(reading, figures, catalogue, []);
  const bill = base.candidate?.monthly ?? 0;
  const titles = new Map(catalogue.decisionPoints.map(({ id, title }) => [id as string, title]));
  const unknowns = openUnknowns(reading, workload);
  // Where the scale is open too, another unknown may matter only at the large end: it is tried there.
  const scale = unknowns.find(({ key }) => DOMINANT.has(key) && key !== 'query-pattern')?.high;
  const valued = unknowns.map((unknown) => {
    const pair = (beside: readonly Supposition[]) => {
      const [low, high] = [
        suppose(reading, figures, catalogue, [...beside, unknown.low], base.candidate),
        suppose(reading, figures, catalogue, [...beside, unknown.high], base.candidate),
      ];
      return { unknown, low, high, information: valueOfInformation(low, high) };
    };
    const here = pair([]);
    return (scale && !DOMINANT.has(unknown.key)) || (scale && unknown.key === 'query-pattern')
      ? moreInformative(here, pair([scale]))
      : here;
  });
  const worth = valued.filter(
    ({ information }) => information.flips.length > 0 || information.losesFeasibility || information.costMoved > bill * NOTABLE,
  );
  const blocking = isUnscaled(reading);
  const weight = ({ flips, costMoved, losesFeasibility }: Information): number =>
    flips.length + (losesFeasibility ? 5 : 0) + Math.log10(1 + costMoved);
  return worth
    .sort(
      (a, b) =>
        Math.min(a.unknown.priority, 4) - Math.min(b.unknown.priority, 4) || weight(b.information) - weight(a.information),
    )
    .slice(0, MOST_QUESTIONS)
    .map(({ unknown, low, high, information }): Question => ({
      id: unknown.id,
      question: unknown.question,
      key: unknown.key,
      ...(unknown.subject && { subject: unknown.subject }),
      default: unknown.default,
      changes: describeChange(low, high, information, titles),
      blocking: blocking && DOMINANT.has(unknown.key),
      flips: information.flips,
      costMoved: information.costMoved,
    }));
}

interface Valued {
  readonly unknown: Unknown;
  readonly low: Redesign;
  readonly high: Redesign;
  readonly information: Information;
}
const moreInformative = (a: Valued, b: Valued): Valued => (b.information.flips.length > a.information.flips.length ? b : a);

const DOMINANT = new Set(['volume', 'volume.peak', 'users', 'users.daily', 'data.rate', 'query-pattern', 'population']);

function describeChange(
  low: Redesign,
  high: Redesign,
  { flips, costMoved, losesFeasibility }: Information,
  titles: ReadonlyMap<string, string>,
): string {
  const name = (redesign: Redesign, point: string): string =>
    redesign.candidate?.choices.find((choice) => choice.point === point)?.option.name ?? 'nothing feasible';
  const first = flips
    .slice(0, 2)
    .map((point) => `${titles.get(point) ?? point}: ${name(low, point)} at the low end, ${name(high, point)} at the high end`);
  const rest = flips.length > 2 ? [`${flips.length - 2} more decisions`] : [];
  const money = costMoved >= 1 ? [`the bill moves by ${formatQuantity(costMoved, 'USD/month')}`] : [];
  return [...first, ...rest, ...(losesFeasibility ? ['one end has no feasible design'] : []), ...money].join('; ');
}

export type { Unknown };

import { type Figure, type FigureBook, interval } from '@archwright/kernel';
import type { Demand, Reading, Requirement } from '@archwright/model';
import { shorthand } from '../workload/shorthand.ts';
import type { Workload } from '../workload/workload.ts';
import { expectedAvailability, expectedRecovery, type Leniency } from './expectations.ts';
import type { CrossConstraint } from './limits.ts';
import type { RecoveryLimit } from './recovery.ts';

/** Hours an engineer works on this product in a month, and the shares of them for building and for running. */
const WORK = {
  month: {
    label: 'productive hours of an engineer a month',
    value: interval(110, 130, 150),
    unit: 'h/month',
    reason: 'a working month of about 160 hours less meetings, leave and training',
  },
  run: {
    label: 'share of a team’s time that operation may take',
    value: interval(0.1, 0.2, 0.3),
    unit: 'ratio',
    reason: 'above a fifth to a third, operation crowds out the product',
  },
  build: {
    label: 'share of a team’s time for this backend until release',
    value: interval(0.4, 0.6, 0.8),
    unit: 'ratio',
    reason: 'the rest goes to the product’s other parts',
  },
} as const;

export type LimitFigures = Readonly<Partial<Record<CrossConstraint | RecoveryLimit, Figure>>>;

const isHard = ({ origin }: Requirement): boolean => origin !== 'assumed';

/** The shortest round trip between a user and a server, s. */
const FASTEST_FELT = 0.01;

/**
 * The limits on the whole design, each as a figure: what is stated, what is expected where nobody says, and what the team can give.
 *
 * @param leniency - how far what is only expected has given way
 */
export function limitFigures(
  reading: Reading,
  demand: Demand,
  workload: Workload,
  book: FigureBook,
  leniency: Leniency,
): LimitFigures {
  const make = shorthand(book);
  const stated = (key: Requirement['key']): Figure | undefined => {
    const found = reading.requirements.filter((one) => one.key === key && one.figure && isHard(one));
    // No network answers a user faster than this: such a target is about a look-up inside.
    const felt = (figure: Figure): boolean => key !== 'latency' || figure.likely > FASTEST_FELT;
    return found
      .map(({ figure }) => book.need(figure!))
      .filter(felt)
      .sort((a, b) => (key === 'availability' ? b.likely - a.likely : a.likely - b.likely))[0];
  };
  const [budget, availability, latency, team, timeline, rpo, rto] = [
    stated('budget'),
    stated('availability') ?? expectedAvailability(demand, reading, leniency, make),
    stated('latency'),
    stated('team.size'),
    stated('timeline'),
    ...(['rpo', 'rto'] as const).map((name) => stated(name) ?? expectedRecovery(name, workload, reading, leniency, make)),
  ];
  const assumed = ({ label, value, unit, reason }: (typeof WORK)[keyof typeof WORK], id: string) =>
    make.assumed(`assumed.${id}`, label, value, unit, reason);
  const month = team && assumed(WORK.month, 'hours-a-month');
  const runHours =
    team &&
    month &&
    make.compute('limit.run-hours', 'hours a month the team can give to operation', 'h/month', 'team * month * share', {
      team,
      month,
      share: assumed(WORK.run, 'run-share'),
    });
  const buildHours =
    team &&
    month &&
    timeline &&
    make.compute(
      'limit.build-hours',
      'hours of building until the first release',
      'h',
      'team * month * share * timeline / perMonth',
      { team, month, share: assumed(WORK.build, 'build-share'), timeline, perMonth: book.need('constant.month') },
    );
  const fees = workload.fees.map(({ monthly }) => monthly);
  const left =
    budget && fees.length > 0
      ? make.compute('limit.budget', 'budget left for infrastructure after provider fees', 'USD/month', 'max(0, budget - fees)', {
          budget,
          fees: make.sum('cost.provider-fees', 'provider fees a month', 'USD/month', fees, 'no provider charges'),
        })
      : budget;
  return {
    ...(left && { budget: left }),
    ...(availability && { availability }),
    ...(latency && { latency }),
    ...(rpo && { rpo }),
    ...(rto && { rto }),
    ...(runHours && { runHours }),
    ...(buildHours && { buildHours }),
  };
}

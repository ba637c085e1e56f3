import { formatQuantity } from '@archwright/kernel';
import { type Check, failed, passed } from '../check.ts';

/** B5: a many-part design for a team that cannot run it. */
export const teamCanOperate: Check = {
  id: 'team-can-operate',
  title: 'The team can operate what is designed',
  run({ design }) {
    const figure = (id: string) => design.figures.find((one) => one.id === id);
    const [run, limit] = [figure('hours.run'), figure('limit.run-hours')];
    if (!run) return failed('the design does not say how many hours it takes to run');
    if (!limit) return passed(`needs ${formatQuantity(run.likely, run.unit)}; the brief names no team to hold it against`);
    return run.likely <= limit.likely
      ? passed(
          `needs ${formatQuantity(run.likely, run.unit)} of the ${formatQuantity(limit.likely, limit.unit)} the team can give`,
        )
      : failed(`needs ${formatQuantity(run.likely, run.unit)}, the team can give ${formatQuantity(limit.likely, limit.unit)}`);
  },
};

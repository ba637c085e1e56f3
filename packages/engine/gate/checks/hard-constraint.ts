import { formatQuantity } from '@archwright/kernel';
import type { Design } from '@archwright/model';
import { type Check, none } from '../check.ts';

const stated = (design: Design, key: string): number | undefined =>
  design.requirements
    .filter((one) => one.key === key && one.origin !== 'assumed')
    .map(({ quantity }) => quantity?.likely)
    .filter((one): one is number => one !== undefined)
    .sort((a, b) => a - b)[0];

/** B6: the design keeps what was asked for; held against the figures, not against the search that made it. */
export const hardConstraint: Check = {
  id: 'hard-constraint',
  title: 'No hard constraint is bypassed',
  run({ design, catalogue }) {
    const figure = (id: string) => design.figures.find((one) => one.id === id)?.likely;
    const [budget, monthly] = [stated(design, 'budget'), figure('cost.infrastructure')];
    const availability = design.requirements
      .filter(({ key, origin }) => key === 'availability' && origin !== 'assumed')
      .map(({ quantity }) => quantity?.likely ?? 0)
      .sort((a, b) => b - a)[0];
    const reached = figure('availability.design');
    const chosen = new Set(
      design.decisions.flatMap(({ chosen: id, technologies }) => [
        id,
        ...technologies,
        ...(catalogue.options.find((option) => option.id === id)?.tags ?? []),
      ]),
    );
    const banned = design.requirements.filter(
      ({ key, subject, value }) => key === 'prohibition' && (chosen.has(subject ?? '') || chosen.has(value ?? '')),
    );
    const slow = design.architecture.slos.flatMap(({ kind, origin, flow, threshold }) => {
      const limit = kind === 'latency' && origin === 'stated' && threshold ? figure(threshold) : undefined;
      const found = design.architecture.flows.find(({ id }) => id === flow);
      const p99 = found?.latencyP99 ? figure(found.latencyP99) : undefined;
      return found && limit !== undefined && p99 !== undefined && p99 > limit * 1.000001
        ? [`${found.title} takes ${formatQuantity(p99, 's')} at p99, asked for ${formatQuantity(limit, 's')}`]
        : [];
    });
    const lossy = (['rpo', 'rto'] as const).flatMap((key) => {
      const limit = stated(design, key);
      const cost = figure(key === 'rpo' ? 'recovery.data-lost' : 'recovery.time-back');
      return limit !== undefined && cost !== undefined && cost > limit * 1.000001
        ? [`${key.toUpperCase()} is ${formatQuantity(cost, 's')}, asked for ${formatQuantity(limit, 's')}`]
        : [];
    });
    const faults = [
      budget !== undefined &&
        monthly !== undefined &&
        monthly > budget * 1.000001 &&
        `costs ${formatQuantity(monthly, 'USD/month')}, the budget is ${formatQuantity(budget, 'USD/month')}`,
      availability !== undefined &&
        reached !== undefined &&
        reached < availability - 1e-9 &&
        `offers ${reached}, asked for ${availability}`,
      ...slow,
      ...lossy,
      ...banned.map(({ statement }) => `uses what was ruled out: ${statement}`),
    ];
    return none(
      faults.filter((one): one is string => Boolean(one)),
      'budget, availability, latency, recovery and prohibitions hold on the figures shown',
    );
  },
};

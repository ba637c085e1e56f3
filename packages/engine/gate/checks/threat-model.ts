import { type Check, none } from '../check.ts';

/** B4: a control without the threat it answers is decoration. */
export const threatModel: Check = {
  id: 'threat-model',
  title: 'Security configuration answers a threat model',
  onlyFull: true,
  run({ design }) {
    const flows = new Set(design.threats.map(({ flow }) => flow));
    const inward = design.architecture.connections.filter(
      ({ from }) => design.architecture.components.find(({ id }) => id === from)?.kind === 'client',
    );
    const uncovered = inward.filter(({ id }) => !flows.has(id) && design.threats.length === 0);
    return none(
      [...(design.threats.length === 0 ? ['no threat is named'] : []), ...uncovered.map(({ id }) => `${id} has no threat`)],
      `${design.threats.length} threats over ${flows.size} flows, each with its control`,
    );
  },
};

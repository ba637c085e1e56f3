import { standsBeside } from '../../decide/pose-problem.ts';
import { type Check, none } from '../check.ts';

/** B3: a departure from a decision that was already made needs its reason. */
export const existingDecision: Check = {
  id: 'existing-decision',
  title: 'No existing decision is overridden without a reason',
  run({ design, catalogue }) {
    const given = design.requirements.filter(({ key, origin }) => key === 'existing' && origin !== 'assumed');
    const chosen = new Set(design.decisions.flatMap(({ technologies }) => technologies));
    const chosenPoints = new Set(design.decisions.map(({ id }) => id));
    const dropped = given.filter(
      (requirement) =>
        requirement.subject !== undefined &&
        !chosen.has(requirement.subject) &&
        catalogue.options.some(
          ({ technologies, decision }) =>
            technologies[0] === requirement.subject && chosenPoints.has(decision) && !standsBeside(requirement, decision),
        ) &&
        !design.decisions.some(({ departure, existing }) => departure ?? existing),
    );
    return none(
      dropped.map(
        ({ statement, at }) =>
          `${statement}${at?.name ? ` (${at.name}:${at.line ?? 1})` : ''} is set aside and no reason is given`,
      ),
      given.length > 0
        ? `${given.length} existing decisions kept or their departure explained`
        : 'no existing decision was given',
    );
  },
};

import { type Check, none } from '../check.ts';

export const deprecatedTechnology: Check = {
  id: 'deprecated-technology',
  title: 'Nothing deprecated or past its end of life is recommended silently',
  checklist: 'H4',
  run({ design, catalogue, response }) {
    const used = new Set(design.decisions.flatMap(({ technologies }) => technologies));
    const retired = catalogue.technologies.filter(({ id, status }) => used.has(id) && status !== 'active');
    const ended = design.versions.filter(({ endOfLife }) => endOfLife !== undefined && endOfLife.slice(0, 10) < design.date);
    const unsaid = [
      ...retired.map(({ name, status }) => ({ name, why: status })),
      ...ended.map(({ name, version, endOfLife }) => ({ name, why: `${version ?? ''} ended on ${endOfLife}` })),
    ].filter(({ name, why }) => !(response.includes(name) && response.includes(why)));
    return none(
      unsaid.map(({ name, why }) => `${name}: ${why}`),
      `${used.size} technologies, none deprecated or ended without saying so`,
    );
  },
};

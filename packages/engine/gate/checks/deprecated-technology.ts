import { type Check, none } from '../check.ts';

/** The response escapes what it quotes: only letters and digits are compared. */
const letters = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

export const deprecatedTechnology: Check = {
  id: 'deprecated-technology',
  title: 'Nothing deprecated or past its end of life is recommended silently',
  checklist: 'H4',
  run({ design, catalogue, response }) {
    const used = new Set(design.decisions.flatMap(({ technologies }) => technologies));
    const retired = catalogue.technologies.filter(({ id, status }) => used.has(id) && status !== 'active');
    const ended = design.versions.filter(({ endOfLife }) => endOfLife !== undefined && endOfLife.slice(0, 10) < design.date);
    const gone = design.versions.filter(({ technology, deprecated }) => used.has(technology) && deprecated !== undefined);
    const ofNote = [
      ...retired.map(({ name, status }) => ({
        name,
        why: design.versions.find((one) => one.name === name)?.deprecated ?? status,
      })),
      ...gone.map(({ name, deprecated }) => ({ name, why: deprecated! })),
      ...ended.map(({ name, version, endOfLife }) => ({ name, why: `${version ?? ''} ended on ${endOfLife}` })),
    ];
    const text = ofNote.length > 0 ? ` ${letters(response)} ` : '';
    const unsaid = ofNote.filter(({ name, why }) => !(text.includes(letters(name)) && text.includes(letters(why))));
    return none(
      [...new Set(unsaid.map(({ name, why }) => `${name}: ${why}`))],
      `${used.size} technologies, none deprecated or ended without saying so`,
    );
  },
};

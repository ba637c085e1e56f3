import type { Catalogue, Decision, Reading } from '@archwright/model';

/**
 * What the brief names and the design has no place for, with the reason: the workload does not ask for that kind of part. What was
 * weighed and lost stands at its decision.
 */
export function namedAndUnused(
  { requirements }: Reading,
  decisions: readonly Decision[],
  catalogue: Catalogue,
): readonly string[] {
  const used = new Set(decisions.flatMap(({ technologies }) => technologies));
  const weighed = new Set(decisions.map(({ id }) => id));
  return requirements.flatMap(({ key, subject, at, detail }) => {
    if (key !== 'existing' || at?.source !== 'brief' || detail === 'to be replaced' || !subject || used.has(subject)) return [];
    const points = new Set(
      catalogue.options.filter(({ technologies }) => technologies[0] === subject).map(({ decision }) => decision),
    );
    if (points.size === 0 || [...points].some((point) => weighed.has(point))) return [];
    const name = catalogue.technologies.find(({ id }) => id === subject)?.name ?? subject;
    const titles = catalogue.decisionPoints.filter(({ id }) => points.has(id)).map(({ title }) => title.toLowerCase());
    return [
      `${name}: named in the brief, and nothing in the workload asks for ${titles.map((title) => `“${title}”`).join(' or ')}`,
    ];
  });
}

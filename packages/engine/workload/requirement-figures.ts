import type { FigureBook } from '@archwright/kernel';
import type { Reading, Requirement } from '@archwright/model';

/** Every requirement with a quantity carries a figure: those that came from answers, files or rules get theirs here. */
export function withFigures(reading: Reading, figures: FigureBook): Reading {
  const requirements = reading.requirements.map((requirement): Requirement => {
    const { quantity, figure, id, key, statement, origin, at, reason } = requirement;
    if (!quantity || (figure && figures.get(figure))) return requirement;
    const existing = figures.get(id) ?? figures.get(key);
    if (existing && existing.likely === quantity.likely && existing.unit === quantity.unit)
      return { ...requirement, figure: existing.id };
    const { low, likely, high, unit } = quantity;
    const leaf = figures.leaf({
      id: existing ? `requirement.${id}` : id,
      label: statement,
      unit,
      low,
      likely,
      high,
      origin: origin === 'derived' ? 'rule' : origin,
      ...(at && { at }),
      reason: reason ?? statement,
    });
    return { ...requirement, figure: leaf.id };
  });
  return { ...reading, requirements };
}

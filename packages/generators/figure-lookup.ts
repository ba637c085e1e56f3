import { type Figure, formatQuantity, oncePer } from '@archwright/kernel';
import type { Design } from '@archwright/model';

/** The figures of one design by id. Every number a generator prints passes through here. */
export interface FigureLookup {
  /** @throws on an id the design has no figure for: a dangling reference is a bug of ours */
  figure(id: string): Figure;
  /** The likely value as a person reads it: `46.3/s`. @throws like `figure` */
  text(id: string): string;
  /** `text`, with the bounds where they differ: `46.3/s (9.26/s to 222/s)`. @throws like `figure` */
  range(id: string): string;
}

export const lookup = ({ figures }: Pick<Design, 'figures'>): FigureLookup => lookupIn(figures);

const lookupIn = oncePer((list: Design['figures']): FigureLookup => {
  const figures = new Map(list.map((figure) => [figure.id, figure]));
  const figure = (id: string): Figure => {
    const found = figures.get(id);
    if (!found) throw new Error(`the design has no figure "${id}"`);
    return found;
  };
  const text = (id: string): string => {
    const { likely, unit } = figure(id);
    return formatQuantity(likely, unit);
  };
  const range = (id: string): string => {
    const { low, high, unit } = figure(id);
    return low === high ? text(id) : `${text(id)} (${formatQuantity(low, unit)} to ${formatQuantity(high, unit)})`;
  };
  return { figure, text, range };
});

import type { Design } from '@archwright/model';

/** Planned use where a design names none: the middle of the usual planning range of 60 to 70 %. */
const USUAL_HEADROOM = 0.65;

export interface Headroom {
  /** Highest planned use of a resource at peak, 0-1. */
  readonly value: number;
  /** The figure it comes from; absent where the usual value is taken. */
  readonly figure?: string;
}

/** The use that the design plans for: the figure its capacity was computed with. */
export function headroomOf(design: Pick<Design, 'figures'>): Headroom {
  const figure = design.figures.find(({ id, unit }) => unit === 'ratio' && id.split('.').at(-1) === 'headroom');
  const usable = figure !== undefined && figure.likely > 0.1 && figure.likely < 1;
  return usable ? { value: figure.likely, figure: figure.id } : { value: USUAL_HEADROOM };
}

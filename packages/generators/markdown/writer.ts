import { type Figure, formatQuantity } from '@archwright/kernel';
import type { Artefact, Design, Gate, Proof } from '@archwright/model';
import { markdownCode } from '../escape/markdown.ts';
import { lookup } from '../figure-lookup.ts';
import { inline } from './text.ts';

/** What every section is written from. */
export interface Material {
  readonly design: Design;
  readonly artefacts: readonly Artefact[];
  readonly proofs: readonly Proof[];
  readonly gate?: Gate;
  readonly write: Writer;
}

/** Puts figures and names of one design into words. Everything returned is Markdown that is safe in a table cell. */
export interface Writer {
  /** `46.3/s`; empty for no figure. */
  value(figure: string | undefined): string;
  /** The value with the id that `archwright why` opens. */
  cite(figure: string | undefined): string;
  /** `value` with the bounds where they differ. */
  range(figure: string | undefined): string;
  /** Name of a component, for the reader. */
  component(id: string): string;
  /** A line of the summary: text as it is, or the figure, component or risk that its id names. */
  said(text: string): string;
  figure(id: string): Figure;
  /** Whether the design has this figure. */
  has(id: string): boolean;
}

export function writer(design: Design): Writer {
  const { figure } = lookup(design);
  const known = new Set(design.figures.map(({ id }) => id));
  const names = new Map(design.architecture.components.map(({ id, name }) => [id, name]));
  const risks = new Map(design.risks.map((risk) => [risk.id, `${risk.title}: ${risk.effect}`]));
  const value = (id: string | undefined): string => (id === undefined ? '' : quantity(figure(id).likely, figure(id).unit));
  const range = (id: string | undefined): string => {
    if (id === undefined) return '';
    const { low, high, unit } = figure(id);
    return low === high ? value(id) : `${value(id)} (${quantity(low, unit)} to ${quantity(high, unit)})`;
  };
  return {
    value,
    range,
    figure,
    has: (id) => known.has(id),
    cite: (id) => (id === undefined ? '' : `${value(id)} ${markdownCode(id, 'cell')}`),
    component: (id) => inline(names.get(id) ?? id),
    said: (text) =>
      known.has(text) ? `${range(text)} ${markdownCode(text, 'cell')}` : inline(names.get(text) ?? risks.get(text) ?? text),
  };
}

/** A quantity as a person reads it; shares near one keep the digits that matter: 99.95 %. */
export const quantity = (value: number, unit: string): string =>
  unit === 'ratio' && value > 0.9 && value < 1 ? percent(value) : formatQuantity(value, unit);

/** One digit behind the last nine: 99.95 %, 99.4 %, 90.1 %. */
function percent(share: number): string {
  const digits = Math.max(1, Math.ceil(-Math.log10(1 - share)) - 2);
  return `${Number((share * 100).toFixed(Math.min(6, digits)))} %`;
}

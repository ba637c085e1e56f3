import { type Figure, formatQuantity } from '@archwright/kernel';
import type { Design } from '@archwright/model';
import { html } from '../escape/html.ts';

/** Figures that the page opens: each has an element of its own, and what it was computed from can be opened from there. */
export interface Derivations {
  /** Whether the design has this figure. */
  has(id: string): boolean;
  /** A button that opens the figure; the id itself, or a sign where it stands beside a value that says enough. */
  button(id: string, compact: boolean): string;
  /** The elements of all figures with a button so far and of everything they were computed from. */
  elements(): string;
}

export function derivations({ figures }: Pick<Design, 'figures'>): Derivations {
  const known = new Map(figures.map((figure) => [figure.id, figure]));
  const place = new Map(figures.map(({ id }, index) => [id, `figure-${index + 1}`]));
  const asked = new Set<string>();
  const button = (id: string, compact: boolean): string => {
    asked.add(id);
    const inner = compact ? 'ƒ' : `<code>${html(id)}</code>`;
    const label = `how ${html(known.get(id)?.label ?? id)} (${html(id)}) was derived`;
    return `<button type="button" class="figure${compact ? ' compact' : ''}" popovertarget="${place.get(id)}"${compact ? ` aria-label="${label}" title="${html(id)}"` : ''}>${inner}</button>`;
  };
  return {
    has: (id) => known.has(id),
    button,
    elements() {
      const written: string[] = [];
      // The set grows while it is walked: opening a figure adds what it was computed from.
      for (const id of asked) written.push(element(known.get(id)!, place.get(id)!, (input) => inputLine(input)));
      return written.join('\n');
    },
  };

  function inputLine(id: string): string {
    const input = known.get(id);
    if (!input) return html(id);
    return `${html(formatQuantity(input.likely, input.unit))}, ${button(id, false)}`;
  }
}

function element(figure: Figure, id: string, input: (id: string) => string): string {
  const { low, likely, high, unit, formula, inputs, source, at, reason, origin } = figure;
  const text = (value: number): string => html(formatQuantity(value, unit));
  const rows: (readonly [string, string])[] = [
    ['value', low === high ? text(likely) : `${text(likely)} likely, ${text(low)} to ${text(high)}`],
    ...(formula === undefined ? [] : [['formula', `<code>${html(formula)}</code>`] as const]),
    ...(Object.keys(inputs).length === 0
      ? []
      : [
          [
            'with',
            `<ul>${Object.entries(inputs)
              .map(([name, from]) => `<li><code>${html(name)}</code> = ${input(from)}</li>`)
              .join('')}</ul>`,
          ] as const,
        ]),
    ['origin', html(origin)],
    ...(at?.quote === undefined ? [] : [['said', `“${html(at.quote)}”`] as const]),
    ...(source === undefined ? [] : [['source', `${linked(source.title, source.url)}, ${html(source.asOf)}`] as const]),
    ...(reason === undefined ? [] : [['because', html(reason)] as const]),
  ];
  const list = rows.map(([name, value]) => `<dt>${name}</dt><dd>${value}</dd>`).join('');
  return `<div class="derivation" id="${id}" popover="auto" role="dialog" aria-labelledby="${id}-name"><h3 id="${id}-name">${html(figure.label)} <code>${html(figure.id)}</code></h3><dl>${list}</dl></div>`;
}

const linked = (title: string, url: string | undefined): string =>
  url !== undefined && /^https?:\/\//i.test(url) ? `<a href="${html(url)}">${html(title)}</a>` : html(title);

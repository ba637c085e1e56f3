import { type Figure, formatQuantity } from '@archwright/kernel';
import type { Decision, Design } from '@archwright/model';

/** What a name of a design opens to. */
export type Explanation =
  | { readonly kind: 'figure'; readonly figure: Figure; readonly derivation: Derivation }
  | { readonly kind: 'decision'; readonly decision: Decision }
  | { readonly kind: 'unknown'; readonly closest: readonly string[] };

/** A figure with everything it was computed from, down to stated facts and sourced data. */
export interface Derivation {
  readonly id: string;
  readonly label: string;
  readonly value: number;
  readonly unit: string;
  readonly formula?: string;
  /** Of a leaf: where it comes from, in words. */
  readonly origin?: string;
  readonly inputs?: Readonly<Record<string, Derivation>>;
}

const SUGGESTIONS = 6;

/**
 * Opens a figure (by id) or a decision (by its decision point or its chosen option) of a design.
 *
 * @returns the closest names where nothing is called that
 */
export function explain(design: Pick<Design, 'figures' | 'decisions'>, name: string): Explanation {
  const figures = figuresById(design);
  const figure = figures.get(name);
  if (figure) return { kind: 'figure', figure, derivation: derivationOf(figure, figures) };
  const decision = design.decisions.find(({ id, chosen }) => id === name || chosen === name);
  if (decision) return { kind: 'decision', decision };
  return { kind: 'unknown', closest: closest(name, [...figures.keys(), ...design.decisions.map(({ id }) => id)]) };
}

/** The same as text: a tree for a figure, the options with their verdicts for a decision. */
export function explanationText(
  design: Pick<Design, 'figures'>,
  explanation: Exclude<Explanation, { kind: 'unknown' }>,
  depth = Infinity,
): string {
  return explanation.kind === 'figure'
    ? tree(explanation.figure, figuresById(design), depth).join('\n')
    : verdicts(explanation.decision);
}

type Figures = ReadonlyMap<string, Figure>;
const figuresById = ({ figures }: Pick<Design, 'figures'>): Figures => new Map(figures.map((figure) => [figure.id, figure]));

const value = ({ likely, low, high, unit }: Figure): string =>
  `${formatQuantity(likely, unit)}${low === high ? '' : ` (${formatQuantity(low, unit)} to ${formatQuantity(high, unit)})`}`;

/** Where a leaf comes from, in words. */
function origin({ origin: kind, source, reason, at }: Figure): string {
  if (kind === 'sourced')
    return `source: ${source?.title ?? 'unknown'}${source?.url ? `, ${source.url}` : ''} (${source?.asOf ?? 'undated'})`;
  if (kind === 'stated' || kind === 'answered') return `${kind}${at?.quote ? `: “${at.quote}”` : ''}`;
  return `${kind}: ${reason ?? ''}`;
}

function tree(figure: Figure, figures: Figures, depth: number, seen: Set<string> = new Set(), indent = ''): readonly string[] {
  const head = `${figure.label}: ${value(figure)}  [${figure.id}]`;
  if (figure.origin !== 'computed') return [`${head}`, `${indent}    ${origin(figure)}`];
  const formula = `${indent}    = ${figure.formula}`;
  if (seen.has(figure.id)) return [`${head}  (opened above)`];
  seen.add(figure.id);
  if (depth <= 0) return [head, formula];
  const inputs = Object.entries(figure.inputs).flatMap(([name, id], index, all) => {
    const last = index === all.length - 1;
    const input = figures.get(id);
    if (!input) return [`${indent}${last ? '└─ ' : '├─ '}${name}: unknown figure ${id}`];
    const [first, ...rest] = tree(input, figures, depth - 1, seen, `${indent}${last ? '   ' : '│  '}`);
    return [`${indent}${last ? '└─ ' : '├─ '}${name} · ${first}`, ...rest];
  });
  return [head, formula, ...inputs];
}

function derivationOf(figure: Figure, figures: Figures): Derivation {
  const { id, label, likely, unit, formula } = figure;
  if (figure.origin !== 'computed') return { id, label, value: likely, unit, origin: origin(figure) };
  const inputs = Object.fromEntries(
    Object.entries(figure.inputs).flatMap(([name, input]) =>
      figures.get(input) ? [[name, derivationOf(figures.get(input)!, figures)]] : [],
    ),
  );
  return { id, label, value: likely, unit, ...(formula && { formula }), inputs };
}

function verdicts({ title, question, options, flips, robustness, gains, gives }: Decision): string {
  const lines = options.map(
    ({ verdict, name, reason, figures: named }) =>
      `  ${verdict.padEnd(8)}  ${name}\n            ${reason}${named.length > 0 ? `  [${named.join(', ')}]` : ''}`,
  );
  const turns = flips.map(({ axis, at, toName }) => `  ${axis} ${at}: ${toName}`);
  return [
    `${title}: ${question}`,
    ...lines,
    `gains: ${gains}`,
    `gives up: ${gives}`,
    ...(robustness ? [`still wins in ${Math.round(robustness.share * 100)} % of ${robustness.draws} plausible workloads`] : []),
    ...(turns.length > 0 ? ['another option wins from:', ...turns] : []),
  ].join('\n');
}

function closest(name: string, all: readonly string[]): readonly string[] {
  const parts = name
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  const score = (id: string) => parts.filter((part) => id.includes(part)).length;
  return [...all].sort((a, b) => score(b) - score(a) || a.length - b.length).slice(0, SUGGESTIONS);
}

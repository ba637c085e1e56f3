import { type Figure, formatQuantity } from '@archwright/kernel';
import type { Decision } from '@archwright/model';
import { EXIT, type ExitCode, Refusal } from '../exit-codes.ts';
import { readModel } from '../input/read-model.ts';
import { print } from '../output/terminal.ts';

export interface WhyOptions {
  readonly in?: string;
  readonly depth?: string;
  readonly json?: boolean;
}

/** `archwright why`: a figure's derivation down to stated facts and sourced data, or a decision's options and verdicts. */
export async function whyCommand(name: string, options: WhyOptions): Promise<ExitCode> {
  const { design } = readModel(options.in);
  const figures = new Map(design.figures.map((figure) => [figure.id, figure]));
  const figure = figures.get(name);
  const decision = design.decisions.find(({ id, chosen }) => id === name || chosen === name);
  if (figure)
    await print(
      options.json
        ? JSON.stringify(treeOf(figure, figures), null, 1)
        : tree(figure, figures, Number(options.depth ?? Infinity)).join('\n'),
    );
  else if (decision) await print(options.json ? JSON.stringify(decision, null, 1) : verdicts(decision));
  else
    throw new Refusal(EXIT.badInput, [
      {
        code: 'why/unknown',
        severity: 'error',
        message: `no figure or decision is called ${name}`,
        hint: `close to it: ${closest(name, [...figures.keys(), ...design.decisions.map(({ id }) => id)]).join(', ')}`,
      },
    ]);
  return EXIT.answered;
}

const value = ({ likely, low, high, unit }: Figure): string =>
  `${formatQuantity(likely, unit)}${low === high ? '' : ` (${formatQuantity(low, unit)} to ${formatQuantity(high, unit)})`}`;

/** Where a leaf comes from, in words. */
function origin({ origin: kind, source, reason, at }: Figure): string {
  if (kind === 'sourced')
    return `source: ${source?.title ?? 'unknown'}${source?.url ? `, ${source.url}` : ''} (${source?.asOf ?? 'undated'})`;
  if (kind === 'stated' || kind === 'answered') return `${kind}${at?.quote ? `: “${at.quote}”` : ''}`;
  return `${kind}: ${reason ?? ''}`;
}

function tree(
  figure: Figure,
  figures: ReadonlyMap<string, Figure>,
  depth: number,
  seen: Set<string> = new Set(),
  indent = '',
): readonly string[] {
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

interface Opened {
  readonly id: string;
  readonly label: string;
  readonly value: number;
  readonly unit: string;
  readonly formula?: string;
  readonly origin?: string;
  readonly inputs?: Readonly<Record<string, Opened>>;
}

function treeOf(figure: Figure, figures: ReadonlyMap<string, Figure>): Opened {
  const { id, label, likely, unit, formula } = figure;
  if (figure.origin !== 'computed') return { id, label, value: likely, unit, origin: origin(figure) };
  const inputs = Object.fromEntries(
    Object.entries(figure.inputs).flatMap(([name, input]) =>
      figures.get(input) ? [[name, treeOf(figures.get(input)!, figures)]] : [],
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
  return [...all].sort((a, b) => score(b) - score(a) || a.length - b.length).slice(0, 6);
}

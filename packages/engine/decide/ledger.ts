import type { Figure, FigureBook } from '@archwright/kernel';
import { EXPORTED_VARIABLES, type ExportedVariable, type Option } from '@archwright/model';
import '../analyse/queueing-functions.ts';
import { shorthand } from '../workload/shorthand.ts';
import type { Workload } from '../workload/workload.ts';
import { recordRecovery, type RecoveryFigures } from './recovery.ts';
import type { Candidate } from './search.ts';

export type ReadFigure = (name: string) => Figure;

/** A limit of an option with what is asked of it. */
export interface LimitFigures {
  readonly id: string;
  readonly label: string;
  readonly why: string;
  readonly demand: Figure;
  readonly limit: Figure;
}

/** The figures of one option: its parameters, lines, costs, limits and hours, with the same formulas the search evaluated. */
export interface OptionFigures {
  readonly option: Option;
  readonly lines: Readonly<Record<string, Figure>>;
  readonly costs: readonly { readonly label: string; readonly dimension: string; readonly figure: Figure }[];
  readonly limits: readonly LimitFigures[];
  readonly monthly: Figure;
  readonly build: Figure;
  readonly run: Figure;
  readonly latencyP50?: Figure;
  readonly latencyP99?: Figure;
  readonly availability?: Figure;
  readonly station?: StationFigures;
  readonly recovery?: RecoveryFigures;
}

/** A queue in front of identical servers at peak, by the M/M/c formulas. */
export interface StationFigures {
  readonly servers: Figure;
  readonly utilisation: Figure;
  readonly service: Figure;
  readonly waitShare: Figure;
  readonly waitP50: Figure;
  readonly waitP99: Figure;
}

type Compute = (id: string, label: string, unit: string, formula: string) => Figure;

const named = (option: Option, book: FigureBook, read: ReadFigure) => {
  const prefix = `option.${option.id}`;
  const own = new Map<string, Figure>();
  const compute: Compute = (id, label, unit, formula) => {
    const inputs = new Proxy({} as Record<string, Figure>, {
      get: (_, name: string) => own.get(name) ?? parameter(name) ?? read(name),
    });
    return book.compute(`${prefix}.${id}`, `${option.name}: ${label}`, unit, formula, inputs);
  };
  const parameter = (name: string): Figure | undefined => {
    const fact = option.parameters[name];
    return fact && book.fact(`${prefix}.${name}`, fact);
  };
  return { own, compute };
};

function recordLines(option: Option, own: Map<string, Figure>, compute: Compute): void {
  for (const line of option.figures) own.set(line.id, compute(`line.${line.id}`, line.label, line.unit, line.formula));
}

const limitFigures = (line: Option['limits'][number], compute: Compute): LimitFigures => ({
  id: line.id,
  label: line.label,
  why: line.why,
  demand: compute(`limit.${line.id}.demand`, `${line.label}, needed`, line.unit, line.demand),
  limit: compute(`limit.${line.id}.limit`, `${line.label}, limit`, line.unit, line.limit),
});

/** Puts one limit of an option into the book, with what it rests on: for an option that exceeds it. */
export function recordLimit(option: Option, index: number, book: FigureBook, read: ReadFigure): LimitFigures {
  const { own, compute } = named(option, book, read);
  recordLines(option, own, compute);
  return limitFigures(option.limits[index]!, compute);
}

/** Puts one option's arithmetic into the book. `read` gives demand and exported variables. */
export function recordOption(option: Option, book: FigureBook, read: ReadFigure): OptionFigures {
  const { own, compute } = named(option, book, read);
  recordLines(option, own, compute);
  const costs = option.costs.map((line) => ({
    label: line.label,
    dimension: line.dimension,
    figure: compute(`cost.${line.id}`, line.label, line.unit, line.formula),
  }));
  const limits = option.limits.map((line) => limitFigures(line, compute));
  const monthly = shorthand(book).sum(
    `option.${option.id}.monthly`,
    `${option.name}: infrastructure`,
    'USD/month',
    costs.map(({ figure }) => figure),
    'nothing is paid for it',
  );
  const { latency, availability } = option;
  const recovery = recordRecovery(option, book, read);
  return {
    option,
    costs,
    limits,
    monthly,
    lines: Object.fromEntries(own),
    build: compute('build', 'hours to build', 'h', option.build.formula),
    run: compute('run', 'hours a month to run', 'h/month', option.run.formula),
    ...(latency && {
      latencyP50: compute('latency-p50', 'time added to a request, median', 's', latency.p50),
      latencyP99: compute('latency-p99', 'time added to a request, p99', 's', latency.p99),
    }),
    ...(option.station && { station: recordStation(option.station, compute, book) }),
    ...(availability && { availability: compute('availability', 'share of time in service', 'ratio', availability) }),
    ...(recovery && { recovery }),
  };
}

/** Above this use the wait grows faster than any plan should rest on: the formulas are read no further. */
const MOST_USE = 0.95;

function recordStation(station: NonNullable<Option['station']>, compute: Compute, book: FigureBook): StationFigures {
  const servers = compute('station.servers', 'servers behind its queue', 'count', station.servers);
  const utilisation = compute('station.utilisation', 'use of its servers at peak', 'ratio', station.utilisation);
  const service = compute('station.service', 'mean time a request holds a server', 's', station.service);
  const most = shorthand(book).rule(
    'queueing.most-use',
    'highest use the waiting formulas are read at',
    MOST_USE,
    'ratio',
    'nearer to full the wait has no stable value',
  );
  const inputs = { servers, utilisation, service, most };
  const id = servers.id.replace(/servers$/, '');
  const found = (name: string, label: string, unit: string, text: string): Figure =>
    book.compute(`${id}${name}`, servers.label.replace('servers behind its queue', label), unit, text, inputs);
  return {
    servers,
    utilisation,
    service,
    waitShare: found(
      'wait-share',
      'requests that wait at peak (Erlang C)',
      'ratio',
      'waitShare(servers, min(utilisation, most))',
    ),
    waitP50: found('wait-p50', 'wait at peak, median (M/M/c)', 's', 'waitP50(service, servers, min(utilisation, most))'),
    waitP99: found('wait-p99', 'wait at peak, p99 (M/M/c)', 's', 'waitP99(service, servers, min(utilisation, most))'),
  };
}

export interface Ledger {
  readonly options: readonly OptionFigures[];
  readonly exports: Readonly<Partial<Record<ExportedVariable, Figure>>>;
  readonly monthly: Figure;
  readonly build: Figure;
  readonly run: Figure;
  readonly total: Figure;
  readonly read: ReadFigure;
}

/** The whole design's arithmetic in the book: what each choice costs, and the sums that decided. */
export function recordDesign(candidate: Candidate, workload: Workload, book: FigureBook): Ledger {
  const make = shorthand(book);
  const exports: Partial<Record<ExportedVariable, Figure>> = {};
  const neutral = (name: ExportedVariable): Figure =>
    make.rule(
      `neutral.${name}`,
      EXPORTED_VARIABLES[name][1],
      EXPORTED_VARIABLES[name][2],
      EXPORTED_VARIABLES[name][0],
      'no choice made before changes it',
    );
  const read: ReadFigure = (name) =>
    workload.demand[name as keyof typeof workload.demand] ??
    exports[name as ExportedVariable] ??
    neutral(name as ExportedVariable);
  const options = candidate.choices.map(({ option }) => {
    const figures = recordOption(option, book, read);
    for (const [name, formula] of Object.entries(option.exports ?? {})) {
      const { own, compute } = named(option, book, read);
      for (const [id, figure] of Object.entries(figures.lines)) own.set(id, figure);
      exports[name as ExportedVariable] = compute(
        `export.${name}`,
        EXPORTED_VARIABLES[name as ExportedVariable][1],
        EXPORTED_VARIABLES[name as ExportedVariable][0],
        formula,
      );
    }
    return figures;
  });
  const total = (id: string, label: string, unit: string, pick: (one: OptionFigures) => Figure) =>
    make.sum(id, label, unit, options.map(pick), 'nothing chosen');
  const fees = workload.fees.map((fee) => fee.monthly);
  const monthly = make.sum(
    'cost.infrastructure',
    fees.length > 0 ? 'infrastructure and provider fees a month' : 'infrastructure a month',
    'USD/month',
    [...options.map((one) => one.monthly), ...fees],
    'nothing chosen',
  );
  const build = total('hours.build', 'hours to build', 'h', (one) => one.build);
  const run = total('hours.run', 'hours a month to run', 'h/month', (one) => one.run);
  const { horizonMonths, hourlyRate } = workload.demand;
  const people = make.compute('cost.people', 'people over the horizon', 'USD', 'build * rate + months * run * rate', {
    build,
    run,
    rate: hourlyRate,
    months: horizonMonths,
  });
  const infrastructure = make.compute('cost.infrastructure-total', 'infrastructure over the horizon', 'USD', 'monthly * months', {
    monthly,
    months: horizonMonths,
  });
  const all = make.compute('cost.total', 'total cost of ownership over the horizon', 'USD', 'infrastructure + people', {
    infrastructure,
    people,
  });
  return { options, exports, monthly, build, run, total: all, read };
}

import { type FigureBook, formatNumber, formatQuantity } from '@archwright/kernel';
import type { Architecture, Decision, Risk, Summary } from '@archwright/model';
import type { Decided } from '../decide/decide.ts';
import { saturations } from '../roadmap/saturation.ts';
import type { Workload } from '../workload/workload.ts';

interface Told {
  readonly decided: Decided;
  readonly decisions: readonly Decision[];
  readonly architecture: Architecture;
  readonly workload: Workload;
  readonly risks: readonly Risk[];
  readonly book: FigureBook;
}

/** The first screen: what to build and why, what it costs, what it carries, what breaks first, what may go wrong. */
export function summarise(told: Told): Summary {
  const { book, decided } = told;
  const text = (id: string) => formatQuantity(book.need(id).likely, book.need(id).unit);
  const monthly = book.need('cost.infrastructure');
  const first = saturations(decided.best, decided.posed.problem)[0];
  const [people, total] = [book.need('cost.people'), book.need('cost.total')];
  return {
    what: sentences(told),
    monthlyCost: `${formatQuantity(monthly.likely, monthly.unit)} likely, ${formatQuantity(monthly.low, monthly.unit)} to ${formatQuantity(monthly.high, monthly.unit)}; ${text('cost.total')} over ${formatNumber(book.need('constant.horizon-months').likely)} months with people’s time, which is ${formatQuantity(people.likely / total.likely, 'ratio')} of it`,
    carries: carries(told),
    breaksFirst: first
      ? `${first.optionName}: ${first.limit}, at ${formatNumber(Number(first.factor.toPrecision(3)))} × today’s load`
      : 'no chosen part reaches a limit within 10,000 × today’s load',
    topRisks: told.risks.slice(0, 3).map(({ title, effect }) => `${title}: ${effect}`),
  };
}

function carries({ workload }: Told): string {
  const { demand } = workload;
  const main = workload.operations.find(({ stated }) => stated);
  const parts = [
    main &&
      `${formatQuantity(main.mean.likely, '1/s')} on average and ${formatQuantity(main.peak.likely, '1/s')} at peak of “${lower(main.definition.summary)}”`,
    `${formatQuantity(demand.requestPeak.likely, '1/s')} requests at peak in all`,
    demand.jobPeak.likely > 0 && `${formatQuantity(demand.jobPeak.likely, '1/s')} jobs at peak`,
    demand.appendBytes.likely > 0 && `${formatQuantity(demand.appendBytes.likely, 'B')} of appended rows at the horizon`,
    demand.recordBytes.likely > 0 && `${formatQuantity(demand.recordBytes.likely, 'B')} of records at the horizon`,
  ];
  return parts.filter((part): part is string => Boolean(part)).join('; ');
}

/** Decisions that shape the system; the others follow from them or from habit. */
const STRUCTURAL: ReadonlySet<string> = new Set([
  'pattern',
  'provider',
  'compute',
  'primary-store',
  'append-store',
  'search-store',
  'queue',
  'event-stream',
  'cache',
  'real-time',
]);

/** Lower case at the start of a phrase inside a sentence; acronyms stay. */
const lower = (text: string): string => (/^[A-Z][a-z]/.test(text) ? text.replace(/^./, (letter) => letter.toLowerCase()) : text);

/** Names of options that begin with an ordinary word; all others begin with a name that keeps its capital. */
const ORDINARY =
  /^(?:Containers|One|Two|Three|Several|Virtual|Functions|No|Own|Partitioned|Modular|Microservices|Serverless|Event-driven|A few)\b/;

/** Five sentences, each from decisions and figures: shape, data, work, platform, and what decided. */
function sentences({ decisions, architecture, workload, decided, book }: Told): readonly string[] {
  const by = new Map(decisions.map((decision) => [decision.id as string, decision]));
  const name = (id: string) => by.get(id)?.chosenName;
  const present = (id: string) => architecture.components.some((component) => component.id === id);
  const { demand } = workload;
  const stores = ['primary-store', 'append-store', 'search-store', 'blob-store', 'cache'].filter(present);
  const pattern = by.get('pattern');
  const units = architecture.units.length;
  const data = stores
    .flatMap((id) => name(id) ?? [])
    .map(aside)
    .join(', ')
    .replace(/, ([^,]*)$/, ' and $1');
  const biggest = decisions
    .filter(
      ({ runnerUp, technologies, id }) =>
        runnerUp && runnerUp.extraCost > 0 && (technologies.length > 0 || id === 'pattern') && STRUCTURAL.has(id),
    )
    .sort((a, b) => b.runnerUp!.extraCost - a.runnerUp!.extraCost)[0];
  return [
    pattern &&
      `Build it as ${article(lower(pattern.chosenName))}, ${formatNumber(units)} ${units === 1 ? 'unit' : 'units'} to deploy for ${formatNumber(workload.contexts.length)} ${workload.contexts.length === 1 ? 'bounded context' : 'bounded contexts'} (${workload.contexts.map((context) => context.name).join(', ')}): ${pattern.gains}.`,
    data &&
      `Data lives in ${data}, with ${formatQuantity(demand.recordWritePeak.likely + demand.appendPeak.likely, '1/s')} rows written at peak${by.get('cache') && !present('cache') ? '; no cache is needed' : ''}.`,
    demand.jobPeak.likely > 0 &&
      `Work that nobody waits for goes through ${aside(name('queue') ?? 'the queue')}, ${formatQuantity(demand.jobPeak.likely, '1/s')} jobs at peak, so that a slow provider delays jobs and not requests.`,
    name('compute') &&
      `It runs on ${aside(name('compute')!)} in ${lower(name('region') ?? 'one region').replace(', ', ' with ')}, written in ${name('language') ?? 'one language'}; it takes ${formatQuantity(decided.best.build, 'h')} of people’s time to build and ${formatQuantity(decided.best.run, 'h/month')} to run.`,
    biggest &&
      `The choice that matters most is the ${lower(biggest.title)}: ${aside(biggest.runnerUp!.name)} in place of ${aside(biggest.chosenName)} would cost ${formatQuantity(biggest.runnerUp!.extraCost, 'USD')} more over ${formatNumber(book.need('constant.horizon-months').likely)} months.`,
  ].filter((sentence): sentence is string => Boolean(sentence));
}

/** `Neon PostgreSQL, sleeps when idle` inside a sentence: the comma would read as the sentence's own. */
const aside = (name: string): string => (ORDINARY.test(name) ? lower(name) : name).replace(/, ([^()]+)$/, ' ($1)');

/** Names of several things take no article. */
const article = (name: string): string =>
  /^(?:an?|one|several) |s(?:,| |$)/.test(name) && !/^\S+ (?:monolith|service)\b/.test(name)
    ? name
    : `${/^[aeiou]/.test(name) ? 'an' : 'a'} ${name}`;

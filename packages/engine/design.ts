import type { Diagnostic, FigureBook } from '@archwright/kernel';
import type { Architecture, Catalogue, Decision, Design, Pin, Reading } from '@archwright/model';
import { designAvailability } from './analyse/availability.ts';
import { capacitySheet } from './analyse/capacity.ts';
import { mapControls } from './analyse/compliance.ts';
import { costSheet } from './analyse/cost.ts';
import { designRecovery } from './analyse/recovery.ts';
import { assessRisks } from './analyse/risks.ts';
import { modelThreats } from './analyse/threats.ts';
import { type Decided, decide } from './decide/decide.ts';
import { withSensitivity } from './decide/sensitivity.ts';
import { listAssumptions } from './describe/assumptions.ts';
import { overEngineering, statedLimits } from './describe/limits.ts';
import { namedAndUnused } from './describe/named-and-unused.ts';
import { describeScope } from './describe/scope.ts';
import { summarise } from './describe/summary.ts';
import { rankQuestions } from './question/rank-questions.ts';
import { planRoadmap } from './roadmap/roadmap.ts';
import { synthesise } from './synthesise/synthesise.ts';
import { sizeWorkload } from './workload/size-workload.ts';
import type { Workload } from './workload/workload.ts';

/** What a design is made of besides the brief: nothing is read from the outside. */
export interface DesignContext {
  readonly catalogue: Catalogue;
  /** ISO date printed on the design. */
  readonly date: string;
  readonly seed: number;
  readonly pinned: readonly Pin[];
  /** Design with assumptions where only questions would come back otherwise. */
  readonly assume: boolean;
  readonly diagnostics: readonly Diagnostic[];
  /** Called as each stage begins, with one of `STAGES`. */
  readonly onStage?: (stage: string) => void;
}

/** What is said of each stage as it begins. The first three look at other designs than the one delivered. */
export const STAGES = {
  questions: 'designing at both ends of each unknown',
  robustness: 'drawing other workloads, to see which choices hold',
  assumptions: 'designing at both ends of each assumption',
  size: 'sizing the workload',
  decide: 'searching for the cheapest design that meets the numbers',
  synthesise: 'drawing up the architecture',
  roadmap: 'searching again along the growth path',
  describe: 'describing the design',
} as const;

const EMPTY: Architecture = {
  components: [],
  connections: [],
  flows: [],
  contexts: [],
  entities: [],
  accessPatterns: [],
  api: { basePath: '', version: '', style: '', operations: [] },
  events: [],
  boundaries: [],
  slos: [],
  units: [],
  mechanisms: [],
};

/**
 * The pure part of the pipeline: workload, question, decide, synthesise, analyse, roadmap. Evidence, artefacts, proofs and the
 * gate follow in `pipeline.ts`.
 *
 * @param figures - the book of the reading; left as it is
 */
export function designFrom(reading: Reading, figures: FigureBook, context: DesignContext): Design {
  const { catalogue, date, seed, pinned, onStage = () => {} } = context;
  onStage(STAGES.size);
  const book = figures.copy();
  const workload = sizeWorkload(reading, catalogue.archetypes, book);
  onStage(STAGES.questions);
  const questions = rankQuestions(reading, figures, workload, catalogue);
  const base = {
    title: reading.title,
    date,
    seed,
    catalogueAsOf: catalogue.asOf,
    brief: reading.text,
    intent: reading.intent,
    requirements: reading.requirements,
    questions,
    nonGoals: nonGoals(workload),
    versions: [],
    findings: [],
    diagnostics: context.diagnostics,
  };
  const nothing = {
    assumptions: [],
    decisions: [],
    architecture: EMPTY,
    summary: { what: [], monthlyCost: '', carries: '', breaksFirst: '', topRisks: [] },
    capacity: [],
    costs: [],
    risks: [],
    threats: [],
    compliance: [],
    limits: [],
    overEngineered: [],
    roadmap: [],
  };
  const narrow = reading.intent === 'choose' || reading.intent === 'estimate' || reading.intent === 'compare';
  if (narrow && !context.assume && questions.some(({ blocking }) => blocking))
    return { ...base, ...nothing, depth: 'questions', figures: book.all() };
  onStage(STAGES.decide);
  const decided = decide(reading, workload, catalogue, book, pinned);
  if ('conflict' in decided)
    return { ...base, ...nothing, depth: narrow ? 'short' : 'full', figures: book.all(), conflict: decided.conflict };
  const unused = namedAndUnused(reading, decided.decisions, catalogue);
  return {
    ...base,
    nonGoals: [...unused, ...base.nonGoals],
    depth: narrow ? 'short' : 'full',
    ...elaborate(reading, figures, workload, decided, book, context),
  };
}

type Elaborated = Pick<
  Design,
  | 'assumptions'
  | 'decisions'
  | 'architecture'
  | 'summary'
  | 'capacity'
  | 'costs'
  | 'risks'
  | 'threats'
  | 'compliance'
  | 'limits'
  | 'scope'
  | 'overEngineered'
  | 'roadmap'
  | 'figures'
>;

function elaborate(
  reading: Reading,
  figures: FigureBook,
  workload: Workload,
  decided: Decided,
  book: FigureBook,
  { catalogue, date, seed, onStage = () => {} }: DesignContext,
): Elaborated {
  const synthesis = { reading, workload, decided, catalogue, book };
  onStage(STAGES.robustness);
  const decisions: readonly Decision[] = withSensitivity(decided, workload, catalogue, seed);
  onStage(STAGES.synthesise);
  const architecture = synthesise(synthesis);
  designAvailability(synthesis);
  designRecovery(synthesis);
  const costs = costSheet(synthesis);
  const compliance = mapControls(synthesis);
  const risks = assessRisks(architecture, synthesis);
  const growth = reading.requirements.find(({ key }) => key === 'growth')?.quantity?.likely;
  onStage(STAGES.roadmap);
  const roadmap = planRoadmap({ decided, workload, catalogue, date, ...(growth !== undefined && { growth }) });
  onStage(STAGES.assumptions);
  const assumptions = listAssumptions(reading, workload, book, figures, catalogue, decided.posed.limits);
  onStage(STAGES.describe);
  return {
    decisions,
    architecture,
    costs,
    compliance,
    risks,
    roadmap,
    assumptions,
    capacity: capacitySheet(synthesis),
    threats: modelThreats(architecture),
    limits: statedLimits(decisions),
    scope: describeScope({ brief: reading.text, read: figures, decided, workload, roadmap, catalogue, book }),
    overEngineered: overEngineering(decisions, decided),
    summary: summarise({ decided, decisions, architecture, workload, risks, book }),
    figures: book.all(),
  };
}

const nonGoals = (workload: Workload): readonly string[] =>
  [...new Set([...workload.leftOut, ...workload.contexts.flatMap(({ archetype }) => archetype.nonGoals)])].slice(0, 8);

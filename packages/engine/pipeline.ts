import type { FigureBook } from '@archwright/kernel';
import { answerArtefacts, questionsResponse, renderAnswer, sourceArtefacts } from '@archwright/generators';
import { reviewArchitecture } from '@archwright/rules';
import type {
  Answer,
  Artefact,
  Catalogue,
  Design,
  EarlierDesign,
  ModelContribution,
  Pin,
  Proof,
  Reading,
  Requirement,
  Technology,
  VersionFinding,
} from '@archwright/model';
import { designFrom } from './design.ts';
import { runGate } from './gate/gate.ts';
import { specificationOf, writeSpecification } from './intake/specification/index.ts';

import { understand } from './understand.ts';

/** What the outside does for the pipeline; each may be left out and is then said to be missing. */
export interface Adapters {
  verify?(technologies: readonly Technology[]): Promise<readonly VersionFinding[]>;
  prove?(artefacts: readonly Artefact[], design: Design): Promise<readonly Proof[]>;
}

export interface DesignRequest {
  readonly brief: string;
  /** From a repository or a specification: they outrank the brief. */
  readonly requirements?: readonly Requirement[];
  readonly pinned?: readonly Pin[];
  /** Question id → answer. */
  readonly answers?: Readonly<Record<string, string>>;
  readonly assume?: boolean;
  /** Stop the answer where a version is not confirmed by a current source. */
  readonly requireVerified?: boolean;
  /** ISO date. */
  readonly date: string;
  readonly seed: number;
  readonly catalogue: Catalogue;
  /** What a language model added, checked already; its requirements are among `requirements`. */
  readonly contribution?: ModelContribution;
  /** What the folder it goes to holds already: the files then lead from there. */
  readonly earlier?: EarlierDesign;
  /** Called as each stage begins. */
  onStage?(stage: string): void;
}

/** A design with what it was made from: the part of an answer that only thinking makes. */
export interface Designed {
  readonly reading: Reading;
  readonly figures: FigureBook;
  readonly design: Design;
}

/**
 * intake → question → decide → synthesise → analyse → roadmap → verify → deliver → prove → gate. An error in the input ends it
 * after intake: the answer then holds the diagnostics and nothing else.
 */
export const answerBrief = (request: DesignRequest, adapters: Adapters = {}): Promise<Answer> =>
  completeAnswer(designBrief(request), request, adapters);

/** The first half of `answerBrief`, up to the roadmap: pure. */
export function designBrief(request: DesignRequest): Designed {
  const { catalogue, date, seed, pinned = [], assume = false, onStage = () => {} } = request;
  onStage('reading the brief');
  const { reading, figures, diagnostics } = understand(request);
  const context = { catalogue, date, seed, pinned, assume, diagnostics, onStage };
  return { reading, figures, design: designFrom(reading, figures, context) };
}

/**
 * The second half of `answerBrief`.
 *
 * @param request - the one that was designed; only its contribution may differ
 */
export async function completeAnswer(
  { reading, figures, design: designed }: Designed,
  request: DesignRequest,
  adapters: Adapters = {},
): Promise<Answer> {
  const { catalogue, pinned = [], onStage = () => {} } = request;
  const added = request.contribution && { contribution: request.contribution };
  if (designed.depth === 'questions' || designed.conflict) {
    return {
      design: designed,
      artefacts: [],
      proofs: [],
      gate: runGate({ design: designed, artefacts: [], proofs: [], response: '', catalogue }),
      response: questionsResponse(designed, request.contribution),
      ...added,
    };
  }
  onStage('looking up versions');
  const versions = adapters.verify ? await adapters.verify(technologiesOf(designed, catalogue)) : [];
  const design: Design = { ...designed, versions, findings: reviewArchitecture(designed.architecture, designed.figures) };
  onStage('writing the files');
  const sources = sourceArtefacts(design, request.earlier);
  onStage('giving each file to the tool that will consume it');
  const proofs = adapters.prove ? await adapters.prove(sources, design) : [];
  onStage('checking the whole response');
  const draft = renderAnswer(design, { artefacts: sources, proofs, ...added });
  const requireVerified = request.requireVerified === true;
  const gate = runGate({ design, artefacts: sources, proofs, response: draft, catalogue, requireVerified });
  const response = renderAnswer(design, { artefacts: sources, proofs, gate, ...added });
  const specification = writeSpecification(
    specificationOf(reading, figures, { answers: request.answers ?? {}, decisions: pinnedDecisions(pinned) }),
  );
  const artefacts = [...answerArtefacts(design, proofs, response, specification), ...sources];
  return { design, proofs, gate, response, artefacts, ...added };
}

const pinnedDecisions = (pinned: readonly Pin[]): Readonly<Record<string, string>> =>
  Object.fromEntries(pinned.map(({ decision, options }) => [decision, options[0]!]));

/** Every technology that the answer recommends, once. */
function technologiesOf(design: Design, catalogue: Catalogue): readonly Technology[] {
  const named = new Set(design.decisions.flatMap(({ technologies }) => technologies));
  return catalogue.technologies.filter(({ id }) => named.has(id));
}

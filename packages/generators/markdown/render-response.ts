import type { Artefact, Design, Gate, ModelContribution, Proof } from '@archwright/model';
import { apiContracts } from './api-contracts.ts';
import { architectureDiagram } from './architecture-diagram.ts';
import { capacitySheet } from './capacity-sheet.ts';
import { checklist, limits, overEngineered } from './closing.ts';
import { costSheet } from './cost-sheet.ts';
import { databaseSchema } from './database-schema.ts';
import { deploymentStrategy } from './deployment-strategy.ts';
import { files } from './files.ts';
import { languageModel } from './language-model.ts';
import { deepDives, otherMechanisms } from './mechanisms.ts';
import { assumptions, conflictAnswer, opening, questionsAnswer, summary } from './opening.ts';
import { page } from './page.ts';
import { reviewNote } from './review-note.ts';
import { risksAndMitigations } from './risks-and-mitigations.ts';
import { scalingRoadmap } from './scaling-roadmap.ts';
import { scope } from './scope.ts';
import { shortAnswer } from './short-answer.ts';
import { technologyRecommendations } from './technology-recommendations.ts';
import { tradeOffs } from './trade-offs.ts';
import { type Material, writer } from './writer.ts';

export { spokenQuantities } from './spoken-quantities.ts';

/** What the response says besides the design: its files, what the tools said about them, and the gate's word. */
export interface ResponseContext {
  readonly artefacts: readonly Artefact[];
  readonly proofs: readonly Proof[];
  readonly gate?: Gate;
  /** What a language model added; its section comes last. */
  readonly contribution?: ModelContribution;
}

/**
 * The written answer as Markdown: `README.md` of the output. A full design gets the summary, the eight deliverables and the
 * sheets; a choice or estimate only what it needs; questions and conflicts only themselves.
 */
export function renderResponse(design: Design, context: ResponseContext): string {
  const material: Material = { design, ...context, write: writer(design) };
  const added = languageModel(context.contribution);
  return `${answerFor(material)}${added === '' ? '' : `\n${added}\n`}`;
}

function answerFor(material: Material): string {
  const { design } = material;
  if (design.conflict) return conflictAnswer(material);
  if (design.depth === 'questions') return questionsAnswer(material);
  return design.depth === 'short' ? shortAnswer(material) : fullAnswer(material);
}

const fullAnswer = (material: Material): string =>
  page(
    opening(material),
    summary(material),
    scope(material),
    assumptions(material),
    architectureDiagram(material),
    apiContracts(material),
    databaseSchema(material),
    technologyRecommendations(material),
    tradeOffs(material),
    risksAndMitigations(material),
    scalingRoadmap(material),
    deploymentStrategy(material),
    capacitySheet(material),
    costSheet(material),
    deepDives(material),
    otherMechanisms(material),
    overEngineered(material),
    limits(material),
    files(material),
    checklist(material),
    reviewNote(material),
  );

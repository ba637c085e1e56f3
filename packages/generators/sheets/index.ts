import type { Artefact, Design, Proof } from '@archwright/model';
import { capacityCsv } from './capacity-csv.ts';
import { complianceSheet } from './compliance.ts';
import { costCsv } from './cost-csv.ts';
import { failureModes } from './failure-modes.ts';
import { recoveryPlan } from './recovery-plan.ts';
import { roadmapSheet } from './roadmap-sheet.ts';
import { stableJson } from './stable-json.ts';
import { threatModel } from './threat-model.ts';

const file = (path: string, title: string, content: string): Artefact => {
  const mediaType = path.endsWith('.csv') ? 'text/csv' : path.endsWith('.json') ? 'application/json' : 'text/markdown';
  return { path, mediaType, title, content };
};

/** The sheets of a design: model, cost, capacity, threats, failures, recovery, roadmap, compliance. What has no content is left out. */
export const sheetArtefacts = (design: Design): readonly Artefact[] => [
  file('model.json', 'Architecture, figures, requirements and decisions', modelJson(design)),
  ...(design.costs.length > 0 ? [file('operate/cost.csv', 'Cost line by line', costCsv(design))] : []),
  ...(design.capacity.length > 0
    ? [file('operate/capacity.csv', 'Capacity, every quantity with its formula', capacityCsv(design))]
    : []),
  ...(design.threats.length > 0 ? [file('operate/threat-model.md', 'Threat model', threatModel(design))] : []),
  ...(design.risks.length > 0 ? [file('operate/failure-modes.md', 'Failure modes', failureModes(design))] : []),
  ...(design.architecture.components.length > 0 ? [file('operate/recovery-plan.md', 'Recovery plan', recoveryPlan(design))] : []),
  ...(design.roadmap.length > 0
    ? [file('operate/roadmap.md', 'Scaling roadmap with every migration', roadmapSheet(design))]
    : []),
  ...(design.compliance.length > 0 ? [file('operate/compliance.md', 'Compliance controls', complianceSheet(design))] : []),
];

const modelJson = ({
  title,
  date,
  seed,
  catalogueAsOf,
  intent,
  requirements,
  decisions,
  architecture,
  figures,
}: Design): string => stableJson({ title, date, seed, catalogueAsOf, intent, requirements, decisions, architecture, figures });

/** `evidence.json`: what was looked up about each technology, where and when. */
export const evidenceArtefact = ({ date, catalogueAsOf, versions }: Design): Artefact =>
  file('evidence.json', 'Evidence for every version', stableJson({ date, catalogueAsOf, versions }));

/** `proofs.json`: every claim about a file, the tool that checked it, and what came out. */
export const proofsArtefact = (proofs: readonly Proof[]): Artefact =>
  file('proofs.json', 'Proofs of every file', stableJson({ proofs }));

import type { Artefact, Design } from '@archwright/model';
import { writer } from '../markdown/writer.ts';
import { decisionPath } from './decision-path.ts';
import { decisionRecord } from './decision-record.ts';

export { decisionPath } from './decision-path.ts';

/** `decisions/NNNN-<slug>.md`: one record in MADR 4 form for each decision, numbered in their order. */
export function adrArtefacts(design: Design): readonly Artefact[] {
  const write = writer(design);
  return design.decisions.map((decision, index) => ({
    path: decisionPath(decision, index),
    mediaType: 'text/markdown',
    content: decisionRecord(decision, design, write),
    title: `Decision: ${decision.title}`,
  }));
}

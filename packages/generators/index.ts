import type { Artefact, Design, EarlierDesign, ModelContribution, Proof } from '@archwright/model';
import { adrArtefacts } from './adr/index.ts';
import { asyncapiArtefacts } from './asyncapi/index.ts';
import { deployArtefacts } from './deploy/index.ts';
import { renderResponse, type ResponseContext } from './markdown/index.ts';
import { mermaidArtefacts } from './mermaid/index.ts';
import { openapiArtefacts } from './openapi/index.ts';
import { operateArtefacts } from './operate/index.ts';
import { protoArtefacts } from './proto/index.ts';
import { evidenceArtefact, proofsArtefact, sheetArtefacts } from './sheets/index.ts';
import { databaseArtefacts } from './sql/index.ts';
import { svgArtefacts } from './svg/index.ts';

export { renderComparison } from './comparison/index.ts';
export { accessPatternQueries, databaseArtefacts } from './sql/index.ts';
export { containersDiagram, diagrams } from './mermaid/index.ts';
export { htmlPage } from './html/index.ts';
export { mermaidSvg } from './svg/index.ts';
export { spokenQuantities } from './markdown/index.ts';
export { lookup } from './figure-lookup.ts';

const contractArtefacts = (design: Design): readonly Artefact[] => [
  ...openapiArtefacts(design),
  ...asyncapiArtefacts(design),
  ...protoArtefacts(design),
];

/**
 * The files that tools consume, before proofs: a short answer has the store's files and the sheets only.
 *
 * @param earlier - what the folder held, where the design goes into one
 */
export function sourceArtefacts(design: Design, earlier?: EarlierDesign): readonly Artefact[] {
  const full = design.depth === 'full';
  return [
    ...(full ? [...mermaidArtefacts(design), ...svgArtefacts(design), ...contractArtefacts(design)] : []),
    ...databaseArtefacts(design, undefined, earlier),
    ...adrArtefacts(design),
    ...(full ? [...deployArtefacts(design), ...operateArtefacts(design)] : []),
    ...sheetArtefacts(design),
  ];
}

/** The answer itself and what was found out about it. */
export const answerArtefacts = (
  design: Design,
  proofs: readonly Proof[],
  response: string,
  specification: string,
): readonly Artefact[] => [
  { path: 'README.md', mediaType: 'text/markdown', title: 'The answer', content: response },
  {
    path: 'archwright.yaml',
    mediaType: 'application/yaml',
    title: 'Requirements, editable and re-runnable',
    content: specification,
  },
  evidenceArtefact(design),
  proofsArtefact(proofs),
];

export const renderAnswer = (design: Design, context: ResponseContext): string => renderResponse(design, context);

/** Questions, or the conflict, where no design comes back. */
export const questionsResponse = (design: Design, contribution?: ModelContribution): string =>
  renderResponse(design, { artefacts: [], proofs: [], ...(contribution && { contribution }) });

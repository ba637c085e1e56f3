import { describe, expect, test } from 'vitest';
import { largeDesign } from '../testing/large-design.ts';
import { sampleDesign } from '../testing/sample-design.ts';
import {
  containersDiagram,
  contextDiagram,
  dataFlowDiagrams,
  deploymentDiagram,
  entityRelationshipDiagram,
  mermaidArtefacts,
  sequenceDiagrams,
} from './index.ts';

const design = sampleDesign();

test.each([
  ['containers shows each trust boundary as a frame', containersDiagram, 'subgraph n_frame_data["Data (restricted)"]'],
  ['containers shows technology and count', containersDiagram, 'n_api["API ×2<br/>Fastify on Node.js"]:::code'],
  ['arrows carry purpose, protocol and rate', containersDiagram, '-->|"records<br/>PostgreSQL · 47.7/s"| n_primary_store'],
  ['asynchronous arrows are dashed', containersDiagram, 'n_worker -.->|"confirmations'],
  ['context shows the system as one box', contextDiagram, 'n_system["Museum ticket resale<br/>Resale, Settlement"]'],
  ['deployment shows units with replicas and size', deploymentDiagram, 'n_unit_api["api ×2<br/>500m CPU, 512Mi<br/>port 8080"]'],
  ['entities show keys', entityRelationshipDiagram, 'uuid visitor_id PK, FK'],
  ['a unique reference has at most one child', entityRelationshipDiagram, 'Purchase ||--o| Payout : "purchase_id"'],
  ['other references have many', entityRelationshipDiagram, 'Museum ||--o{ Listing : "museum_id"'],
])('%s', (_, diagram, expected) => expect(diagram(design)).toContain(expected));

test('context draws no inner part', () => expect(contextDiagram(design)).not.toContain('n_primary_store'));

test('few flows share one data-flow diagram, many have one each', () => {
  expect(dataFlowDiagrams(design).map(({ name }) => name)).toEqual(['data-flow']);
  const flows = [...design.architecture.flows, { ...design.architecture.flows[0]!, id: 'again' }];
  expect(dataFlowDiagrams({ ...design, architecture: { ...design.architecture, flows } })).toHaveLength(4);
});

test('sequence diagrams put what users wait for first', () => {
  expect(sequenceDiagrams(design).map(({ name }) => name)).toEqual([
    'sequence-view-offers',
    'sequence-buy-ticket',
    'sequence-nightly-payouts',
  ]);
});

describe('entity names that are words of the grammar', () => {
  test.each([
    ['Class', 'Class_ {'],
    ['Classroom', 'Classroom {'],
    ['2FA Token', 'FA_Token {'],
    ['', 'Entity {'],
  ])('%s', (name, expected) => {
    const [first, ...rest] = design.architecture.entities;
    const entities = [{ ...first!, name }, ...rest];
    expect(entityRelationshipDiagram({ ...design, architecture: { ...design.architecture, entities } })).toContain(expected);
  });
});

test('above sixteen parts arrows carry no purpose', () => expect(containersDiagram(largeDesign())).not.toContain('work<br/>'));

test('a design without parts has no diagrams', () => {
  const empty = { ...design.architecture, components: [], connections: [], flows: [], entities: [], units: [] };
  expect(mermaidArtefacts({ ...design, architecture: empty })).toEqual([]);
});

test('the same design gives the same text', () => expect(mermaidArtefacts(sampleDesign())).toEqual(mermaidArtefacts(design)));

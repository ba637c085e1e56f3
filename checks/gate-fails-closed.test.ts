import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { catalogue } from '@archwright/catalogue';
import { answerBrief } from '@archwright/engine';
import type { GateInput } from '@archwright/engine/gate/check';
import { CHECKS, runGate } from '@archwright/engine/gate/gate';
import { ledgerFaults } from '@archwright/engine/gate/ledger-holds';
import { renderAnswer, sourceArtefacts } from '@archwright/generators';
import { shippedSnapshot, snapshotSource, verifyTechnologies } from '@archwright/evidence';
import type { Answer, Decision, Design, Requirement } from '@archwright/model';
import { ROOT } from './source/source-file.ts';

const DATE = '2026-11-24';
let sound: GateInput;

beforeAll(async () => {
  const brief = readFileSync(join(ROOT, 'fixtures/briefs/notification-service/brief.txt'), 'utf8');
  const verify = {
    verify: (technologies: Parameters<typeof verifyTechnologies>[0]) =>
      verifyTechnologies(technologies, [snapshotSource(shippedSnapshot)], new Date(`${DATE}T12:00:00Z`)),
  };
  const { design, proofs }: Answer = await answerBrief({ brief, date: DATE, seed: 1, catalogue, assume: true }, verify);
  const artefacts = sourceArtefacts(design);
  // As in the pipeline, the gate reads the response before its own checklist is added to it.
  sound = { design, artefacts, proofs, response: renderAnswer(design, { artefacts, proofs }), catalogue };
});

const withDesign =
  (change: (design: Design) => Partial<Design>) =>
  (input: GateInput): GateInput => ({ ...input, design: { ...input.design, ...change(input.design) } });
const firstDecision = (change: Partial<Decision>) =>
  withDesign(({ decisions }) => ({ decisions: decisions.map((one, index) => (index === 0 ? { ...one, ...change } : one)) }));
const requirement = (change: Pick<Requirement, 'key'> & Partial<Requirement>): Requirement => ({
  id: `test.${change.key}`,
  origin: 'stated',
  statement: `test of ${change.key}`,
  ...change,
});

/** A technology that leads an option of a decision made, and was not chosen anywhere. */
function passedOver({ decisions }: Design): string {
  const chosen = new Set(decisions.flatMap(({ technologies }) => technologies));
  return catalogue.options
    .filter(({ decision }) => decisions.some(({ id }) => id === decision))
    .map(({ technologies }) => technologies[0])
    .find((id): id is string => id !== undefined && !chosen.has(id))!;
}

/** For each check, one fault that it alone is there to catch. */
const FAULTS: Readonly<Record<string, (input: GateInput) => GateInput>> = {
  feasible: withDesign(() => ({ conflict: [{ constraint: 'budget: $5/month', wouldHaveToBecome: 'at least $40/month' }] })),
  'version-without-evidence': withDesign(({ versions }) => ({ versions: versions.map((one) => ({ ...one, evidence: [] })) })),
  'version-source-dated': withDesign(({ versions }) => ({ versions: versions.map((one) => ({ ...one, asOf: 'undated' })) })),
  'known-vulnerability': withDesign(({ versions }) => ({
    versions: versions.map((one) => ({
      ...one,
      evidence: [
        ...one.evidence,
        {
          subject: one.technology,
          claim: 'advisory',
          value: 'an advisory',
          source: 'test',
          locator: 'test',
          digest: 'test',
          retrievedAt: DATE,
          origin: 'live',
        },
      ],
    })),
  })),
  'deprecated-technology': (input) => ({
    ...input,
    catalogue: { ...catalogue, technologies: catalogue.technologies.map((one) => ({ ...one, status: 'end-of-life' })) },
  }),
  'outdated-pattern': withDesign(({ versions }) => ({
    versions: versions.map((one) => ({ ...one, status: 'conflict', reason: '' })),
  })),
  'trade-offs': firstDecision({ gives: ' ' }),
  'deployment-defined': (input) => ({ ...input, artefacts: input.artefacts.filter(({ path }) => !path.startsWith('deploy/')) }),
  'edge-serverless-considered': withDesign(({ decisions }) => ({
    decisions: decisions.map((one) => ({ ...one, options: one.options.slice(0, 0) })),
  })),
  'scale-budget-timeline': withDesign(() => ({ assumptions: [] })),
  'existing-decision': withDesign((design) => ({
    requirements: [...design.requirements, requirement({ key: 'existing', subject: passedOver(design) })],
  })),
  'threat-model': withDesign(() => ({ threats: [] })),
  'team-can-operate': withDesign(({ figures }) => ({ figures: figures.filter(({ id }) => id !== 'hours.run') })),
  rollback: firstDecision({ rollback: '' }),
  'total-cost': withDesign(({ costs }) => ({ costs: costs.slice(1) })),
  'hard-constraint': withDesign(({ requirements, decisions }) => ({
    requirements: [
      ...requirements,
      requirement({ key: 'prohibition', subject: decisions.flatMap(({ technologies }) => technologies)[0]! }),
    ],
  })),
  'artefacts-accepted': (input) => ({
    ...input,
    proofs: [{ artefact: 'api/openapi.yaml', claim: 'accepted', tool: 'test', version: '1', outcome: 'rejected', log: 'no' }],
  }),
  'figures-derived': withDesign(({ figures }) => ({ figures: figures.filter(({ origin }) => origin === 'computed') })),
  'number-without-figure': (input) => ({ ...input, response: `${input.response}\n\nIt was seen to carry 918,273 requests.\n` }),
  'anti-patterns': withDesign(() => ({
    findings: [{ rule: 'test', severity: 'error', place: 'api', message: 'a fault', why: 'test', fix: 'test' }],
  })),
};

const outcomeOf = (input: GateInput, id: string): string | undefined =>
  runGate(input).checks.find((check) => check.id === id)?.outcome;

test('the response of a fixture brief passes', () => {
  expect(runGate(sound).checks.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
});

test.each(['rpo', 'rto'] as const)('a stated %s that the design does not keep is a broken constraint', (key) => {
  const given = (value: number) =>
    withDesign(({ requirements, figures }) => ({
      requirements: [
        ...requirements,
        { ...requirement({ key }), quantity: { low: value, likely: value, high: value, unit: 's' } },
      ],
      figures: figures.map((one) => (one.id.startsWith('recovery.') ? { ...one, likely: 10 } : one)),
    }))(sound);
  expect(outcomeOf(given(10), 'hard-constraint')).not.toBe('failed');
  expect(outcomeOf(given(9), 'hard-constraint')).toBe('failed');
});

test('every check has a fault that it must catch', () => {
  expect(Object.keys(FAULTS).sort()).toEqual(['feasible', ...CHECKS.map(({ id }) => id)].sort());
});

test.each(Object.entries(FAULTS))('%s stops the response it is there for', (id, spoil) => {
  expect(outcomeOf(sound, id)).not.toBe('failed');
  expect(outcomeOf(spoil(sound), id)).toBe('failed');
  expect(runGate(spoil(sound)).passed).toBe(false);
});

test('what was not looked up or not run is unproven, never passed', () => {
  expect(outcomeOf({ ...sound, proofs: [] }, 'artefacts-accepted')).toBe('unproven');
  expect(
    outcomeOf(
      { ...sound, proofs: [{ artefact: 'a', claim: 'c', tool: 't', version: '1', outcome: 'not-run', log: 'no tool' }] },
      'artefacts-accepted',
    ),
  ).toBe('unproven');
  expect(outcomeOf(sound, 'known-vulnerability')).toBe('unproven');
});

test('a single observation taken out, or one that names a version changed, stops the response', () => {
  const { versions } = sound.design;
  const observed = versions.flatMap(({ evidence }, at) => evidence.map((_, index) => [at, index] as const));
  expect(observed.length).toBeGreaterThan(10);
  const spoilt = (at: number, evidence: Design['versions'][number]['evidence']): Design['versions'] =>
    versions.map((one, index) => (index === at ? { ...one, evidence } : one));
  for (const [at, index] of observed) {
    const { evidence } = versions[at]!;
    expect(ledgerFaults(spoilt(at, evidence.toSpliced(index, 1)), catalogue)).toHaveLength(1);
    if (evidence[index]!.claim !== 'version' || evidence[index]!.value !== versions[at]!.version) continue;
    const other = { ...evidence[index]!, value: '99.0.0' };
    expect(ledgerFaults(spoilt(at, evidence.toSpliced(index, 1, other)), catalogue)).toHaveLength(1);
  }
  const [at, index] = observed[0]!;
  const without = withDesign(() => ({ versions: spoilt(at, versions[at]!.evidence.toSpliced(index, 1)) }))(sound);
  expect(outcomeOf(without, 'version-without-evidence')).toBe('failed');
  expect(runGate(without).passed).toBe(false);
});

test('where verified versions are required, what only the snapshot knows stops the response', () => {
  expect(outcomeOf(sound, 'every-version-verified')).toBeUndefined();
  expect(outcomeOf({ ...sound, requireVerified: true }, 'every-version-verified')).toBe('failed');
});

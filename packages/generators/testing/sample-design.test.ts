import { architectureSchema } from '@archwright/model';
import { expect, test } from 'vitest';
import { lookup } from '../figure-lookup.ts';
import { sampleDesign } from './sample-design.ts';

const design = sampleDesign();
const { architecture } = design;

test('the architecture is valid', () => {
  expect(architectureSchema.safeParse(architecture).error).toBeUndefined();
});

test('every reference to a figure resolves', () => {
  const { figure } = lookup(design);
  const ids = [
    ...design.capacity.flatMap((row) => row.figures),
    ...design.costs.map((item) => item.figure),
    ...architecture.mechanisms.flatMap((use) => use.parameters.map((parameter) => parameter.figure)),
    ...architecture.components.flatMap((c) => [c.instances, c.utilisation, c.monthlyCost, c.availability]),
    ...architecture.connections.flatMap((c) => [c.rate, c.payload]),
    ...architecture.flows.flatMap((flow) => [flow.latencyP50, flow.latencyP99, flow.target]),
    ...architecture.entities.flatMap((e) => [e.retention, e.rowBytes, e.rowsAtYearOne, e.bytesAtHorizon]),
    ...architecture.accessPatterns.flatMap((pattern) => [pattern.rate, pattern.latencyTarget]),
    ...architecture.api.operations.flatMap((o) => [o.meanRate, o.peakRate, o.requestBytes, o.responseBytes, o.latencyTarget]),
    ...design.requirements.map((requirement) => requirement.figure),
  ].filter((id) => id !== undefined);
  for (const id of ids) expect(figure(id).id).toBe(id);
});

test('every reference between parts resolves', () => {
  const components = new Set(architecture.components.map(({ id }) => id));
  const entities = new Set(architecture.entities.map(({ id }) => id));
  const boundaries = new Set(architecture.boundaries.map(({ id }) => id));
  expect(architecture.components.filter(({ boundary }) => !boundaries.has(boundary))).toEqual([]);
  expect(architecture.connections.filter(({ from, to }) => !components.has(from) || !components.has(to))).toEqual([]);
  const steps = architecture.flows.flatMap((flow) => flow.steps);
  expect(steps.filter(({ from, to }) => !components.has(from) || !components.has(to))).toEqual([]);
  const parents = architecture.entities.flatMap(({ fields }) => fields.flatMap((field) => field.references?.entity ?? []));
  const named = [
    ...parents,
    ...architecture.accessPatterns.map(({ entity }) => entity),
    ...architecture.api.operations.map(({ entity }) => entity),
  ];
  expect(named.filter((id) => !entities.has(id))).toEqual([]);
});

test('an unknown figure is an error', () => {
  expect(() => lookup(design).text('no-such-figure')).toThrow('no figure "no-such-figure"');
});

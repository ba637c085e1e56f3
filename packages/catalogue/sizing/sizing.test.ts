import { formula } from '@archwright/kernel';
import { DEMAND_VARIABLES, type DemandVariable, EXPORTED_VARIABLES, type ExportedVariable, type Option } from '@archwright/model';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import ecsEc2 from '../options/compute/ecs-ec2.ts';
import eks from '../options/compute/eks.ts';
import fargate from '../options/compute/fargate.ts';
import lambdaNode from '../options/compute/lambda-node.ts';
import lightsailVm from '../options/compute/lightsail-vm.ts';
import directAws from '../options/edge/direct-aws.ts';
import microservices from '../options/pattern/microservices.ts';
import modularMonolith from '../options/pattern/modular-monolith.ts';
import servicesByTeam from '../options/pattern/services-by-team.ts';
import sseAws from '../options/real-time/sse-aws.ts';
import noRealTime from '../options/real-time/no-real-time.ts';

type Values = Partial<Record<DemandVariable | ExportedVariable, number>>;

const CONSTANTS: Values = { secondsPerMonth: 2_628_000, headroom: 0.65, cpuPerRequest: 0.004, contexts: 1, engineers: 1, regions: 1, oneSecond: 1, oneByte: 1, oneHour: 1, onePerMonth: 1, jobSeconds: 1, peakFactor: 3 };

/** An option's lines at the likely values of its parameters. */
function evaluate(option: Option, values: Values) {
  const known: Record<string, number> = {};
  for (const name of Object.keys(DEMAND_VARIABLES)) known[name] = 0;
  for (const [name, [, , neutral]] of Object.entries(EXPORTED_VARIABLES)) known[name] = neutral;
  Object.assign(known, CONSTANTS, values);
  for (const [name, { likely }] of Object.entries(option.parameters)) known[name] = likely;
  const value = (text: string): number => formula(text).evaluate((name) => known[name] ?? Number.NaN);
  for (const line of [...option.figures, ...option.costs]) known[line.id] = value(line.formula);
  return {
    monthly: option.costs.reduce((sum, { id }) => sum + known[id]!, 0),
    hours: value(option.build.formula) + 36 * value(option.run.formula),
    feasible: option.limits.every(({ demand, limit }) => value(demand) <= value(limit)),
    exported: (name: ExportedVariable): number => value(option.exports?.[name] ?? String(known[name])),
  };
}

describe('patterns', () => {
  test.each([
    ['one person, two contexts', 1, 2, 'monolith'],
    ['a team, four contexts', 6, 4, 'monolith'],
    ['two teams, four contexts', 16, 4, 'monolith'],
    ['five teams, four contexts', 40, 4, 'services'],
    ['six teams, six contexts', 48, 6, 'services'],
  ])('%s', (_, engineers, contexts, cheaper) => {
    const [monolith, services] = [modularMonolith, microservices].map((option) => evaluate(option, { engineers, contexts }).hours);
    expect(monolith! < services! ? 'monolith' : 'services').toBe(cheaper);
  });

  test('a service per team never has more deployables than a service per context', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 40 }), fc.integer({ min: 1, max: 300 }), (contexts, engineers) => {
        const [byTeam, byContext] = [servicesByTeam, microservices].map((option) => evaluate(option, { contexts, engineers }).exported('deployables'));
        expect(byTeam).toBeLessThanOrEqual(byContext!);
      }),
    );
  });
});

describe('compute', () => {
  test.each([
    ['idle', { requestMean: 0.01, requestPeak: 0.1 }],
    ['busy', { requestMean: 300, requestPeak: 900, jobMean: 50, jobPeak: 200 }],
  ])('%s: a machine does not cost less than nothing, functions cost nothing when idle', (name, demand) => {
    expect(evaluate(fargate, demand).monthly).toBeGreaterThan(30);
    if (name === 'idle') expect(evaluate(lambdaNode, demand).monthly).toBeLessThan(1);
    else expect(evaluate(lambdaNode, demand).monthly).toBeGreaterThan(evaluate(fargate, demand).monthly);
  });

  test('the smallest machine takes a hundred users and refuses a thousand requests a second', () => {
    expect(evaluate(lightsailVm, { requestMean: 0.02, requestPeak: 0.2 })).toMatchObject({ feasible: true, monthly: 7 });
    expect(evaluate(lightsailVm, { requestMean: 300, requestPeak: 1_000 }).feasible).toBe(false);
  });

  test.each([fargate, ecsEc2, eks].map((option) => [option.id, option] as const))('%s carries 170,000 requests a second', (_, option) => {
    expect(evaluate(option, { requestMean: 100_000, requestPeak: 170_000, cpuFactor: 0.6, deployables: 5 }).feasible).toBe(true);
  });

  test('monthly cost never falls when load rises', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e5, noNaN: true }), fc.double({ min: 1, max: 3, noNaN: true }), (mean, growth) => {
        const at = (rate: number): Values => ({ requestMean: rate, requestPeak: 3 * rate, jobMean: rate / 10, jobPeak: rate / 3, egressBytes: rate * 2_000 });
        for (const option of [fargate, ecsEc2, eks, lambdaNode, directAws])
          expect(evaluate(option, at(mean * growth)).monthly).toBeGreaterThanOrEqual(evaluate(option, at(mean)).monthly - 1e-6);
      }),
    );
  });
});

describe('push channels', () => {
  test('ten million connections fit gateways of our own', () => {
    expect(evaluate(sseAws, { connections: 1e7, pushPeak: 1e5 }).feasible).toBe(true);
  });
  test('a thousand connections cost nothing beside the application', () => {
    expect(evaluate(sseAws, { connections: 1_000, pushPeak: 50 }).monthly).toBe(0);
  });
  test('none is feasible only where nothing is pushed', () => {
    expect(evaluate(noRealTime, {}).feasible).toBe(true);
    expect(evaluate(noRealTime, { connections: 1 }).feasible).toBe(false);
  });
});

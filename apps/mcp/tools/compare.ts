import type { Decision, Design } from '@archwright/model';
import type { McpServer } from '@modelcontextprotocol/server';
import * as z from 'zod';
import type { Context } from '../context.ts';
import { clip } from '../results/bounds.ts';
import { outcomeOf } from '../results/design-result.ts';
import { answered, problem, result, runFor } from './call.ts';
import { briefInput, designIdInput } from './inputs.ts';
import { storedDesign } from './stored.ts';

/** Figures that every design has, in the order a reader asks for them. */
const MEASURES = ['cost.infrastructure', 'cost.people', 'cost.total', 'cost.per-thousand', 'availability.design'] as const;

const side = z.object({ name: z.string(), designId: z.string().optional() });
const output = z.object({
  kind: z.enum(['options', 'designs']),
  left: side,
  right: side,
  options: z
    .array(
      z.object({
        id: z.string(),
        name: z.string(),
        verdict: z.enum(['chosen', 'feasible', 'rejected']),
        reason: z.string(),
        totalCostUsd: z.number().optional().describe('36 months, of the best whole design with this option'),
        monthlyCostUsd: z.number().optional(),
      }),
    )
    .optional(),
  measures: z
    .array(z.object({ figure: z.string(), label: z.string(), unit: z.string(), left: z.number(), right: z.number() }))
    .optional(),
  decisions: z.array(z.object({ id: z.string(), title: z.string(), left: z.string(), right: z.string() })).optional(),
  flips: z.array(z.object({ axis: z.string(), at: z.number(), to: z.string() })).optional(),
});
type Compared = z.infer<typeof output>;

const input = z.object({
  designId: designIdInput.optional(),
  decision: z.string().max(80).optional().describe('with designId and two options: the decision point, such as primary-store'),
  options: z
    .tuple([z.string().max(120), z.string().max(120)])
    .optional()
    .describe('ids or names of two options'),
  designs: z.tuple([designIdInput, designIdInput]).optional().describe('two designs made earlier'),
  briefs: z.tuple([briefInput, briefInput]).optional().describe('two briefs, designed with their unknowns assumed'),
});

/** `compare`: two options of one design, two designs, or two briefs, by the figures that decide. */
export function registerCompare(server: McpServer, context: Context): void {
  server.registerTool(
    'compare',
    {
      title: 'Compare options or designs',
      description:
        'Two options of a design (give designId, decision, options), two designs (designs), or two briefs (briefs): verdicts, total cost of ownership, deciding figures, and what differs.',
      inputSchema: input,
      outputSchema: output,
      annotations: { readOnlyHint: true, idempotentHint: true, openWorldHint: false },
    },
    (args, call) =>
      answered(async () => {
        const { designId, decision, options, designs, briefs } = args;
        if (designId && decision && options)
          return compareOptions(storedDesign(context, designId).answer.design, decision, options);
        if (designs) {
          const [left, right] = designs.map((id) => storedDesign(context, id));
          return present(compareDesigns(named(left!.answer.design, left!.id), named(right!.answer.design, right!.id)));
        }
        if (!briefs)
          return problem(
            'compare/nothing',
            'nothing to compare',
            'give designId with decision and options, or designs, or briefs',
          );
        const [left, right] = await Promise.all(briefs.map((brief) => designOf(brief, context, call)));
        const failed = [left!, right!].find(({ outcome }) => outcome !== 'answered');
        if (failed)
          return problem(
            'compare/no-design',
            `${failed.side.name} has no design: ${failed.outcome}`,
            'call `design` on that brief to see why',
          );
        return present(compareDesigns(left!.side, right!.side));
      }),
  );
}

interface Side {
  readonly name: string;
  readonly design: Design;
  readonly designId?: string;
}
const named = (design: Design, designId: string): Side => ({ name: design.title, design, designId });

async function designOf(brief: string, context: Context, call: Parameters<typeof runFor>[1]) {
  const { answer } = await runFor(
    context,
    call,
    {
      kind: 'design',
      request: { brief, answers: {} },
      assume: true,
      date: context.host.today(),
      seed: 1,
      offline: true,
      prove: false,
    },
    context.timeLimits.designMs,
  );
  const outcome = outcomeOf(answer);
  return {
    outcome,
    side:
      outcome === 'answered'
        ? named(answer.design, context.store.put(answer).id)
        : { name: answer.design.title, design: answer.design },
  };
}

function compareOptions(design: Design, point: string, wanted: readonly [string, string]) {
  const decision = design.decisions.find(({ id }) => id === point);
  if (!decision)
    return problem(
      'compare/unknown-decision',
      `${clip(point, 80)} is not a decision of this design`,
      `they are ${design.decisions.map(({ id }) => id).join(', ')}`,
    );
  const [left, right] = wanted.map((one) => optionCalled(decision, one));
  if (!left || !right)
    return problem(
      'compare/unknown-option',
      'an option of that name was not considered',
      `considered: ${decision.options.map(({ id }) => id).join(', ')}`,
    );
  const compared: Compared = {
    kind: 'options',
    left: { name: left.name },
    right: { name: right.name },
    options: [left, right].map(({ id, name, verdict, reason, totalCost, monthlyCost }) => ({
      id,
      name,
      verdict,
      reason: clip(reason),
      ...(totalCost !== undefined && { totalCostUsd: totalCost }),
      ...(monthlyCost !== undefined && { monthlyCostUsd: monthlyCost }),
    })),
    flips: decision.flips.map(({ axis, at, toName }) => ({ axis, at, to: toName })),
  };
  return present(compared);
}

function optionCalled({ options }: Decision, name: string) {
  const plain = name.toLowerCase();
  return (
    options.find(({ id }) => id === name) ??
    options.find((one) => one.name.toLowerCase() === plain) ??
    options.find((one) => one.name.toLowerCase().startsWith(plain))
  );
}

function compareDesigns(left: Side, right: Side): Compared {
  const measures = MEASURES.flatMap((id) => {
    const [a, b] = [left, right].map(({ design }) => design.figures.find((figure) => figure.id === id));
    return a && b ? [{ figure: id, label: a.label, unit: a.unit, left: a.likely, right: b.likely }] : [];
  });
  const points = [...new Set([...left.design.decisions, ...right.design.decisions].map(({ id }) => id))];
  const decisions = points.flatMap((id) => {
    const [a, b] = [left, right].map(({ design }) => design.decisions.find((one) => one.id === id));
    return a?.chosen === b?.chosen
      ? []
      : [{ id, title: (a ?? b)!.title, left: a?.chosenName ?? 'not decided', right: b?.chosenName ?? 'not decided' }];
  });
  const sideOf = ({ name, designId }: Side) => ({ name, ...(designId !== undefined && { designId }) });
  return { kind: 'designs', left: sideOf(left), right: sideOf(right), measures, decisions };
}

const round = (value: number): string => value.toLocaleString('en-US', { maximumSignificantDigits: 6 });

function present(compared: Compared) {
  const { left, right, options = [], measures = [], decisions = [], flips = [] } = compared;
  const lines = [
    `# ${left.name} against ${right.name}`,
    ...options.map(
      ({ name, verdict, reason, totalCostUsd }) =>
        `- ${name}: ${verdict}; ${reason}${totalCostUsd === undefined ? '' : `; USD ${round(totalCostUsd)} over 36 months`}`,
    ),
    ...measures.map((one) => `- ${one.label}: ${round(one.left)} against ${round(one.right)} ${one.unit}`),
    ...(compared.kind === 'designs' && decisions.length === 0 ? ['Every decision is the same.'] : []),
    ...decisions.map((one) => `- ${one.title}: ${one.left} → ${one.right}`),
    ...flips.map(({ axis, at, to }) => `- ${to} wins from ${axis} ${at}`),
  ];
  return result(compared, lines.join('\n'));
}

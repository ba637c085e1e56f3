import { explain, explanationText } from '@archwright/engine';
import type { Decision } from '@archwright/model';
import type { McpServer } from '@modelcontextprotocol/server';
import * as z from 'zod';
import type { Context } from '../context.ts';
import { clip, first, LONGEST_TEXT } from '../results/bounds.ts';
import { answered, problem, result } from './call.ts';
import { designIdInput } from './inputs.ts';
import { storedDesign } from './stored.ts';

const MOST_OPTIONS = 30;

const output = z.object({
  kind: z.enum(['figure', 'decision']),
  name: z.string(),
  figure: z
    .object({
      id: z.string(),
      label: z.string(),
      likely: z.number(),
      low: z.number().nullable().describe('null: without a bound'),
      high: z.number().nullable(),
      unit: z.string(),
      origin: z.string(),
      formula: z.string().optional(),
      inputs: z.record(z.string(), z.string()).describe('name in the formula to figure id: open them in turn'),
    })
    .optional(),
  decision: z
    .object({
      id: z.string(),
      title: z.string(),
      chosen: z.string(),
      options: z.array(
        z.object({ id: z.string(), name: z.string(), verdict: z.string(), reason: z.string(), figures: z.array(z.string()) }),
      ),
      gains: z.string(),
      gives: z.string(),
      rollback: z.string(),
      flips: z.array(z.object({ axis: z.string(), at: z.number(), to: z.string() })),
      robustnessShare: z.number().optional(),
    })
    .optional(),
  text: z.string().describe('the derivation down to stated facts and sourced data, or the options with their verdicts'),
});

/** `why`: the derivation of a figure, or the options of a decision with the figure that settled each. */
export function registerWhy(server: McpServer, context: Context): void {
  server.registerTool(
    'why',
    {
      title: 'Why this figure or choice',
      description:
        'Opens a figure (such as `cost.total`) down to stated facts and sourced data, or a decision (such as `primary-store`) with every option and the figure that settled it. Cite this instead of explaining from memory.',
      inputSchema: z.object({
        designId: designIdInput,
        name: z.string().min(1).max(200).describe('figure id, decision id, or id of a chosen option'),
        depth: z.int().min(0).max(12).optional().describe('levels of the derivation to open; default 4'),
      }),
      outputSchema: output,
      annotations: { readOnlyHint: true, idempotentHint: true, openWorldHint: false },
    },
    ({ designId, name, depth = 4 }) =>
      answered(async () => {
        const { design } = storedDesign(context, designId).answer;
        const found = explain(design, name);
        if (found.kind === 'unknown')
          return problem(
            'why/unknown',
            `no figure or decision is called ${clip(name, 80)}`,
            `close to it: ${found.closest.join(', ')}`,
          );
        const text = clip(explanationText(design, found, depth), LONGEST_TEXT);
        return result(
          found.kind === 'figure'
            ? { kind: 'figure', name, figure: figureLine(found.figure), text }
            : { kind: 'decision', name, decision: decisionLine(found.decision), text },
          text,
        );
      }),
  );
}

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

function figureLine({
  id,
  label,
  likely,
  low,
  high,
  unit,
  origin,
  formula,
  inputs,
}: Extract<ReturnType<typeof explain>, { kind: 'figure' }>['figure']) {
  return {
    id,
    label,
    likely,
    low: finite(low),
    high: finite(high),
    unit,
    origin,
    ...(formula && { formula }),
    inputs: { ...inputs },
  };
}

function decisionLine(decision: Decision) {
  const { id, title, chosenName, options, gains, gives, rollback, flips, robustness } = decision;
  return {
    id,
    title,
    chosen: chosenName,
    options: first(options, MOST_OPTIONS).shown.map((one) => ({
      id: one.id,
      name: one.name,
      verdict: one.verdict,
      reason: clip(one.reason, 200),
      figures: one.figures.slice(0, 4),
    })),
    gains: clip(gains),
    gives: clip(gives),
    rollback: clip(rollback),
    flips: flips.map(({ axis, at, toName }) => ({ axis, at, to: toName })),
    ...(robustness && { robustnessShare: robustness.share }),
  };
}

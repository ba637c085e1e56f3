import { catalogue } from '@archwright/catalogue';
import { compareArchitectures } from '@archwright/engine';
import { renderComparison } from '@archwright/generators';
import type { McpServer } from '@modelcontextprotocol/server';
import * as z from 'zod';
import type { Context } from '../context.ts';
import { clip, first } from '../results/bounds.ts';
import { answered, result } from './call.ts';
import { designIdInput } from './inputs.ts';
import { storedDesign } from './stored.ts';

const MOST = { changes: 40, steps: 24 } as const;

const output = z.object({
  from: z.string(),
  to: z.string(),
  monthlyBeforeUsd: z.number(),
  monthlyAfterUsd: z.number(),
  runHoursBefore: z.number().describe('a month'),
  runHoursAfter: z.number(),
  migrationHours: z.number().describe('sum of the steps whose hours are known'),
  changes: z.array(
    z.object({
      subject: z.string(),
      name: z.string(),
      kind: z.string(),
      before: z.string().optional(),
      after: z.string().optional(),
      breaking: z.boolean().optional(),
    }),
  ),
  changesLeft: z.number().describe('changes left out of the list'),
  migration: z.array(
    z.object({
      phase: z.string(),
      subject: z.string(),
      step: z.string(),
      rollback: z.string(),
      reversible: z.boolean(),
      risk: z.string(),
      hours: z.number().optional(),
    }),
  ),
  stepsLeft: z.number(),
});

/** `diff`: what changes from one design to another, and the ordered migration with its way back. */
export function registerDiff(server: McpServer, context: Context): void {
  server.registerTool(
    'diff',
    {
      title: 'Difference and migration',
      description:
        'What changes from one design to another (decisions, components, tables, operations, breaking ones marked), and the ordered migration: each step with its rollback, its risk and its hours. Use it for any change of a running system.',
      inputSchema: z.object({ from: designIdInput, to: designIdInput }),
      outputSchema: output,
      annotations: { readOnlyHint: true, idempotentHint: true, openWorldHint: false },
    },
    ({ from, to }) =>
      answered(async () => {
        const [before, after] = [from, to].map((id) => storedDesign(context, id).answer.design);
        const comparison = compareArchitectures(before!, after!, catalogue);
        const changes = first(comparison.changes, MOST.changes);
        const steps = first(comparison.migration, MOST.steps);
        const structured = {
          from: comparison.from,
          to: comparison.to,
          monthlyBeforeUsd: comparison.monthlyBefore,
          monthlyAfterUsd: comparison.monthlyAfter,
          runHoursBefore: comparison.runBefore,
          runHoursAfter: comparison.runAfter,
          migrationHours: comparison.migrationHours,
          changes: changes.shown.map(({ subject, name, kind, before: old, after: now, breaking }) => ({
            subject,
            name: clip(name, 120),
            kind,
            ...(old !== undefined && { before: clip(old, 120) }),
            ...(now !== undefined && { after: clip(now, 120) }),
            ...(breaking !== undefined && { breaking }),
          })),
          changesLeft: changes.left,
          migration: steps.shown.map(({ phase, subject, step, rollback, reversible, risk, hours }) => ({
            phase,
            subject,
            step: clip(step, 240),
            rollback: clip(rollback, 160),
            reversible,
            risk: clip(risk, 120),
            ...(hours !== undefined && { hours }),
          })),
          stepsLeft: steps.left,
        };
        return result(structured, renderComparison(comparison));
      }),
  );
}

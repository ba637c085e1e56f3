import type { McpServer } from '@modelcontextprotocol/server';
import * as z from 'zod';
import type { Context } from '../context.ts';
import { designResult, outcomeOf } from '../results/design-result.ts';
import { designSchema } from '../results/schemas.ts';
import { designText } from '../results/design-text.ts';
import type { Designed } from '../work/job.ts';
import { askForm, canAsk, replyOf } from './ask.ts';
import { allowedFolder, answered, problem, result, runFor } from './call.ts';
import { answersInput, briefInput, dateInput, repositoryInput, specificationInput } from './inputs.ts';

const input = z.object({
  brief: briefInput.optional(),
  specification: specificationInput.optional(),
  answers: answersInput.optional(),
  assume: z
    .boolean()
    .optional()
    .describe('true only when the user said so: unanswered questions take their defaults, listed as assumptions'),
  repository: repositoryInput.optional(),
  offline: z.boolean().optional().describe('versions from the shipped, dated snapshot only'),
  prove: z.boolean().optional().describe('false: do not give the files to the tools that consume them (faster, claims less)'),
  date: dateInput.optional(),
  seed: z.int().min(0).max(1_000_000_000).optional().describe('of the robustness draws; default 1'),
});

/** `design`: a brief to a complete, gated design; blocking questions are asked where the client can, and come back otherwise. */
export function registerDesign(server: McpServer, context: Context): void {
  server.registerTool(
    'design',
    {
      title: 'Design a backend',
      description:
        'Turns a brief into a complete, checked backend design: decisions with the figure that settled each, cost, capacity, risks, roadmap, API contract, schema, deployment. Returns a summary with links to the files. A brief that is too thin comes back as questions. Every number and version in it is computed or sourced: use no others.',
      inputSchema: input,
      outputSchema: designSchema,
      annotations: { readOnlyHint: true, idempotentHint: true, openWorldHint: true },
    },
    (args, call) =>
      answered(async () => {
        if (args.brief === undefined && args.specification === undefined)
          return problem('mcp/no-brief', 'neither a brief nor a specification was given', 'give one of them');
        const reply = replyOf(call);
        const known = { ...args.answers, ...(reply.kind === 'answered' && reply.answers) };
        const designed = await runFor(context, call, jobOf(args, known, context), limitOf(args, context));
        const { questions, title, depth } = designed.answer.design;
        if (depth === 'questions' && reply.kind === 'not-asked' && canAsk(server, call)) return askForm(title, questions);
        return present(designed, context);
      }),
  );
}

const jobOf = (args: z.infer<typeof input>, answers: Readonly<Record<string, string>>, { host }: Context) => ({
  kind: 'design' as const,
  request: {
    brief: args.brief,
    specification: args.specification,
    answers,
    repository: args.repository === undefined ? undefined : allowedFolder(args.repository, host.roots),
  },
  assume: args.assume ?? false,
  date: args.date ?? host.today(),
  seed: args.seed ?? 1,
  offline: host.offline || (args.offline ?? false),
  prove: args.prove ?? true,
});

const limitOf = ({ prove = true }: z.infer<typeof input>, { timeLimits }: Context): number =>
  timeLimits.designMs + (prove ? timeLimits.proveMs : 0);

/** Only a design that passed its gate is kept and can be read. */
function present({ answer, notes }: Designed, { store }: Context) {
  const stored = outcomeOf(answer) === 'answered' ? store.put(answer) : undefined;
  const structured = designResult(answer, notes, stored?.id);
  return result(
    structured,
    designText(structured, answer.response),
    structured.files.map(({ uri, title }) => ({ uri, title })),
  );
}

import type { McpServer } from '@modelcontextprotocol/server';
import * as z from 'zod';
import type { Context } from '../context.ts';
import { clip, first } from '../results/bounds.ts';
import { diagnosticLine, questionLine } from '../results/design-result.ts';
import { diagnosticSchema, questionSchema } from '../results/schemas.ts';
import { askForm, canAsk, replyOf } from './ask.ts';
import { allowedFolder, answered, result, runFor } from './call.ts';
import { answersInput, briefInput, repositoryInput, specificationInput } from './inputs.ts';

const MOST_UNDERSTOOD = 40;

const output = z.object({
  title: z.string(),
  understood: z.array(z.object({ statement: z.string(), origin: z.string() })),
  questions: z.array(questionSchema).describe('still open, most valuable first'),
  answers: z.record(z.string(), z.string()).describe('what is answered so far: give it to `design`'),
  blocked: z.boolean().describe('a design needs answers first'),
  diagnostics: z.array(diagnosticSchema),
});

/** `clarify`: what the brief says, and the questions whose answers would change the design; asks them where the client can. */
export function registerClarify(server: McpServer, context: Context): void {
  server.registerTool(
    'clarify',
    {
      title: 'Clarifying questions',
      description:
        'Reads a brief and returns the few questions whose answers would change the design, each with its default and what it would change. Call it first. Where the client can show a form, the user is asked directly.',
      inputSchema: z.object({
        brief: briefInput,
        specification: specificationInput.optional(),
        answers: answersInput.optional(),
        repository: repositoryInput.optional(),
        ask: z.boolean().optional().describe('false: return the questions even where the client could ask the user'),
      }),
      outputSchema: output,
      annotations: { readOnlyHint: true, idempotentHint: true, openWorldHint: false },
    },
    ({ brief, specification, answers = {}, repository, ask = true }, call) =>
      answered(async () => {
        const reply = replyOf(call);
        const known = { ...answers, ...(reply.kind === 'answered' && reply.answers) };
        const folder = repository === undefined ? undefined : allowedFolder(repository, context.host.roots);
        const found = await runFor(
          context,
          call,
          { kind: 'clarify', request: { brief, specification, answers: known, repository: folder } },
          context.timeLimits.lookupMs,
        );
        if (ask && reply.kind === 'not-asked' && found.questions.length > 0 && canAsk(server, call))
          return askForm(found.title, found.questions);
        const questions = found.questions.map(questionLine);
        const structured = {
          title: found.title,
          understood: first(found.requirements, MOST_UNDERSTOOD).shown.map(({ statement, origin }) => ({
            statement: clip(statement, 200),
            origin,
          })),
          questions,
          answers: known,
          blocked: questions.some(({ blocking }) => blocking),
          diagnostics: found.notes
            .filter(({ severity }) => severity !== 'info')
            .slice(0, 8)
            .map(diagnosticLine),
        };
        return result(structured, textOf(structured));
      }),
  );
}

function textOf({ title, understood, questions, answers, blocked }: z.infer<typeof output>): string {
  return [
    `# ${title}`,
    ...understood.map(({ statement, origin }) => `- ${statement} (${origin})`),
    ...Object.entries(answers).map(([id, answer]) => `- answered ${id}: ${answer}`),
    '',
    ...(questions.length === 0
      ? ['No further answer would change the design: call `design`.']
      : [
          blocked ? 'A design needs answers first:' : 'Answers would change the design:',
          ...questions.map(
            (one) =>
              `- ${one.question} (id: ${one.id}${one.blocking ? ', blocking' : ''}; default: ${one.default}; would change: ${one.changes})`,
          ),
        ]),
  ].join('\n');
}

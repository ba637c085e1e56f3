import type { Artefact, Proof } from '@archwright/model';
import type { McpServer } from '@modelcontextprotocol/server';
import * as z from 'zod';
import type { Context } from '../context.ts';
import { clip, first } from '../results/bounds.ts';
import { countProofs } from '../results/design-result.ts';
import { proofCountSchema, proofSchema } from '../results/schemas.ts';
import { answered, problem, result, runFor } from './call.ts';
import { designIdInput } from './inputs.ts';
import { storedDesign } from './stored.ts';

const MOST_FILES = 20;
const LONGEST_FILE = 512_000;
const MOST_PROOFS = 40;
/** Prose about the files, and files the design itself is written in, are not given to tools. */
const NOT_FOR_TOOLS = new Set(['README.md', 'evidence.json', 'proofs.json', 'model.json']);

const output = z.object({
  designId: z.string(),
  counts: proofCountSchema,
  proofs: z.array(proofSchema).describe('rejected first, then not run, then accepted'),
  left: z.number().describe('proofs left out of the list, all of the kinds listed last'),
});

/** `prove`: every file of a design given to the tool that consumes it, with the caller's own edits in place of the originals. */
export function registerProve(server: McpServer, context: Context): void {
  server.registerTool(
    'prove',
    {
      title: 'Prove the files',
      description:
        'Gives the files of a design to the tools that will consume them (Mermaid, an OpenAPI linter, an embedded PostgreSQL, parsers). Pass edited files in `files` to check your edits before telling the user they work.',
      inputSchema: z.object({
        designId: designIdInput,
        files: z
          .array(z.object({ path: z.string().min(1).max(300), content: z.string().max(LONGEST_FILE) }))
          .max(MOST_FILES)
          .optional()
          .describe('edited files of the design, by their path in it; only these and what they depend on are checked'),
      }),
      outputSchema: output,
      annotations: { readOnlyHint: true, idempotentHint: true, openWorldHint: false },
    },
    ({ designId, files = [] }, call) =>
      answered(async () => {
        const { answer } = storedDesign(context, designId);
        const foreign = files.filter(({ path }) => !answer.artefacts.some((one) => one.path === path));
        if (foreign.length > 0)
          return problem(
            'prove/unknown-file',
            `the design has no file ${clip(foreign[0]!.path, 120)}`,
            `it has ${answer.artefacts
              .map(({ path }) => path)
              .slice(0, 40)
              .join(', ')}`,
          );
        const artefacts = withEdits(answer.artefacts, files);
        const proofs = await runFor(
          context,
          call,
          { kind: 'prove', design: answer.design, artefacts, date: answer.design.date },
          context.timeLimits.proveMs,
        );
        const wanted = files.length === 0 ? proofs : proofs.filter(({ artefact }) => files.some(({ path }) => path === artefact));
        return present(designId, wanted);
      }),
  );
}

function withEdits(
  artefacts: readonly Artefact[],
  files: readonly { readonly path: string; readonly content: string }[],
): readonly Artefact[] {
  const edited = new Map(files.map(({ path, content }) => [path, content]));
  return artefacts
    .filter(({ path }) => !NOT_FOR_TOOLS.has(path))
    .map((one) => ({ ...one, content: edited.get(one.path) ?? one.content }));
}

const RANK: Readonly<Record<Proof['outcome'], number>> = { rejected: 0, 'not-run': 1, accepted: 2 };

function present(designId: string, proofs: readonly Proof[]) {
  const ranked = [...proofs].sort((a, b) => RANK[a.outcome] - RANK[b.outcome]);
  const { shown, left } = first(ranked, MOST_PROOFS);
  const counts = countProofs(proofs);
  const structured = {
    designId,
    counts,
    proofs: shown.map(({ log, ...rest }) => ({ ...rest, log: clip(log, rest.outcome === 'rejected' ? 800 : 120) })),
    left,
  };
  const lines = shown
    .filter(({ outcome }) => outcome !== 'accepted')
    .map(
      (one) =>
        `- ${one.outcome} ${one.artefact}${one.line === undefined ? '' : `:${one.line}`}: ${one.claim} (${one.tool} ${one.version}): ${clip(one.log, 400)}`,
    );
  return result(
    structured,
    [`${counts.accepted} accepted, ${counts.rejected} rejected, ${counts.notRun} not run`, ...lines].join('\n'),
  );
}

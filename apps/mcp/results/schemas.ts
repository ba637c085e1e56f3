import * as z from 'zod';

export const diagnosticSchema = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  message: z.string(),
  hint: z.string().optional(),
});

export const questionSchema = z.object({
  id: z.string().describe('key of `answers`'),
  question: z.string(),
  default: z.string().describe('what is assumed without an answer'),
  changes: z.string().describe('what the answer would change'),
  blocking: z.boolean().describe('nothing sensible can be designed before it is answered'),
});

export const linkSchema = z.object({ uri: z.string(), title: z.string(), bytes: z.number().optional() });

export const proofSchema = z.object({
  artefact: z.string(),
  claim: z.string(),
  tool: z.string(),
  version: z.string(),
  outcome: z.enum(['accepted', 'rejected', 'not-run']),
  line: z.number().optional(),
  log: z.string(),
});

export const proofCountSchema = z.object({ accepted: z.number(), rejected: z.number(), notRun: z.number() });

export const versionSchema = z.object({
  technology: z.string(),
  name: z.string(),
  status: z.enum(['verified', 'stale', 'unverified', 'conflict']),
  version: z.string().optional().describe('absent where no evidence was found: do not fill it in from memory'),
  reason: z.string(),
  asOf: z.string().optional(),
  endOfLife: z.string().optional(),
  deprecated: z.string().optional(),
  documentation: z.string(),
});

export const designSchema = z.object({
  outcome: z
    .enum(['answered', 'questions', 'gate-failed', 'conflict'])
    .describe('only `answered` is a design; `questions` need answers first; the other two say what failed'),
  title: z.string(),
  designId: z.string().optional().describe('for `why`, `compare`, `prove`, `diff` and the resources'),
  depth: z.enum(['full', 'short', 'questions']),
  summary: z
    .object({
      what: z.array(z.string()),
      monthlyCost: z.string(),
      carries: z.string(),
      breaksFirst: z.string(),
      topRisks: z.array(z.string()),
    })
    .optional(),
  decisions: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      chosen: z.string(),
      because: z.string(),
      runnerUp: z.string().optional(),
      extraCostOfRunnerUpUsd: z.number().optional().describe('over 36 months'),
    }),
  ),
  versions: z.array(
    z.object({ name: z.string(), version: z.string().optional(), status: z.string(), asOf: z.string().optional() }),
  ),
  assumptions: z.array(z.object({ statement: z.string(), reason: z.string(), fragile: z.boolean() })),
  questions: z.array(questionSchema),
  conflict: z.array(z.object({ constraint: z.string(), wouldHaveToBecome: z.string() })),
  gate: z.object({
    passed: z.boolean(),
    checksPassed: z.number(),
    failed: z.array(z.object({ id: z.string(), title: z.string(), detail: z.string() })),
    unproven: z.array(z.object({ id: z.string(), title: z.string(), detail: z.string() })),
  }),
  proofs: proofCountSchema,
  files: z.array(linkSchema).describe('the main ones; `resources/list` names them all'),
  fileCount: z.number(),
  diagnostics: z.array(diagnosticSchema),
  next: z.array(z.string()).describe('what to do now'),
});
export type DesignResult = z.infer<typeof designSchema>;

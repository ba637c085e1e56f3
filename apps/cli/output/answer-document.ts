import { createHash } from 'node:crypto';
import { architectureSchema, type Answer, type ModelContribution } from '@archwright/model';
import * as z from 'zod';

const place = z.object({
  source: z.string(),
  name: z.string().optional(),
  start: z.number().optional(),
  end: z.number().optional(),
  line: z.number().optional(),
  column: z.number().optional(),
  quote: z.string().optional(),
});
const source = z.object({
  title: z.string(),
  url: z.string().optional(),
  asOf: z.string(),
  confidence: z.string().optional(),
  note: z.string().optional(),
});
const diagnostic = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  message: z.string(),
  at: place.optional(),
  hint: z.string().optional(),
});
const quantity = z.object({ low: z.number(), likely: z.number(), high: z.number(), unit: z.string() });

const figure = z.object({
  id: z.string(),
  label: z.string(),
  value: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  unit: z.string().describe('1/s, B, B/s, s, USD/month, USD, count, ratio; h for hours of people'),
  origin: z.string(),
  formula: z.string().optional(),
  inputs: z.array(z.object({ name: z.string(), id: z.string() })),
  source: source.optional(),
  at: place.optional(),
  reason: z.string().optional(),
});

/** The one document that `design --json` prints on stdout. */
export const answerDocumentSchema = z.object({
  title: z.string(),
  date: z.string(),
  catalogueAsOf: z.string(),
  intent: z.enum(['design', 'choose', 'compare', 'estimate', 'review', 'explain']),
  depth: z.enum(['full', 'short', 'questions']),
  requirements: z.array(
    z.object({
      id: z.string(),
      key: z.string(),
      subject: z.string().optional(),
      detail: z.string().optional(),
      quantity: quantity.optional(),
      value: z.string().optional(),
      origin: z.string(),
      at: place.optional(),
      statement: z.string(),
      reason: z.string().optional(),
      figure: z.string().optional(),
    }),
  ),
  questions: z.array(
    z.object({
      id: z.string(),
      question: z.string(),
      key: z.string(),
      subject: z.string().optional(),
      default: z.string(),
      changes: z.string(),
      blocking: z.boolean(),
      flips: z.array(z.string()),
      costMoved: z.number().optional(),
    }),
  ),
  assumptions: z.array(
    z.object({
      id: z.string(),
      statement: z.string(),
      reason: z.string(),
      figure: z.string().optional(),
      fragile: z.boolean(),
      effect: z.string(),
    }),
  ),
  figures: z.array(figure),
  decisions: z.array(
    z.looseObject({
      id: z.string(),
      title: z.string(),
      chosen: z.string(),
      options: z.array(
        z.looseObject({
          id: z.string(),
          name: z.string(),
          verdict: z.enum(['chosen', 'feasible', 'rejected']),
          reason: z.string(),
        }),
      ),
    }),
  ),
  architecture: architectureSchema,
  roadmap: z.array(z.looseObject({ id: z.string(), title: z.string(), factor: z.number() })),
  risks: z.array(z.looseObject({ id: z.string() })),
  threats: z.array(z.looseObject({ id: z.string() })),
  compliance: z.array(z.looseObject({ regime: z.string() })),
  artefacts: z.array(
    z.object({ path: z.string(), title: z.string(), mediaType: z.string(), bytes: z.number(), sha256: z.string() }),
  ),
  evidence: z.array(z.looseObject({ technology: z.string(), status: z.string() })),
  proofs: z.array(
    z.object({
      artefact: z.string(),
      claim: z.string(),
      tool: z.string(),
      version: z.string(),
      outcome: z.enum(['accepted', 'rejected', 'not-run']),
      log: z.string(),
      line: z.number().optional(),
    }),
  ),
  gate: z.object({
    passed: z.boolean(),
    checks: z.array(
      z.object({ id: z.string(), title: z.string(), outcome: z.string(), detail: z.string(), checklist: z.string().optional() }),
    ),
  }),
  conflict: z.array(z.object({ constraint: z.string(), wouldHaveToBecome: z.string() })).optional(),
  model: z
    .object({
      name: z.string(),
      outcome: z.enum(['accepted', 'overruled', 'unavailable']),
      rounds: z.number(),
      requirements: z.array(z.string()).describe('ids of requirements that a language model found in the words at their place'),
      suggestions: z.array(z.object({ claim: z.string(), why: z.string() })).describe('claims that were not taken'),
      options: z.array(z.looseObject({ decision: z.string(), option: z.string(), verdict: z.string() })),
      note: z.string().optional(),
      failures: z.array(z.string()),
    })
    .optional(),
  diagnostics: z.array(diagnostic),
  response: z.string().describe('Markdown'),
});
export type AnswerDocument = z.infer<typeof answerDocumentSchema>;

export const answerJsonSchema = (): unknown => ({
  ...(z.toJSONSchema(answerDocumentSchema, { target: 'draft-2020-12' }) as object),
  title: 'archwright design --json',
});

const modelPart = ({ model, requirements, suggestions, options, failures, ...rest }: ModelContribution) => ({
  name: model,
  ...rest,
  requirements: requirements.map(({ id }) => id),
  suggestions: suggestions.map((one) => ({ ...one })),
  options: options.map((one) => ({ ...one })),
  failures: [...failures],
});

/** Unbounded bounds have no number in JSON. */
const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

export function answerDocument({ design, artefacts, proofs, gate, response, contribution }: Answer): AnswerDocument {
  const {
    title,
    date,
    catalogueAsOf,
    intent,
    depth,
    requirements,
    questions,
    assumptions,
    decisions,
    architecture,
    roadmap,
    risks,
    threats,
    compliance,
    versions,
    diagnostics,
    conflict,
  } = design;
  return {
    title,
    date,
    catalogueAsOf,
    intent,
    depth,
    requirements: [...requirements],
    questions: questions.map((question) => ({ ...question, flips: [...question.flips] })),
    assumptions: [...assumptions],
    figures: design.figures.map(({ id, label, likely, low, high, unit, origin, formula, inputs, source: from, at, reason }) => ({
      id,
      label,
      value: finite(likely),
      low: finite(low),
      high: finite(high),
      unit,
      origin,
      ...(formula && { formula }),
      inputs: Object.entries(inputs).map(([name, input]) => ({ name, id: input })),
      ...(from && { source: from }),
      ...(at && { at }),
      ...(reason && { reason }),
    })),
    decisions: decisions.map((decision) => ({ ...decision, options: decision.options.map((option) => ({ ...option })) })),
    architecture,
    roadmap: roadmap.map((stage) => ({ ...stage })),
    risks: risks.map((risk) => ({ ...risk })),
    threats: threats.map((threat) => ({ ...threat })),
    compliance: compliance.map((control) => ({ ...control })),
    artefacts: artefacts.map(({ path, title: name, mediaType, content }) => ({
      path,
      title: name,
      mediaType,
      bytes: Buffer.byteLength(content),
      sha256: createHash('sha256').update(content).digest('hex'),
    })),
    evidence: versions.map((version) => ({ ...version })),
    proofs: [...proofs],
    gate: { passed: gate.passed, checks: [...gate.checks] },
    ...(conflict && { conflict: [...conflict] }),
    ...(contribution && { model: modelPart(contribution) }),
    diagnostics: [...diagnostics],
    response,
  };
}

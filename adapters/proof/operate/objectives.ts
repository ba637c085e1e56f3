import type { Artefact } from '@archwright/model';
import * as z from 'zod';
import { locatedDocuments, syntaxFault } from '../documents/located-yaml.ts';
import { judge, schemaFindings, type Finding } from '../findings.ts';
import type { Prover } from '../proof.ts';

const BY = { tool: 'OpenSLO schema', version: 'v1' };
const SLO = 'it follows OpenSLO v1, and every alert policy it names is an alert of the rules';
const LINKED = 'every alert has a severity and a runbook that is there, and every objective burns over four pairs of windows';

/** @source https://github.com/OpenSLO/OpenSLO/tree/main/schemas/v1, read 2026-11-30: the part that is written here */
const source = z.strictObject({
  metricSource: z.strictObject({ type: z.string(), spec: z.strictObject({ query: z.string().min(1) }) }),
});
const openslo = z.strictObject({
  apiVersion: z.literal('openslo/v1'),
  kind: z.literal('SLO'),
  metadata: z.strictObject({
    name: z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/, 'is no name'),
    displayName: z.string().optional(),
    labels: z.record(z.string(), z.union([z.string(), z.array(z.string())])).optional(),
  }),
  spec: z.strictObject({
    description: z.string().max(1_050).optional(),
    service: z.string(),
    indicator: z.strictObject({
      metadata: z.strictObject({ name: z.string() }),
      spec: z.strictObject({
        ratioMetric: z.strictObject({ counter: z.boolean(), good: source.optional(), bad: source.optional(), total: source }),
      }),
    }),
    timeWindow: z
      .array(z.strictObject({ duration: z.string().regex(/^[1-9]\d*[mhdwMQY]$/, 'is no duration'), isRolling: z.boolean() }))
      .length(1),
    budgetingMethod: z.enum(['Occurrences', 'Timeslices', 'RatioTimeslices']),
    objectives: z.array(z.strictObject({ displayName: z.string().optional(), target: z.number().gt(0).lt(1) })).min(1),
    alertPolicies: z.array(z.strictObject({ alertPolicyRef: z.string() })).optional(),
  }),
});

interface Rule {
  readonly alert?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
}
const find = (artefacts: readonly Artefact[], ending: string): Artefact | undefined =>
  artefacts.find(({ path }) => path.endsWith(ending));

/** Objectives and the alerts that watch them, against each other and the runbooks. */
export const proveObjectives: Prover = async (artefacts) => {
  const [slo, alerts] = [find(artefacts, 'operate/slo.yaml'), find(artefacts, 'operate/alerts.yaml')];
  const named = alerts ? rulesOf(alerts).flatMap(({ rule }) => rule.alert ?? []) : [];
  return Promise.all([
    ...(slo ? [judge(BY, SLO, slo, () => sloFindings(slo, named), 'no finding')] : []),
    ...(alerts
      ? [
          judge(
            { tool: 'archwright alert rules', version: '2026-11-30' },
            LINKED,
            alerts,
            () => alertFindings(alerts, artefacts),
            `${named.length} alerts`,
          ),
        ]
      : []),
  ]);
};

const sloFindings = ({ content }: Artefact, alerts: readonly string[]): readonly Finding[] => {
  const documents = locatedDocuments(content);
  if (documents.length === 0) return [syntaxFault(content)];
  return documents.flatMap((document) => {
    const faults = schemaFindings(openslo, document);
    if (faults.length > 0) return faults;
    const { spec } = document.value as z.infer<typeof openslo>;
    const policies = spec.alertPolicies ?? [];
    return [
      ...policies.flatMap(({ alertPolicyRef }, index) =>
        alerts.includes(alertPolicyRef)
          ? []
          : [{ message: `there is no alert ${alertPolicyRef}`, line: document.lineOf(['spec', 'alertPolicies', index]) }],
      ),
      ...(policies.length === 4
        ? []
        : [{ message: `${policies.length} alert policies, not four pairs of windows`, line: document.lineOf(['spec']) }]),
    ];
  });
};

function rulesOf({ content }: Artefact): readonly { readonly rule: Rule; readonly line: (key: string) => number }[] {
  return locatedDocuments(content).flatMap((document) => {
    const { groups = [] } = document.value as { readonly groups?: readonly { readonly rules?: readonly Rule[] }[] };
    return groups.flatMap(({ rules = [] }, group) =>
      rules.map((rule, index) => ({
        rule,
        line: (key: string) => document.lineOf(['groups', group, 'rules', index, ...key.split('.')]),
      })),
    );
  });
}

/** Anchors as the readers of Markdown make them from headings. */
const anchorsOf = ({ content }: Artefact): ReadonlySet<string> =>
  new Set(
    [...content.matchAll(/^#{1,6} (.+)$/gm)].map(([, heading]) =>
      heading!
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, '')
        .trim()
        .replace(/\s/g, '-'),
    ),
  );

function alertFindings(alerts: Artefact, artefacts: readonly Artefact[]): readonly Finding[] {
  return rulesOf(alerts).flatMap(({ rule: { alert, labels = {}, annotations = {} }, line }) => {
    if (alert === undefined) return [];
    const { runbook_url: runbook, summary } = annotations;
    const [path = '', anchor = ''] = (runbook ?? '').split('#');
    const file = find(artefacts, path);
    return [
      ...(/^(?:page|ticket)$/.test(labels['severity'] ?? '')
        ? []
        : [{ message: `${alert}: its severity is neither page nor ticket`, line: line('labels') }]),
      ...(summary ? [] : [{ message: `${alert}: no summary`, line: line('annotations') }]),
      ...(runbook === undefined
        ? [{ message: `${alert}: no runbook_url`, line: line('annotations') }]
        : file && anchorsOf(file).has(anchor)
          ? []
          : [{ message: `${alert}: there is no ${runbook}`, line: line('annotations.runbook_url') }]),
    ];
  });
}

import type { Artefact } from '@archwright/model';
import * as z from 'zod';
import { type LocatedDocument, locatedDocuments, syntaxFault } from '../documents/located-yaml.ts';
import { judge, schemaFindings, type Finding } from '../findings.ts';
import type { Prover } from '../proof.ts';

const BY = { tool: 'Grafana dashboard schema', version: '39' };
const CLAIM =
  'panels have distinct ids and queries, lie beside each other on the grid of 24 columns, and take the chosen data source (no Grafana was started)';

/** @source https://grafana.com/docs/grafana/latest/dashboards/build-dashboards/view-dashboard-json-model/, read 2026-11-30 */
const datasource = z.strictObject({ type: z.string(), uid: z.string() });
const panel = z.looseObject({
  id: z.int().min(1),
  type: z.enum(['row', 'stat', 'timeseries', 'gauge', 'table', 'text', 'bargauge', 'heatmap', 'alertlist', 'state-timeline']),
  title: z.string().min(1),
  gridPos: z.strictObject({ x: z.int().min(0).max(23), y: z.int().min(0), w: z.int().min(1).max(24), h: z.int().min(1) }),
  datasource: datasource.optional(),
  targets: z
    .array(z.looseObject({ refId: z.string().regex(/^[A-Z]+$/), expr: z.string().min(1), datasource: datasource.optional() }))
    .optional(),
});
const dashboard = z.looseObject({
  uid: z.string().regex(/^[\w-]{1,40}$/, 'is no uid'),
  title: z.string().min(1),
  schemaVersion: z.int().min(30),
  templating: z.looseObject({ list: z.array(z.looseObject({ name: z.string(), type: z.string() })) }),
  panels: z.array(panel).min(1),
});
type Panel = z.infer<typeof panel>;

/** `dashboard.json`: what Grafana needs to show it as meant. */
export const proveDashboard: Prover = async (artefacts) =>
  Promise.all(
    artefacts
      .filter(({ path }) => /(?:^|\/)operate\/dashboard\.json$/.test(path))
      .map((file) => judge(BY, CLAIM, file, () => dashboardFindings(file), 'no finding')),
  );

function dashboardFindings({ content }: Artefact): readonly Finding[] {
  const [document] = locatedDocuments(content);
  if (!document) return [syntaxFault(content)];
  const faults = schemaFindings(dashboard, document);
  if (faults.length > 0) return faults;
  const { panels, templating } = document.value as z.infer<typeof dashboard>;
  const variables = new Set(templating.list.map(({ name }) => name));
  return panels.flatMap((one, index) => panelFindings(one, index, panels, variables, document));
}

function panelFindings(
  one: Panel,
  index: number,
  panels: readonly Panel[],
  variables: ReadonlySet<string>,
  document: LocatedDocument,
): readonly Finding[] {
  const at = (key: string, message: string): Finding => ({
    message: `panel ${one.id} (${one.title}): ${message}`,
    line: document.lineOf(['panels', index, ...key.split('.')]),
  });
  const { x, w } = one.gridPos;
  const uid = one.datasource?.uid ?? '';
  const twin = panels.slice(0, index).find(({ id }) => id === one.id);
  const under = panels.slice(0, index).find((other) => overlap(one, other));
  const letters = (one.targets ?? []).map(({ refId }) => refId);
  return [
    ...(twin ? [at('id', 'its id is taken')] : []),
    ...(x + w > 24 ? [at('gridPos', 'it is wider than the grid')] : []),
    ...(under ? [at('gridPos', `it lies over panel ${under.id}`)] : []),
    ...(one.type !== 'row' && one.type !== 'text' && letters.length === 0 ? [at('targets', 'it asks nothing')] : []),
    ...(new Set(letters).size < letters.length ? [at('targets', 'two queries have one letter')] : []),
    ...(uid.startsWith('${') && !variables.has(uid.slice(2, -1)) ? [at('datasource.uid', `there is no variable ${uid}`)] : []),
  ];
}

const overlap = ({ gridPos: a }: Panel, { gridPos: b }: Panel): boolean =>
  a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;

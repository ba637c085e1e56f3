import { isMap, isScalar, LineCounter, parseAllDocuments, visit } from 'yaml';
import { judge, type Finding } from '../findings.ts';
import { packageVersion } from '../package-version.ts';
import { messageOf, notRun, type Prover } from '../proof.ts';

const CLAIM = 'Prometheus’ own grammar parses every query in it (types are not checked)';
/** Where queries stand: rules and dashboards say `expr`, objectives and canaries `query`. */
const KEYS: ReadonlySet<unknown> = new Set(['expr', 'query']);

/** Queries of rules, objectives, dashboards and canaries, with nothing to install. */
export const provePromql: Prover = async (artefacts) => {
  const files = artefacts.filter(({ path }) =>
    /(?:^|\/)operate\/(?:alerts|slo)\.yaml$|(?:^|\/)operate\/dashboard\.json$|kubernetes\/base\/canary\.yaml$/.test(path),
  );
  if (files.length === 0) return [];
  const by = { tool: '@prometheus-io/lezer-promql', version: packageVersion('@prometheus-io/lezer-promql') };
  try {
    const { parser } = await import('@prometheus-io/lezer-promql');
    const faultAt = (query: string): number | undefined => {
      let at: number | undefined;
      parser.parse(query).iterate({
        enter: (node) => {
          if (node.type.isError) at ??= node.from;
        },
      });
      return at;
    };
    return await Promise.all(
      files.map((file) => {
        const queries = queriesIn(file.content);
        return judge(by, CLAIM, file, () => queries.flatMap((query) => findingsOf(query, faultAt)), `${queries.length} queries`);
      }),
    );
  } catch (error) {
    return notRun(by, CLAIM, files, `the grammar could not be loaded: ${messageOf(error)}`);
  }
};

interface Query {
  readonly text: string;
  readonly line: number;
}

function findingsOf({ text, line }: Query, faultAt: (query: string) => number | undefined): readonly Finding[] {
  const at = text.trim() === '' ? 0 : faultAt(text);
  return at === undefined
    ? []
    : [
        {
          message: `no PromQL at character ${at + 1}: ${text.slice(Math.max(0, at - 30), at)}⟪here⟫${text.slice(at, at + 30)}`,
          line,
        },
      ];
}

function queriesIn(content: string): readonly Query[] {
  const lines = new LineCounter();
  const queries: Query[] = [];
  for (const document of parseAllDocuments(content, { lineCounter: lines, uniqueKeys: false }))
    visit(document, {
      Pair: (_, { key, value }, path) => {
        if (!isScalar(key) || !KEYS.has(key.value) || !isScalar(value) || typeof value.value !== 'string') return;
        // A dashboard's variable has a `query` that is no PromQL.
        const owner = path.at(-1);
        if (isMap(owner) && owner.get('type') === 'datasource') return;
        queries.push({ text: value.value, line: lines.linePos(value.range![0]).line });
      },
    });
  return queries;
}

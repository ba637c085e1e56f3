import { oncePer } from '@archwright/kernel';
import { type Design } from '@archwright/model';
import { parse } from 'yaml';
import { decisionPath } from '@archwright/generators/adr/decision-path';
import { diagrams } from '@archwright/generators/mermaid/index';
import { type ConsistencyCheck, type Disagreement, letters, lettersOf, lineWith, missing } from './check.ts';

/** Headings of a MADR 4.0 record that a reader counts on. */
const HEADINGS = [
  '## Context and Problem Statement',
  '## Decision Drivers',
  '## Considered Options',
  '## Decision Outcome',
  '### Consequences',
  '## Pros and Cons of the Options',
];

/** A decision record names every option of its decision, and chooses the one the model has chosen. */
export const decisionRecords: ConsistencyCheck = {
  claim: 'it is the record of a decision of the model, with every option',
  applies: (path) => /^decisions\/\d{4}-.*\.md$/.test(path),
  compare({ path, content }, { decisions }) {
    const decision = decisions.find((one, index) => decisionPath(one, index) === path);
    if (!decision) return { compared: 1, faults: [{ message: 'the model has no decision with this number and title', line: 1 }] };
    const outcome = content.split('\n').find((line) => line.startsWith('Chosen option:')) ?? '';
    const chosen: Disagreement[] = lettersOf(outcome).includes(letters(decision.chosenName))
      ? []
      : [{ message: `the model chooses ${decision.chosenName}`, ...lineOf(content, 'Chosen option:') }];
    const all = lettersOf(content);
    const options = decision.options.filter(({ name }) => !all.includes(letters(name)));
    return {
      compared: HEADINGS.length + decision.options.length + 1,
      faults: [
        ...missing(
          content,
          HEADINGS.map((heading) => [`the heading ${heading}`, heading] as const),
        ),
        ...chosen,
        ...options.map(({ name }) => ({ message: `the option ${name} is missing` })),
      ],
    };
  },
};

const lineOf = (content: string, text: string): { line?: number } => {
  const line = lineWith(content, text);
  return line === undefined ? {} : { line };
};

/**
 * A diagram has every line that the model gives it, in any order: a renamed box, a changed rate or a dropped arrow is a line
 * that is no longer there. Lines that a person added are theirs.
 */
export const diagramLines: ConsistencyCheck = {
  claim: 'its boxes, arrows and rates are those of the model',
  applies: (path) => /^diagrams\/[^/]+\.mmd$/.test(path),
  compare({ path, content }, design) {
    const wanted = wantedDiagrams(design).get(path);
    if (wanted === undefined) return { compared: 0, faults: [] };
    // Lines may be alike (`uuid id PK` in every entity): each that is found is used up.
    const own = new Map<string, number>();
    for (const line of content.split('\n')) own.set(line.trim(), (own.get(line.trim()) ?? 0) + 1);
    const lines = wanted.split('\n').map((line) => line.trim());
    const gone = lines.filter((line) => {
      const left = own.get(line) ?? 0;
      own.set(line, left - 1);
      return line !== '' && left <= 0;
    });
    return {
      compared: lines.length,
      faults: gone.map((line) => ({ message: `the model has: ${line}`, ...nearest(content, line) })),
    };
  },
};

const wantedDiagrams = oncePer(
  (design: Design): ReadonlyMap<string, string> =>
    new Map(diagrams(design).map(({ name, text }) => [`diagrams/${name}.mmd`, text])),
);

/** The line a person most likely changed: the one that begins most like the one that is gone. */
function nearest(content: string, line: string): { line?: number } {
  const like = content.split('\n').map((one) => common(one.trim(), line));
  const most = Math.max(...like);
  return most < 4 ? {} : { line: like.indexOf(most) + 1 };
}

function common(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return at;
}

/** Every operation of the model is in the contract, and the contract has no operation the model does not know. */
export const contract: ConsistencyCheck = {
  claim: 'its operations are those of the model',
  applies: (path) => path === 'api/openapi.yaml',
  compare({ content }, { architecture }) {
    const document = parse(content, { maxAliasCount: 100 }) as { paths?: Record<string, Record<string, unknown>> } | null;
    const declared = new Set(
      Object.entries(document?.paths ?? {}).flatMap(([path, methods]) =>
        Object.keys(methods ?? {}).map((method) => `${method.toUpperCase()} ${shape(path)}`),
      ),
    );
    const wanted = architecture.api.operations.map(
      ({ method, path }) => `${method === 'STREAM' ? 'GET' : method} ${shape(path)}`,
    );
    return {
      compared: wanted.length,
      faults: wanted
        .filter((one) => !declared.has(one) && !declared.has(one.replace(/^(?:GET|PUT|PATCH|DELETE) /, 'POST ')))
        .map((one) => ({ message: `the operation ${one} of the model is missing` })),
    };
  },
};
/** Names of path parameters are the contract's own. */
const shape = (path: string): string => path.replace(/\{[^}]*\}/g, '{}');

/** Every event of the model is in the description of the messages. */
export const messages: ConsistencyCheck = {
  claim: 'its events are those of the model',
  applies: (path) => path === 'api/asyncapi.yaml',
  compare: ({ content }, { architecture }) => ({
    compared: architecture.events.length,
    faults: missing(
      content,
      architecture.events.map(({ name }) => [`the event ${name}`, name] as const),
    ),
  }),
};

/** Every table and column of the model is created in the schema of the relational store. */
export const schema: ConsistencyCheck = {
  claim: 'its tables and columns are those of the model',
  applies: (path) => path === 'database/schema.sql',
  compare({ content }, { architecture }) {
    const bodies = new Map<string, string>();
    for (const [, name = '', body = ''] of content.matchAll(
      /create table (?:if not exists )?"?([a-z0-9_]{1,80})"? \(([\s\S]*?)\n\)/gi,
    ))
      bodies.set(name.toLowerCase(), body);
    const held = architecture.entities.filter(({ table }) => bodies.has(table.toLowerCase()));
    const store = held[0]?.component;
    const faults: Disagreement[] = architecture.entities
      .filter(({ table, component }) => component === store && !bodies.has(table.toLowerCase()))
      .map(({ table }) => ({ message: `the table ${table} of the model is missing` }));
    for (const { table, fields } of held) {
      const body = bodies.get(table.toLowerCase())!;
      for (const { name } of fields)
        if (!new RegExp(`(?:^|\\n)\\s*"?${name.replace(/[^a-z0-9_]/gi, '.')}"?\\s`, 'i').test(body))
          faults.push({
            message: `the column ${table}.${name} of the model is missing`,
            ...lineOf(content.toLowerCase(), `create table ${table.toLowerCase()}`),
          });
    }
    return { compared: held.reduce((sum, { fields }) => sum + fields.length + 1, 0), faults };
  },
};

/** Every service level objective of the model is in the file, with its objective. */
export const objectives: ConsistencyCheck = {
  claim: 'its objectives are those of the model',
  applies: (path) => path === 'operate/slo.yaml',
  compare: ({ content }, { architecture }) => ({
    compared: architecture.slos.length,
    faults: missing(
      content,
      architecture.slos.map(({ id, objective }) => [`the objective of ${id}`, String(objective)] as const),
    ),
  }),
};

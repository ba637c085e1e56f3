import { catalogue } from '@archwright/catalogue';

/** Kinds of entries, in the words of callers. */
export const KINDS_OF_ENTRY = [
  'technology',
  'option',
  'decision-point',
  'domain',
  'mechanism',
  'failure-mode',
  'compliance',
] as const;
export type KindOfEntry = (typeof KINDS_OF_ENTRY)[number];

export interface CatalogueEntry {
  readonly kind: KindOfEntry;
  readonly id: string;
  readonly name: string;
  /** One line. */
  readonly summary: string;
  /** The whole entry, plain data with its sources. */
  readonly data: unknown;
}

const entry = (kind: KindOfEntry, id: string, name: string, summary: string, data: unknown): CatalogueEntry => ({
  kind,
  id,
  name,
  summary,
  data,
});

const ENTRIES: readonly CatalogueEntry[] = [
  ...catalogue.technologies.map((one) => entry('technology', one.id, one.name, one.summary, one)),
  ...catalogue.options.map((one) => entry('option', one.id, one.name, `${one.decision}: ${one.summary}`, one)),
  ...catalogue.decisionPoints.map((one) => entry('decision-point', one.id, one.title, one.question, one)),
  ...catalogue.archetypes.map((one) => entry('domain', one.id, one.name, one.summary, one)),
  ...catalogue.mechanisms.map((one) => entry('mechanism', one.id, one.name, one.problem, one)),
  ...catalogue.failureModes.map((one) => entry('failure-mode', one.id, one.name, one.effect, one)),
  ...catalogue.compliance.map((one) => entry('compliance', one.id, one.name, one.appliesWhen, one)),
];

export const catalogueEntries = (kind?: KindOfEntry): readonly CatalogueEntry[] =>
  kind === undefined ? ENTRIES : ENTRIES.filter((one) => one.kind === kind);

export const findEntry = (kind: string, id: string): CatalogueEntry | undefined =>
  ENTRIES.find((one) => one.kind === kind && one.id === id);

/** Entries that hold every word of the query; those with a word in their name come first. */
export function searchEntries(query: string, kind?: KindOfEntry): readonly CatalogueEntry[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean).slice(0, 12);
  const scored = catalogueEntries(kind).flatMap((one) => {
    const name = `${one.id} ${one.name}`.toLowerCase();
    const all = `${name} ${one.summary} ${aliasesOf(one.data)}`.toLowerCase();
    return words.every((word) => all.includes(word)) ? [{ one, score: words.filter((word) => name.includes(word)).length }] : [];
  });
  return scored.sort((a, b) => b.score - a.score).map(({ one }) => one);
}

function aliasesOf(data: unknown): string {
  const { aliases, serves, provides } = data as Partial<Record<'aliases' | 'serves' | 'provides', readonly string[]>>;
  return [...(aliases ?? []), ...(serves ?? []), ...(provides ?? [])].join(' ');
}

import { catalogue } from '@archwright/catalogue';
import type { McpServer } from '@modelcontextprotocol/server';
import * as z from 'zod';
import {
  catalogueEntries,
  type CatalogueEntry,
  findEntry,
  KINDS_OF_ENTRY,
  searchEntries,
} from '../resources/catalogue-entries.ts';
import { clip, first, LONGEST_TEXT } from '../results/bounds.ts';
import { catalogueUri } from '../uris.ts';
import { problem, result } from './call.ts';

const MOST_ENTRIES = 40;

const output = z.object({
  asOf: z.string().describe('day of the catalogue'),
  entries: z.array(z.object({ kind: z.string(), id: z.string(), name: z.string(), summary: z.string(), uri: z.string() })),
  left: z.number().describe('entries that were found and left out'),
  entry: z.record(z.string(), z.unknown()).optional().describe('the whole entry, when one was asked for and it is not too long'),
});

/** `read_catalogue`: what the engine knows, by kind, by words, or one entry whole. */
export function registerCatalogue(server: McpServer): void {
  server.registerTool(
    'read_catalogue',
    {
      title: 'Read the catalogue',
      description:
        'What the engine knows: technologies, options of each decision with prices and limits, domains, mechanisms, failure modes, compliance regimes, each number with source and date. Search with `query`, or name one entry with `kind` and `id`.',
      inputSchema: z.object({
        kind: z.enum(KINDS_OF_ENTRY).optional(),
        id: z.string().max(120).optional().describe('with kind: one whole entry'),
        query: z.string().max(200).optional().describe('words that the entry must hold'),
      }),
      outputSchema: output,
      annotations: { readOnlyHint: true, idempotentHint: true, openWorldHint: false },
    },
    ({ kind, id, query }) => {
      if (id === undefined) return listing(query === undefined ? catalogueEntries(kind) : searchEntries(query, kind));
      const found = kind && findEntry(kind, id);
      return found
        ? whole(found)
        : problem(
            'catalogue/unknown',
            `no ${kind ?? 'entry'} is called ${clip(id, 80)}`,
            'search with `query`; `id` needs `kind`',
          );
    },
  );
}

const line = ({ kind, id, name, summary }: CatalogueEntry) => ({
  kind,
  id,
  name,
  summary: clip(summary, 160),
  uri: catalogueUri(kind, id),
});

function listing(entries: readonly CatalogueEntry[]) {
  const { shown, left } = first(entries, MOST_ENTRIES);
  const text = [
    ...shown.map(({ kind, id, name, summary }) => `- ${kind} ${id}: ${name}. ${clip(summary, 120)}`),
    ...(left > 0 ? [`${left} more: narrow it with kind or query`] : []),
  ].join('\n');
  return result({ asOf: catalogue.asOf, entries: shown.map(line), left }, text || 'nothing holds all these words');
}

function whole(entry: CatalogueEntry) {
  const text = JSON.stringify(entry.data, null, 1);
  const fits = text.length <= LONGEST_TEXT;
  const uri = catalogueUri(entry.kind, entry.id);
  return result(
    { asOf: catalogue.asOf, entries: [line(entry)], left: 0, ...(fits && { entry: entry.data as Record<string, unknown> }) },
    fits ? `${entry.name}: ${entry.summary}` : `${entry.name} is longer than a result may be: read ${uri}`,
    [{ uri, title: entry.name, mimeType: 'application/json' }],
  );
}

import { catalogue } from '@archwright/catalogue';
import type { Artefact } from '@archwright/model';
import { type McpServer, ResourceNotFoundError, ResourceTemplate } from '@modelcontextprotocol/server';
import type { Context } from '../context.ts';
import { LONGEST_RESOURCE } from '../results/bounds.ts';
import { CATALOGUE_INDEX, CATALOGUE_TEMPLATE, catalogueUri, DESIGN_TEMPLATE, designUri } from '../uris.ts';
import { catalogueEntries, findEntry, KINDS_OF_ENTRY } from './catalogue-entries.ts';

const MOST_COMPLETIONS = 50;

/** The catalogue, and the files of the designs made here. */
export function registerResources(server: McpServer, context: Context): void {
  registerCatalogue(server);
  registerDesigns(server, context);
}

function registerCatalogue(server: McpServer): void {
  server.registerResource(
    'catalogue',
    CATALOGUE_INDEX,
    { title: 'Catalogue', description: 'Every entry by kind, id and name', mimeType: 'text/markdown' },
    () => ({ contents: [{ uri: CATALOGUE_INDEX, mimeType: 'text/markdown', text: index() }] }),
  );
  server.registerResource(
    'catalogue-entry',
    new ResourceTemplate(CATALOGUE_TEMPLATE, {
      // A thousand entries would fill a context: the index and `read_catalogue` find them.
      list: undefined,
      complete: {
        kind: (value) => KINDS_OF_ENTRY.filter((kind) => kind.startsWith(value)),
        id: (value, given) =>
          catalogueEntries()
            .filter(({ kind, id }) => (given?.arguments?.['kind'] ?? kind) === kind && id.startsWith(value))
            .slice(0, MOST_COMPLETIONS)
            .map(({ id }) => id),
      },
    }),
    { title: 'Catalogue entry', description: 'One entry whole, with its sources', mimeType: 'application/json' },
    (uri, { kind, id }) => {
      const found = findEntry(String(kind), decoded(id));
      if (!found) throw new ResourceNotFoundError(uri.href);
      return { contents: [{ uri: uri.href, mimeType: 'application/json', text: JSON.stringify(found.data, null, 1) }] };
    },
  );
}

const index = (): string =>
  [
    `# Catalogue of ${catalogue.asOf}`,
    ...KINDS_OF_ENTRY.flatMap((kind) => [
      `\n## ${kind} (${catalogueUri(kind, '')}…)\n`,
      ...catalogueEntries(kind).map(({ id, name }) => `- ${id}: ${name}`),
    ]),
  ].join('\n');

function registerDesigns(server: McpServer, { store }: Context): void {
  server.registerResource(
    'design-file',
    new ResourceTemplate(DESIGN_TEMPLATE, {
      list: () => ({
        resources: store.list().flatMap(({ id, answer }) =>
          answer.artefacts.map(({ path, title, mediaType, content }) => ({
            uri: designUri(id, path),
            name: `${id}/${path}`,
            title: `${answer.design.title}: ${title}`,
            mimeType: mediaType,
            size: Buffer.byteLength(content),
          })),
        ),
      }),
      complete: {
        designId: (value) =>
          store
            .list()
            .map(({ id }) => id)
            .filter((id) => id.startsWith(value)),
        path: (value, given) =>
          (store.get(given?.arguments?.['designId'] ?? '')?.answer.artefacts ?? [])
            .map(({ path }) => path)
            .filter((path) => path.startsWith(value))
            .slice(0, MOST_COMPLETIONS),
      },
    }),
    { title: 'File of a design', description: 'Kept in memory, of the latest designs. Part n of a long file: add ?part=n' },
    (uri, { designId, path }) => {
      const artefact = store.get(String(designId))?.answer.artefacts.find((one) => one.path === pathOf(path ?? ''));
      const part = Number(uri.searchParams.get('part') ?? 1);
      const contents = artefact && partOf(artefact, part, uri);
      if (!contents) throw new ResourceNotFoundError(uri.href);
      return { contents: [contents] };
    },
  );
}

/** A value of a template comes as it stands in the address, its query included. */
const pathOf = (value: string | string[]): string => decoded(value).replace(/\?part=\d{1,6}$/, '');
function decoded(value: string | string[] | undefined): string {
  try {
    return decodeURIComponent([value ?? ''].flat().join('/'));
  } catch {
    return '';
  }
}

/** A long file comes in parts; each says how many there are and where the next one is. */
function partOf({ mediaType, content }: Artefact, part: number, uri: URL) {
  const parts = Math.max(1, Math.ceil(content.length / LONGEST_RESOURCE));
  if (!Number.isInteger(part) || part < 1 || part > parts) return undefined;
  const text = content.slice((part - 1) * LONGEST_RESOURCE, part * LONGEST_RESOURCE);
  const next = new URL(uri.href);
  next.searchParams.set('part', String(part + 1));
  const place = { part, parts, ...(part < parts && { next: next.href }) };
  return { uri: uri.href, mimeType: mediaType, text, ...(parts > 1 && { _meta: { 'archwright/part': place } }) };
}

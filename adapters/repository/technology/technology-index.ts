import { lookUp } from '@archwright/kernel';
import type { Technology } from '@archwright/model';
import { CLIENT_LIBRARIES, type Ecosystem, IMAGE_NAMES, PRODUCT_NAMES } from './client-libraries.ts';
import { imageName } from './image-name.ts';

/** Finds the technology behind the names that files use. */
export interface TechnologyIndex {
  /** Technology behind a package; undefined where none is known, or several are. */
  package(ecosystem: Ecosystem, name: string): string | undefined;
  /** Technology behind an image reference, tag and registry aside. */
  image(reference: string): string | undefined;
  /** Name for a reader; undefined for what is neither in the catalogue nor a known product. */
  name(id: string): string | undefined;
  kind(id: string): string | undefined;
}

type Names = ReadonlyMap<string, string>;

/** The most specific answer wins: the catalogue's own identifier, our table, then a prefix of the table. */
export function technologyIndex(technologies: readonly Technology[]): TechnologyIndex {
  const byId = new Map(technologies.map((technology) => [technology.id, technology]));
  const own: Readonly<Record<Ecosystem, Names>> = {
    npm: identified(technologies, 'npm'),
    pypi: identified(technologies, 'pypi'),
    go: identified(technologies, 'go'),
    maven: identified(technologies, 'maven'),
    cargo: new Map(),
  };
  const images = identified(technologies, 'oci');
  const imageTails: Names = new Map(
    [...images].flatMap(
      ([name, id]) =>
        [
          [tail(name), id],
          [id, id],
        ] as const,
    ),
  );
  const name = (id: string): string | undefined => byId.get(id)?.name ?? lookUp(PRODUCT_NAMES, id);
  const known = (id: string | undefined): string | undefined => (id !== undefined && name(id) !== undefined ? id : undefined);
  return {
    name,
    kind: (id) => byId.get(id)?.kind,
    package(ecosystem, name) {
      const table = CLIENT_LIBRARIES[ecosystem];
      const plain = ecosystem === 'go' ? name.replace(/\/v\d{1,3}$/, '') : name;
      return known(
        table.get(plain) ??
          own[ecosystem].get(name) ??
          own[ecosystem].get(plain) ??
          (ecosystem === 'maven' ? table.get(`${plain.split(':')[0]}:*`) : undefined) ??
          (ecosystem === 'go' ? goModule(table, own.go, plain) : undefined),
      );
    },
    image(reference) {
      const path = imageName(reference);
      if (path.startsWith('lambda/')) return known('lambda');
      return known(
        images.get(path) ?? images.get(`library/${path}`) ?? imageTails.get(tail(path)) ?? IMAGE_NAMES.get(tail(path)),
      );
    },
  };
}

const tail = (name: string): string => name.slice(name.lastIndexOf('/') + 1);

/** Identifier → id; an identifier that several entries share identifies none of them. */
function identified(technologies: readonly Technology[], kind: 'npm' | 'pypi' | 'go' | 'maven' | 'oci'): Names {
  const found = new Map<string, string>();
  const shared = new Set<string>();
  for (const { id, identifiers } of technologies) {
    const name = identifiers[kind];
    if (name === undefined) continue;
    if (found.has(name)) shared.add(name);
    found.set(name, id);
  }
  return new Map([...found].filter(([name]) => !shared.has(name)));
}

/** A Go package is known by the module it lies in, whatever its major version. */
function goModule(table: Names, own: Names, name: string): string | undefined {
  const bare = new Map([...own].map(([module, id]) => [module.replace(/\/v\d{1,3}$/, ''), id]));
  for (let path = name; path.includes('/'); path = path.slice(0, path.lastIndexOf('/'))) {
    const id = table.get(path) ?? bare.get(path);
    if (id !== undefined) return id;
  }
  return undefined;
}

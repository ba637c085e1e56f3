import type { Deprecation, Technology } from '@archwright/model';
import { PROJECTS } from './curated/projects.ts';

export const ECOSYSTEMS = ['npm', 'pypi', 'go', 'maven', 'cargo'] as const;
export type Ecosystem = (typeof ECOSYSTEMS)[number];

export interface Package {
  readonly ecosystem: Ecosystem;
  readonly name: string;
  /** The exact version asked about; absent where the current one is wanted. */
  readonly version?: string;
}

/** Everything a technology, or a package in use, can be looked up by. */
export interface Subject {
  /** Technology id, or the package URL of a package in use. */
  readonly id: string;
  readonly name: string;
  readonly packages: readonly Package[];
  /** Product of endoflife.date; with a version in use, the line that holds it. */
  readonly lines?: { readonly product: string; readonly version?: string };
  readonly image?: string;
  /** The version that the first look-ups named; set for those about its details. */
  readonly named?: string;
  /** `owner/repository`. */
  readonly github?: string;
  /** Library ids of the documentation index that are known to be this technology. */
  readonly documents: readonly string[];
  /** Why the catalogue does not recommend it any more; empty for what is active. */
  readonly retired: readonly Deprecation[];
}

/** A catalogue entry as something to look up. */
export function subjectOf({ id, name, identifiers, status, deprecations }: Technology): Subject {
  const project = PROJECTS[id];
  const { npm, pypi, go, maven, endoflife, oci, context7 } = identifiers;
  const packages = Object.entries({ npm, pypi, go, maven }).flatMap(([ecosystem, found]): Package[] =>
    found === undefined ? [] : [{ ecosystem: ecosystem as Ecosystem, name: found }],
  );
  return {
    id,
    name,
    packages,
    ...(endoflife !== undefined && { lines: { product: endoflife } }),
    ...(oci !== undefined && { image: oci }),
    ...(project?.github !== undefined && { github: project.github }),
    documents: [...new Set([...(context7 === undefined ? [] : [context7]), ...(project?.context7 ?? [])])],
    retired: status === 'active' ? [] : deprecations,
  };
}

const PURL_TYPES: Readonly<Record<Ecosystem, string>> = {
  npm: 'npm',
  pypi: 'pypi',
  go: 'golang',
  maven: 'maven',
  cargo: 'cargo',
};

/**
 * The package URL of a package, without its version.
 *
 * @source https://github.com/package-url/purl-spec
 */
export function packageUrl({ ecosystem, name }: Pick<Package, 'ecosystem' | 'name'>, version?: string): string {
  const path = (ecosystem === 'maven' ? name.replace(':', '/') : name)
    .split('/')
    .map((part) => encodeURIComponent(part))
    .join('/');
  return `pkg:${PURL_TYPES[ecosystem]}/${path}${version === undefined ? '' : `@${encodeURIComponent(version)}`}`;
}

/** Shapes of names: what does not fit is not sent anywhere. */
const NAMES: Readonly<Record<Ecosystem, RegExp>> = {
  npm: /^(?:@[a-z0-9~][a-z0-9._~-]{0,100}\/)?[a-zA-Z0-9~_][a-zA-Z0-9._~-]{0,213}$/,
  pypi: /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,98}[A-Za-z0-9])?$/,
  go: /^[a-zA-Z0-9.-]{1,60}\.[a-z]{2,10}(?:\/[\w.~-]{1,100}){0,10}$/,
  maven: /^[\w.-]{1,120}:[\w.-]{1,120}$/,
  cargo: /^[A-Za-z][\w-]{0,63}$/,
};
export const isPackageName = (ecosystem: Ecosystem, name: string): boolean =>
  NAMES[ecosystem].test(name) && !name.split(/[/:]/).some((part) => part === '.' || part === '..');

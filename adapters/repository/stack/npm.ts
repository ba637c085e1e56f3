import type { Sighting } from '../technology/sighting.ts';
import { using } from '../technology/sighting.ts';
import { linesOf, type Line } from './lines.ts';
import type { StackReader } from './reader.ts';

/** Kinds that are rightly development dependencies; a database driver there belongs to the tests. */
const DEVELOPMENT_KINDS = new Set(['language', 'orm', 'query-builder', 'iac', 'edge-compute', 'edge-platform', 'faas']);
/** Kinds that a front end without a server of its own uses too, or that bring their own runtime. */
const NO_SERVER = new Set([
  'language',
  'validation',
  'iac',
  'baas',
  'auth-saas',
  'auth-library',
  'error-tracking',
  'query-language',
  'paas',
  'edge-platform',
  'edge-compute',
  'protocol',
  'telemetry-standard',
]);
const SECTIONS = ['dependencies', 'optionalDependencies', 'devDependencies'] as const;

/** `package.json`: technologies by dependency, and Node.js where one of them runs on a server. */
export const readNpmManifest: StackReader = ({ text }, technologies) => {
  const manifest = parseObject(text);
  if (!manifest) return { sightings: [], problem: { message: 'is not a JSON object' } };
  const lines = linesOf(text);
  const found = SECTIONS.flatMap((section) =>
    Object.keys(asObject(manifest[section])).flatMap((name): readonly Sighting[] => {
      const id = technologies.package('npm', name);
      const kind = id === undefined ? undefined : technologies.kind(id);
      if (id === undefined || (section === 'devDependencies' && !DEVELOPMENT_KINDS.has(kind ?? ''))) return [];
      return [using(id, lineOfKey(lines, section, name), { isClient: true })];
    }),
  );
  const server = found.find(({ subject }) => !NO_SERVER.has(technologies.kind(subject) ?? ''));
  return {
    sightings: [...found, ...(server && technologies.name('nodejs') !== undefined ? [using('nodejs', server.line)] : [])],
  };
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
export const asObject = (value: unknown): Record<string, unknown> => (isObject(value) ? value : {});

/** JSON as an object; undefined where it is none, or nests deeper than the parser can go. */
export function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Line of a key behind the line of its section. */
function lineOfKey(lines: readonly Line[], section: string, key: string): number {
  const start = lines.findIndex(({ text }) => text.includes(`"${section}"`));
  return lines.find(({ text }, index) => index >= start && text.includes(`"${key}"`))?.number ?? Math.max(1, start + 1);
}

/** `package-lock.json`: package name → the version that is installed at the top level. */
export function lockedVersions(text: string): ReadonlyMap<string, string> {
  const packages = Object.entries(asObject(parseObject(text)?.['packages']));
  return new Map(
    packages.flatMap(([path, entry]) => {
      const version = asObject(entry)['version'];
      const isTop = path.startsWith('node_modules/') && !path.includes('/node_modules/');
      return isTop && typeof version === 'string' && /^\d{1,6}(?:\.\d{1,6}){1,3}/.test(version)
        ? [[path.slice('node_modules/'.length), version.slice(0, 40)] as const]
        : [];
    }),
  );
}

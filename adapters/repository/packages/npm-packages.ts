import { asObject, parseObject } from '../stack/npm.ts';
import { type InUse, lineOf, type PackageInUse, type RuntimeInUse } from './in-use.ts';

const SECTIONS = [
  ['dependencies', 'direct'],
  ['optionalDependencies', 'direct'],
  ['devDependencies', 'development'],
] as const;
const EXACT = /^=?v?(\d{1,6}\.\d{1,6}\.\d{1,6}(?:-[0-9A-Za-z.-]{1,60})?)$/;
/** Not from a registry: a folder, a repository, an address, a workspace. */
const ELSEWHERE = /^(?:file|link|workspace|git|git\+\w+|github|https?|portal|patch):|^[\w-]+\/[\w.-]+(?:#|$)/;
const MOST_LOCKED = 10_000;

/** What a `package.json` asks for; its lock file tells the versions that are installed. */
export async function npmPackages(
  file: string,
  text: string,
  lock: { readonly file: string; readonly text: string } | undefined,
): Promise<InUse | undefined> {
  const manifest = parseObject(text);
  if (!manifest) return undefined;
  const locked = lock === undefined ? [] : lockedPackages(lock.text);
  const installed = new Map(locked.filter(({ isTop }) => isTop).map((one) => [one.name, one]));
  const asked = SECTIONS.flatMap(([section, scope]) =>
    Object.entries(asObject(manifest[section])).flatMap(([name, range]): PackageInUse[] => {
      if (typeof range !== 'string' || ELSEWHERE.test(range)) return [];
      const alias = /^npm:(@?[^@]{1,214})@(.{1,100})$/.exec(range);
      const found = installed.get(name);
      const version = found?.version ?? EXACT.exec(alias?.[2] ?? range)?.[1];
      return [
        {
          ecosystem: 'npm',
          name: alias?.[1] ?? name,
          ...(version === undefined ? { range: (alias?.[2] ?? range).slice(0, 100) } : { version }),
          ...(version !== undefined && version !== range && { range: range.slice(0, 100) }),
          scope,
          file,
          line: lineOf(text, `"${name}"`, `"${section}"`),
          ...(found?.integrity !== undefined && { integrity: found.integrity }),
        },
      ];
    }),
  );
  const direct = new Set(asked.map(({ name, version }) => `${name}@${version}`));
  const transitive = locked
    .filter(({ name, version }) => !direct.has(`${name}@${version}`))
    .map(({ name, version, integrity }): PackageInUse => ({
      ecosystem: 'npm',
      name,
      version,
      scope: 'transitive',
      file: lock!.file,
      line: 1,
      ...(integrity !== undefined && { integrity }),
    }));
  return { packages: [...asked, ...unique(transitive)], runtimes: await engines(file, text, manifest) };
}

const unique = (packages: readonly PackageInUse[]): readonly PackageInUse[] => [
  ...new Map(packages.map((one) => [`${one.name}@${one.version}`, one])).values(),
];

interface Locked {
  readonly name: string;
  readonly version: string;
  readonly isTop: boolean;
  readonly integrity?: string;
}

/** Every installed package of a lock file of version 2 or 3, and of version 1 at its top. */
function lockedPackages(text: string): readonly Locked[] {
  const lock = parseObject(text);
  const packages = Object.entries(asObject(lock?.['packages'])).slice(0, MOST_LOCKED);
  const old = Object.entries(asObject(packages.length > 0 ? undefined : lock?.['dependencies'])).slice(0, MOST_LOCKED);
  return [...packages, ...old.map(([name, entry]) => [`node_modules/${name}`, entry] as const)].flatMap(
    ([path, entry]): Locked[] => {
      const { version, link, integrity, name: own } = asObject(entry);
      const at = path.lastIndexOf('node_modules/');
      if (at < 0 || link === true || typeof version !== 'string' || !EXACT.test(version)) return [];
      return [
        {
          name: typeof own === 'string' ? own : path.slice(at + 'node_modules/'.length),
          version,
          isTop: path.indexOf('node_modules/') === 0 && at === 0,
          ...(typeof integrity === 'string' && { integrity: integrity.slice(0, 200) }),
        },
      ];
    },
  );
}

/** `engines.node`: a program that allows an ended line is run on it by somebody. */
async function engines(
  file: string,
  text: string,
  manifest: Readonly<Record<string, unknown>>,
): Promise<readonly RuntimeInUse[]> {
  const range = asObject(manifest['engines'])['node'];
  if (typeof range !== 'string') return [];
  const floor = await lowest(range);
  return floor === undefined
    ? []
    : [{ technology: 'nodejs', version: floor, range: range.slice(0, 100), file, line: lineOf(text, '"node"', '"engines"') }];
}

/** The lowest version a range of npm allows. */
export async function lowest(range: string): Promise<string | undefined> {
  const { default: semver } = await import('semver');
  try {
    return range.length > 200 ? undefined : (semver.minVersion(range)?.version ?? undefined);
  } catch {
    return undefined;
  }
}

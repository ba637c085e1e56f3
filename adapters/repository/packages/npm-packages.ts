import { asObject, parseObject } from '../stack/npm.ts';
import { lockedPackages } from './lock-files.ts';
import { type InUse, lineOf, type PackageInUse, type RuntimeInUse } from './in-use.ts';

const SECTIONS = [
  ['dependencies', 'direct'],
  ['optionalDependencies', 'direct'],
  ['devDependencies', 'development'],
] as const;
const EXACT = /^=?v?(\d{1,6}\.\d{1,6}\.\d{1,6}(?:-[0-9A-Za-z.-]{1,60})?)$/;
/** Not from a registry: a folder, a repository, an address, a workspace. */
const ELSEWHERE = /^(?:file|link|workspace|git|git\+\w+|github|https?|portal|patch):|^[\w-]+\/[\w.-]+(?:#|$)/;

/** What a `package.json` asks for; its lock file tells the versions that are installed. */
export async function npmPackages(
  file: string,
  text: string,
  lock: { readonly file: string; readonly text: string } | undefined,
): Promise<InUse | undefined> {
  const manifest = parseObject(text);
  if (!manifest) return undefined;
  const locked = lock === undefined ? [] : await lockedPackages(lock.file, lock.text);
  const installed = new Map(locked.flatMap((one) => (one.asked === undefined ? [] : [[one.asked, one] as const])));
  const asked = SECTIONS.flatMap(([section, scope]) =>
    Object.entries(asObject(manifest[section])).flatMap(([name, range]): PackageInUse[] => {
      if (typeof range !== 'string' || ELSEWHERE.test(range)) return [];
      const alias = /^npm:(@?[^@]{1,214})@(.{1,100})$/.exec(range);
      // A lock file of npm or pnpm names what is installed under a name, one of yarn what a range was resolved to.
      const found = installed.get(name) ?? installed.get(`${name}@${range.replace(/^npm:/, '')}`);
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

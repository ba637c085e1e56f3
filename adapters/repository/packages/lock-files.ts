import { asObject, parseObject } from '../stack/npm.ts';

/** A package that a lock file says is installed. */
export interface Locked {
  readonly name: string;
  readonly version: string;
  /** The name, or with yarn the name and range, under which a manifest finds it; absent for what only other packages ask for. */
  readonly asked?: string;
  readonly integrity?: string;
}

/** Every package of a lock file, by the file's name; empty where it is not what its name says. */
export async function lockedPackages(file: string, text: string): Promise<readonly Locked[]> {
  if (file === 'pnpm-lock.yaml') return pnpm(await yaml(text));
  if (file !== 'yarn.lock') return npm(text);
  return /^__metadata:/m.test(text) ? yarnBerry(await yaml(text)) : yarnClassic(text);
}

const VERSION = /^\d{1,6}\.\d{1,6}\.\d{1,6}(?:-[0-9A-Za-z.-]{1,60})?$/;
const MOST_LOCKED = 10_000;
/** YAML is read much more slowly than JSON: a lock file of thousands of packages has about this size. */
const LARGEST_YAML = 8 * 1024 * 1024;

const integrityOf = (value: unknown): Pick<Locked, 'integrity'> =>
  typeof value === 'string' && /^sha\d{3}-/.test(value) ? { integrity: value.slice(0, 200) } : {};

/** An object of YAML without aliases, which lock files have none of; empty for anything else. */
async function yaml(text: string): Promise<Readonly<Record<string, unknown>>> {
  if (text.length > LARGEST_YAML) return {};
  const { parse } = await import('yaml');
  try {
    return asObject(parse(text, { maxAliasCount: 0, schema: 'failsafe', uniqueKeys: false }));
  } catch {
    return {};
  }
}

/** `package-lock.json` of version 2 or 3, and of version 1 at its top. */
function npm(text: string): readonly Locked[] {
  const lock = parseObject(text);
  const packages = Object.entries(asObject(lock?.['packages'])).slice(0, MOST_LOCKED);
  const old = Object.entries(asObject(packages.length > 0 ? undefined : lock?.['dependencies'])).slice(0, MOST_LOCKED);
  return [...packages, ...old.map(([name, entry]) => [`node_modules/${name}`, entry] as const)].flatMap(
    ([path, entry]): Locked[] => {
      const { version, link, integrity, name: own } = asObject(entry);
      const at = path.lastIndexOf('node_modules/');
      if (at < 0 || link === true || typeof version !== 'string' || !VERSION.test(version)) return [];
      const installed = path.slice(at + 'node_modules/'.length);
      const name = typeof own === 'string' ? own : installed;
      return [{ name, version, ...(at === 0 && { asked: installed }), ...integrityOf(integrity) }];
    },
  );
}

const PNPM_KEY = /^\/?((?:@[^@/]{1,100}\/)?[^@/]{1,214})[@/](\d[^(_]{0,80})/;

/**
 * `pnpm-lock.yaml`: keys of `packages` are `/name/1.0.0` (version 5), `/name@1.0.0` (6) or `name@1.0.0` (9), with peers behind it.
 *
 * @source https://github.com/pnpm/spec/tree/master/lockfile
 */
function pnpm(lock: Readonly<Record<string, unknown>>): readonly Locked[] {
  const root = asObject(asObject(lock['importers'])['.'] ?? lock);
  const asked = new Map(
    ['dependencies', 'optionalDependencies', 'devDependencies'].flatMap((section) =>
      Object.entries(asObject(root[section])).flatMap(([name, entry]): [string, string][] => {
        const version = typeof entry === 'string' ? entry : asObject(entry)['version'];
        return typeof version === 'string' ? [[aliased(name, version), name]] : [];
      }),
    ),
  );
  return Object.entries(asObject(lock['packages']))
    .slice(0, MOST_LOCKED)
    .flatMap(([key, entry]): Locked[] => {
      const [, name, version] = PNPM_KEY.exec(key) ?? [];
      if (name === undefined || !VERSION.test(version!)) return [];
      const as = asked.get(`${name}@${version}`);
      const { integrity } = asObject(asObject(entry)['resolution']);
      return [{ name, version: version!, ...(as !== undefined && { asked: as }), ...integrityOf(integrity) }];
    });
}

/** `1.0.0(peer@2.0.0)` of a dependency, or `real@1.0.0` where the name is an alias, as name@version. */
function aliased(name: string, version: string): string {
  const [, own, of] = /^\d/.test(version) ? [] : (PNPM_KEY.exec(version) ?? []);
  return own === undefined ? `${name}@${version.split(/[(_]/)[0]}` : `${own}@${of}`;
}

/** One for each range that led to the entry, so that the manifest's own can be told by it. */
const entriesOf = (keys: string, version: unknown, integrity: unknown): readonly Locked[] =>
  typeof version === 'string' && VERSION.test(version)
    ? keys.split(/,\s*/).flatMap((key): Locked[] => {
        const [, asked, range] = /^"?(@?[^@"]{1,214})@([^"]{1,200})"?$/.exec(key.trim()) ?? [];
        if (asked === undefined || /^(?:workspace|link|file|portal|patch):/.test(range!)) return [];
        const [, real] = /^npm:(@?[^@]{1,214})@/.exec(range!) ?? [];
        return [{ name: real ?? asked, version, asked: `${asked}@${range!.replace(/^npm:/, '')}`, ...integrityOf(integrity) }];
      })
    : [];

/** `yarn.lock` of version 1, which only resembles YAML: entries at the margin, their fields two deep. */
function yarnClassic(text: string): readonly Locked[] {
  return text
    .split(/\r?\n(?=\S)/)
    .slice(0, MOST_LOCKED)
    .flatMap((block) => {
      const [head = '', ...fields] = block.split(/\r?\n/, 20);
      const field = (name: string): string | undefined =>
        fields
          .find((line) => line.startsWith(`  ${name} `))
          ?.slice(name.length + 3)
          .replaceAll('"', '');
      return head.endsWith(':') ? entriesOf(head.slice(0, -1), field('version'), field('integrity')) : [];
    });
}

/** `yarn.lock` of version 2 and later: YAML; its checksums are of its own archives, so they are no integrity of the package. */
const yarnBerry = (lock: Readonly<Record<string, unknown>>): readonly Locked[] =>
  Object.entries(lock)
    .slice(0, MOST_LOCKED)
    .flatMap(([keys, entry]) => (keys === '__metadata' ? [] : entriesOf(keys, asObject(entry)['version'], undefined)));

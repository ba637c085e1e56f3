import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, readFileSync } from 'node:fs';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { jsonObject } from '../session.ts';
import type { Ecosystem, Package } from '../subject.ts';
import { OSV_ECOSYSTEMS } from '../verifiers/osv.ts';
import { advisoryName, type AffectedPackage, affectedPackages, isAffected } from './osv-entry.ts';
import { ARCHIVE_LIMITS, type ArchiveLimits, readArchive } from './read-archive.ts';

/** What is known about a database of advisories without opening it. */
export interface DatabaseState {
  readonly schema: 'archwright.advisories/1';
  readonly ecosystem: Ecosystem;
  readonly folder: string;
  /** Where the archive came from: address or path. */
  readonly source: string;
  readonly archiveDigest: string;
  readonly advisories: number;
  readonly packages: number;
  /** The newest change in it: from when its knowledge is. */
  readonly newest: string;
  /** From when it counts: the download, or for an archive from elsewhere its newest change. */
  readonly asOf: string;
}

/** A version known to be vulnerable for each ecosystem: a database that does not flag it is not believed. */
export const CANARIES: Readonly<Partial<Record<Ecosystem, Required<Pick<Package, 'name' | 'version'>>>>> = {
  npm: { name: 'lodash', version: '4.17.15' },
  pypi: { name: 'pyyaml', version: '5.3' },
  go: { name: 'golang.org/x/text', version: '0.3.2' },
  maven: { name: 'org.apache.logging.log4j:log4j-core', version: '2.14.1' },
};

const SHARDS = 256;
const shardOf = (name: string): number => createHash('sha256').update(name).digest()[0]!;
const shardFile = (shard: number): string => `${shard.toString(16).padStart(2, '0')}.json`;

export interface BuildOptions {
  readonly archive: string;
  readonly ecosystem: Ecosystem;
  readonly source: string;
  readonly root: string;
  /** ISO time of the download; absent for an archive from elsewhere. */
  readonly downloadedAt?: string;
  readonly limits?: ArchiveLimits;
}

/** Turns an archive of OSV entries into a database that answers by package name, and puts it in place of the last one at once. */
export async function buildDatabase(
  options: BuildOptions,
): Promise<{ readonly state: DatabaseState } | { readonly problem: string }> {
  const { archive, ecosystem, source, root, downloadedAt, limits = ARCHIVE_LIMITS } = options;
  const osv = OSV_ECOSYSTEMS[ecosystem];
  const byName = new Map<string, AffectedPackage[]>();
  let [advisories, newest] = [0, ''];
  const problem = await readArchive(archive, limits, (text) => {
    const entry = entryOf(text);
    const affected = entry ? affectedPackages(entry, osv) : new Map<string, AffectedPackage>();
    if (affected.size === 0) return;
    advisories += 1;
    const modified = entry?.['modified'];
    if (typeof modified === 'string' && !Number.isNaN(Date.parse(modified)) && modified > newest) newest = modified;
    for (const [name, one] of affected) byName.set(name, [...(byName.get(name) ?? []), one]);
  });
  if (problem !== undefined) return { problem };
  const canary = CANARIES[ecosystem];
  const flagged =
    canary && (byName.get(advisoryName(osv, canary.name)) ?? []).some((one) => isAffected(one, canary.version, osv));
  if (!flagged)
    return {
      problem: canary
        ? `does not flag ${canary.name} ${canary.version}, which is known to be vulnerable: it is not a whole ${osv} database`
        : `is of ${osv}, for which no known case is at hand to check it by`,
    };
  const digest = await digestOf(archive);
  const state: DatabaseState = {
    schema: 'archwright.advisories/1',
    ecosystem,
    folder: `${ecosystem}-${digest.slice(0, 12)}-${randomUUID().slice(0, 8)}`,
    source,
    archiveDigest: `sha256:${digest}`,
    advisories,
    packages: byName.size,
    newest,
    asOf: downloadedAt ?? newest,
  };
  await writeShards(join(root, state.folder), byName);
  await putInPlace(root, state);
  return { state };
}

function entryOf(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    return jsonObject(text);
  } catch {
    return undefined;
  }
}

async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const part of createReadStream(path)) hash.update(part as Buffer);
  return hash.digest('hex');
}

async function writeShards(folder: string, byName: ReadonlyMap<string, readonly AffectedPackage[]>): Promise<void> {
  const shards = Array.from(
    { length: SHARDS },
    (): Record<string, readonly AffectedPackage[]> => Object.create(null) as Record<string, readonly AffectedPackage[]>,
  );
  for (const [name, affected] of byName) shards[shardOf(name)]![name] = affected;
  await mkdir(folder, { recursive: true });
  await Promise.all(shards.map((shard, index) => writeFile(join(folder, shardFile(index)), JSON.stringify(shard))));
}

/** One rename switches from the old database to the new one; what is not pointed at any more goes. */
async function putInPlace(root: string, state: DatabaseState): Promise<void> {
  const pointer = join(root, `${state.ecosystem}.json`);
  await writeFile(`${pointer}.${process.pid}`, `${JSON.stringify(state, null, 1)}\n`);
  await rename(`${pointer}.${process.pid}`, pointer);
  const left = (await readdir(root)).filter((name) => name.startsWith(`${state.ecosystem}-`) && name !== state.folder);
  await Promise.all(left.map((name) => rm(join(root, name), { recursive: true, force: true })));
}

/** State of the database of an ecosystem; undefined where there is none. */
export function databaseState(root: string, ecosystem: Ecosystem): DatabaseState | undefined {
  try {
    const state = JSON.parse(readFileSync(join(root, `${ecosystem}.json`), 'utf8')) as DatabaseState;
    const isWhole =
      state.schema === 'archwright.advisories/1' && /^[\w-]+$/.test(state.folder) && !Number.isNaN(Date.parse(state.asOf));
    return isWhole ? state : undefined;
  } catch {
    return undefined;
  }
}

/** The advisories of a package; undefined where the database cannot be read, which is not the same as none. */
export function advisoriesOf(root: string, state: DatabaseState, name: string): readonly AffectedPackage[] | undefined {
  const key = advisoryName(OSV_ECOSYSTEMS[state.ecosystem], name);
  try {
    const shard = jsonObject(readFileSync(join(root, state.folder, shardFile(shardOf(key))), 'utf8'));
    if (!shard) return undefined;
    return Object.hasOwn(shard, key) ? (shard[key] as readonly AffectedPackage[]) : [];
  } catch {
    return undefined;
  }
}

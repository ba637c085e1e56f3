import { type Ecosystem, type LookUp, packageUrl, type Subject, subjectOf } from '@archwright/evidence';
import type { Design, Technology, VersionFinding } from '@archwright/model';
import { type InUse, lowest, type PackageInUse, type RuntimeInUse, type TechnologyIndex } from '@archwright/repository';

/** Something to verify, with where it was named. */
export interface Asked {
  readonly lookUp: LookUp;
  /** `package.json:12`, or the decisions of a design. */
  readonly at: string;
  readonly scope: PackageInUse['scope'] | 'runtime' | 'design';
  /** Said beside the version: that it is only the lowest a range allows. */
  readonly note?: string;
  readonly used?: PackageInUse;
}

/** The technologies of a design, at the versions it named. */
export function designLookUps(
  { decisions }: Design,
  named: readonly VersionFinding[],
  technologies: readonly Technology[],
): readonly Asked[] {
  const used = new Set(decisions.flatMap((decision) => decision.technologies));
  return technologies
    .filter(({ id }) => used.has(id))
    .map((technology): Asked => {
      const version = technology.versioned ? named.find((one) => one.technology === technology.id)?.version : undefined;
      return {
        lookUp: {
          judged: { ...technology, ...(version !== undefined && { inUse: version }) },
          subject: version === undefined ? subjectOf(technology) : atVersion(subjectOf(technology), version),
        },
        at: decisions.find((decision) => decision.technologies.includes(technology.id))?.title ?? '',
        scope: 'design',
      };
    });
}

/** A product's version is that of its release line; without lines it is that of its first package. */
const atVersion = (subject: Subject, version: string): Subject => ({
  ...subject,
  ...(subject.lines && { lines: { ...subject.lines, version } }),
  packages: subject.packages.map((one, index) =>
    index === 0 && !subject.lines && subject.image === undefined ? { ...one, version } : one,
  ),
});

/** The packages and runtimes of a manifest, at the versions it locks, pins, or allows at the lowest. */
export async function inUseLookUps(
  { packages, runtimes }: InUse,
  technologies: readonly Technology[],
  index: TechnologyIndex,
): Promise<readonly Asked[]> {
  const byId = new Map(technologies.map((technology) => [technology.id, technology]));
  const asked = await Promise.all(
    packages.map((one) => packageLookUp(one, byId.get(index.package(one.ecosystem, one.name) ?? ''))),
  );
  return [...runtimes.flatMap((one) => runtimeLookUp(one, byId.get(one.technology))), ...asked];
}

function runtimeLookUp({ version, range, file, line }: RuntimeInUse, technology: Technology | undefined): readonly Asked[] {
  const product = technology?.identifiers.endoflife;
  if (!technology || product === undefined) return [];
  return [
    {
      lookUp: {
        judged: { ...technology, inUse: version },
        subject: { ...subjectOf(technology), id: technology.id, packages: [], lines: { product, version } },
      },
      at: `${file}:${line}`,
      scope: 'runtime',
      ...(range !== undefined && { note: `lowest of ${range}` }),
    },
  ];
}

async function packageLookUp(used: PackageInUse, technology: Technology | undefined): Promise<Asked> {
  const { ecosystem, name, range, file, line, scope } = used;
  const floor = used.version === undefined && range !== undefined && ecosystem === 'npm' ? await lowest(range) : undefined;
  const version = used.version ?? floor;
  const known = technology && isItself(technology, ecosystem, name) ? subjectOf(technology) : undefined;
  const id = packageUrl({ ecosystem, name }, version);
  return {
    lookUp: {
      subject: {
        id,
        name: known?.name ?? name,
        packages: [{ ecosystem, name, ...(version !== undefined && { version }) }],
        documents: scope === 'direct' ? (known?.documents ?? []) : [],
        retired: known?.retired ?? [],
        ...(known?.lines &&
          !known.image && { lines: { product: known.lines.product, ...(version !== undefined && { version }) } }),
      },
      judged: {
        id,
        name,
        documentation: known ? technology!.documentation : homeOf(ecosystem, name),
        versioned: true,
        status: known ? technology!.status : 'active',
        identifiers: {},
        ...(version !== undefined && { inUse: version }),
      },
    },
    at: `${file}:${line}`,
    scope,
    used,
    ...(floor !== undefined && { note: `lowest of ${range}, nothing is locked` }),
    ...(version === undefined && { note: range === undefined ? 'no version is written' : `${range}, nothing is locked` }),
  };
}

/** The package is the technology, not one of many clients of it. */
const isItself = ({ identifiers }: Technology, ecosystem: Ecosystem, name: string): boolean =>
  ecosystem !== 'cargo' && identifiers[ecosystem] === name && identifiers.oci === undefined;

const HOMES: Readonly<Record<Ecosystem, (name: string) => string>> = {
  npm: (name) => `https://www.npmjs.com/package/${name}`,
  pypi: (name) => `https://pypi.org/project/${name}/`,
  go: (name) => `https://pkg.go.dev/${name}`,
  maven: (name) => `https://central.sonatype.com/artifact/${name.replace(':', '/')}`,
  cargo: (name) => `https://crates.io/crates/${name}`,
};
const homeOf = (ecosystem: Ecosystem, name: string): string => HOMES[ecosystem](name);

import { type Diagnostic, type Place, slug } from '@archwright/kernel';
import { placeNamed } from '@archwright/engine/intake/constraint/gazetteer';
import type { Requirement } from '@archwright/model';
import type { FileKind } from './repository-context.ts';
import { STACK_READERS } from './stack/readers.ts';
import { IMPLIED, SPEAKS } from './technology/client-libraries.ts';
import type { Sighting } from './technology/sighting.ts';
import type { TechnologyIndex } from './technology/technology-index.ts';
import type { Statement } from './prose/read-prose.ts';

/** A sighting with where it was made. */
export interface PlacedSighting extends Sighting {
  readonly kind: FileKind;
  readonly at: Place;
}
export interface PlacedStatement extends Omit<Statement, 'line'> {
  readonly origin: 'rule' | 'stated';
  readonly at: Place;
}

const KIND_ORDER = [...STACK_READERS.keys()];
/** Frameworks settle more than runtimes do, and both more than libraries; the engine takes the first word on a decision. */
const RANKS: Readonly<Record<string, number>> = { 'http-framework': 1, runtime: 2 };
const UNRANKED = 3;

/**
 * One requirement for each thing that files show or prose states. What is deployed is named before what is depended on, and a
 * client's protocol says nothing once a compatible product was seen. A rule outranks a trace: what a rule forbids is not `existing`.
 *
 * @diagnostics `repository/rule-against-use` where a file uses what a rule forbids; `repository/several-clouds`
 */
export function requirementsOf(
  sightings: readonly PlacedSighting[],
  statements: readonly PlacedStatement[],
  technologies: TechnologyIndex,
): { readonly requirements: readonly Requirement[]; readonly diagnostics: readonly Diagnostic[] } {
  const ordered = [...sightings].sort((a, b) => KIND_ORDER.indexOf(a.kind) - KIND_ORDER.indexOf(b.kind));
  const forbidden = new Map(
    statements.filter(({ key }) => key === 'prohibition').map((rule) => [rule.subject ?? rule.value ?? '', rule] as const),
  );
  const used = usedTechnologies(
    ordered.filter(({ key }) => key === 'existing'),
    technologies,
  );
  const clouds = cloudsByWeight(ordered.filter(({ key, subject }) => key === 'provider' && !forbidden.has(subject)));
  const made = [
    ...statements,
    ...clouds.slice(0, 1).map(({ subject, at }): Omit<Requirement, 'id'> => ({
      key: 'provider',
      value: subject,
      origin: 'stated',
      at,
      statement: `${technologies.name(subject)} is the cloud in use`,
    })),
    ...ordered.filter(({ key }) => key === 'region').flatMap(regionOf),
    ...used.filter(({ subject }) => !forbidden.has(subject)).map((sighting) => existing(sighting, technologies)),
  ];
  const against = used.flatMap(({ subject, at }): readonly Diagnostic[] => {
    const rule = forbidden.get(subject);
    return rule
      ? [
          {
            code: 'repository/rule-against-use',
            severity: 'warning',
            message: `${technologies.name(subject)} is used here, and ${rule.at.name}:${rule.at.line} forbids it`,
            at,
            hint: 'the rule is followed; say so in the brief if the use is to stay',
          },
        ]
      : [];
  });
  const others = clouds.slice(1).map(({ subject, at }): Diagnostic => ({
    code: 'repository/several-clouds',
    severity: 'info',
    message: `${technologies.name(subject)} is used beside ${technologies.name(clouds[0]!.subject)}; the design runs on the latter`,
    at,
  }));
  const rank = ({ key, subject }: Omit<Requirement, 'id'>): number =>
    key === 'existing' || key === 'preference' ? (RANKS[technologies.kind(subject ?? '') ?? ''] ?? UNRANKED) : 0;
  return { requirements: numbered(made.sort((a, b) => rank(a) - rank(b))), diagnostics: [...against, ...others] };
}

/** First sighting of each technology, with what it implies. */
function usedTechnologies(sightings: readonly PlacedSighting[], technologies: TechnologyIndex): readonly PlacedSighting[] {
  const seen = new Set(sightings.map(({ subject }) => subject));
  const own = new Set(sightings.filter(({ isClient }) => !isClient).map(({ subject }) => subject));
  const implied = sightings.flatMap((sighting) =>
    (IMPLIED[sighting.subject] ?? []).map((subject) => ({ ...sighting, subject, isClient: true })),
  );
  const first = new Map<string, PlacedSighting>();
  for (const sighting of [...sightings, ...implied]) {
    const isOther = !own.has(sighting.subject) && (SPEAKS[sighting.subject] ?? []).some((product) => seen.has(product));
    if (!isOther && !first.has(sighting.subject) && technologies.name(sighting.subject) !== undefined)
      first.set(sighting.subject, sighting);
  }
  return [...first.values()];
}

/** Clouds, the one with the most traces first; one sighting each. */
function cloudsByWeight(sightings: readonly PlacedSighting[]): readonly PlacedSighting[] {
  const groups = new Map<string, PlacedSighting[]>();
  for (const sighting of sightings) groups.set(sighting.subject, [...(groups.get(sighting.subject) ?? []), sighting]);
  return [...groups.values()].sort((a, b) => b.length - a.length).map(([first]) => first!);
}

function existing({ subject, version, at, kind }: PlacedSighting, technologies: TechnologyIndex): Omit<Requirement, 'id'> {
  const isKnown = technologies.kind(subject) !== undefined;
  const detail = isKnown
    ? version &&
      `version ${version} in ${kind === 'compose' || kind === 'dockerfile' || kind === 'manifest' ? 'the image' : 'the lockfile'}`
    : 'not in the catalogue';
  return {
    key: 'existing',
    subject,
    value: isKnown ? subject : technologies.name(subject)!,
    ...(detail !== undefined && { detail }),
    origin: 'stated',
    at,
    statement: `${technologies.name(subject)} is used`,
  };
}

const AREAS: readonly (readonly [RegExp, string])[] = [
  [/^(?:europe|(?:west|north)europe|france|germany|sweden|poland|italy|spain)/, 'eu'],
  [/^uk/, 'uk'],
  [/^(?:switzerland)/, 'switzerland'],
  [/^(?:us-|northamerica|(?:east|west|central|north|south)\w{0,8}us)/, 'us'],
  [/^(?:asia|australia|japan|korea|southeastasia|eastasia|\w{0,8}india)/, 'apac'],
];

/** A cloud's region as the area it lies in; unknown names say nothing. */
function regionOf({ subject, at }: PlacedSighting): readonly Omit<Requirement, 'id'>[] {
  const area = placeNamed([subject], 0)?.place.area ?? AREAS.find(([pattern]) => pattern.test(subject))?.[1];
  return area === undefined
    ? []
    : [{ key: 'region', value: area, detail: subject, origin: 'stated', at, statement: `servers run in ${subject}` }];
}

/** Each thing once, the first that said it; ids are `key.subject`, numbered where a key repeats. */
function numbered(made: readonly Omit<Requirement, 'id'>[]): readonly Requirement[] {
  const said = new Set<string>();
  const taken = new Set<string>();
  return made.flatMap((requirement) => {
    const { key, subject, value, quantity } = requirement;
    const what = [
      key,
      subject ?? '',
      value ?? '',
      key === 'region' ? '' : (requirement.detail ?? ''),
      quantity?.likely ?? '',
    ].join('|');
    const short = key === 'existing' || key === 'provider' ? `${key}|${key === 'provider' ? '' : (subject ?? value)}` : what;
    if (said.has(short)) return [];
    said.add(short);
    const base = [key, slug(subject ?? value ?? 'stated')].join('.');
    let id = base;
    for (let number = 2; taken.has(id); number++) id = `${base}-${number}`;
    taken.add(id);
    return [{ id, ...requirement }];
  });
}

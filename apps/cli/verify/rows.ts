import type { Evidence, VersionFinding } from '@archwright/model';
import type { Asked } from './look-ups.ts';

/** What is known about one technology or package, and what to do about it. */
export interface Row {
  readonly name: string;
  readonly scope: Asked['scope'];
  readonly at: string;
  readonly version?: string;
  readonly note?: string;
  readonly current?: string;
  readonly status: VersionFinding['status'];
  /** Days since the observation that the version rests on. */
  readonly ageDays?: number;
  readonly endOfLife?: string;
  readonly deprecated?: string;
  readonly advisories: NonNullable<VersionFinding['advisories']>;
  readonly guidance: NonNullable<VersionFinding['guidance']>;
  readonly disagreements: readonly string[];
  readonly reason: string;
  /** `act`: affected, ended or deprecated; `look`: soon ending, behind, or not verified; `fine`. */
  readonly urgency: 'act' | 'look' | 'fine';
  readonly what: readonly string[];
  /** Who says so: source, place and day. */
  readonly sources: readonly string[];
  readonly finding: VersionFinding;
}

const DAY_MS = 86_400_000;
/** A move to another release line is planned this long before support ends. */
const PLAN_DAYS = 180;

export function rowOf({ lookUp, at, scope, note }: Asked, finding: VersionFinding, now: Date): Row {
  const { version, current, status, asOf, endOfLife, deprecated, disagreements = [], reason, evidence } = finding;
  const advisories = finding.advisories ?? { state: 'unknown', found: [], reason: 'not looked up' };
  const guidance = finding.guidance ?? { state: 'unverified', reason: 'not looked up', sources: [] };
  const today = now.toISOString().slice(0, 10);
  const ended = endOfLife !== undefined && endOfLife.slice(0, 10) <= today;
  const soon = endOfLife !== undefined && !ended && Date.parse(endOfLife) - now.getTime() < PLAN_DAYS * DAY_MS;
  const acts = [
    ...(advisories.state === 'affected' ? [fixOf(advisories.found)] : []),
    ...(ended ? [`support ended on ${endOfLife.slice(0, 10)}${current === undefined ? '' : `: move to ${current}`}`] : []),
    ...(deprecated === undefined ? [] : [`replace: ${deprecated}`]),
  ];
  const managed = !lookUp.judged.versioned;
  const looks = [
    ...(soon ? [`support ends on ${endOfLife.slice(0, 10)}: plan the move${current === undefined ? '' : ` to ${current}`}`] : []),
    ...(status === 'verified' || managed ? [] : [reason]),
    ...(advisories.state === 'unknown' && !managed && scope !== 'runtime' ? [`advisories unknown: ${advisories.reason}`] : []),
    ...(current !== undefined && !ended && !soon ? [`${current} is current`] : []),
  ];
  return {
    name: lookUp.judged.name,
    scope,
    at,
    ...(version !== undefined && { version }),
    ...(note !== undefined && { note }),
    ...(current !== undefined && { current }),
    status,
    ...(asOf !== undefined && { ageDays: Math.max(0, Math.floor((now.getTime() - Date.parse(asOf)) / DAY_MS)) }),
    ...(endOfLife !== undefined && { endOfLife: endOfLife.slice(0, 10) }),
    ...(deprecated !== undefined && { deprecated }),
    advisories,
    guidance,
    disagreements,
    reason,
    urgency: acts.length > 0 ? 'act' : looks.length > 0 ? 'look' : 'fine',
    what: [...acts, ...looks],
    sources: sourcesOf(evidence),
    finding,
  };
}

function fixOf(found: readonly string[]): string {
  const fixes = [...new Set(found.flatMap((text) => /fixed in ([\w.+-]+)/.exec(text)?.[1] ?? []))];
  return `${fixes.length > 0 ? `upgrade to ${fixes.join(' / ')}` : 'upgrade or mitigate'}: ${found.join('; ')}`;
}

const CLAIMS: readonly Evidence['claim'][] = [
  'version',
  'exists',
  'end-of-life',
  'deprecated',
  'maintained',
  'advisory',
  'no-advisory',
  'documentation',
];

/** One line for each claim and source, the places that settle something first. */
const sourcesOf = (evidence: readonly Evidence[]): readonly string[] => [
  ...new Set(
    evidence
      .toSorted((a, b) => CLAIMS.indexOf(a.claim) - CLAIMS.indexOf(b.claim))
      .map(({ claim, source, locator, retrievedAt }) => `${claim}: ${source}, ${retrievedAt.slice(0, 10)}, ${locator}`),
  ),
];

const URGENCY = ['act', 'look', 'fine'];
const SCOPES: readonly Asked['scope'][] = ['runtime', 'design', 'direct', 'development', 'transitive'];

/** What needs doing first. */
export const byUrgency = (a: Row, b: Row): number =>
  URGENCY.indexOf(a.urgency) - URGENCY.indexOf(b.urgency) ||
  SCOPES.indexOf(a.scope) - SCOPES.indexOf(b.scope) ||
  (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);

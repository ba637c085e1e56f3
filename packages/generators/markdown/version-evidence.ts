import type { Decision, Design, OptionVerdict, VersionFinding } from '@archwright/model';
import { markdownCode } from '../escape/markdown.ts';
import { inline, link, listed } from './text.ts';

const day = (date: string): string => date.slice(0, 10);

/**
 * A technology with its version and who says so. No evidence, no version: then the words are `version unverified`.
 *
 * @param finding - what the look-up found; absent where nothing was looked up
 */
export function versionOf(id: string, finding: VersionFinding | undefined, today: string): string {
  if (!finding) return `${inline(id)}: version unverified, not looked up`;
  const { version, status, asOf, reason, link: url } = finding;
  const named = link(inline(finding.name), url);
  const remarks = remarksOf(finding, today);
  if (version === undefined)
    return `${named}: ${status === 'verified' ? inline(reason) : `version unverified, ${inline(reason)}`}${remarks}`;
  const sources = [...new Set(finding.evidence.filter(({ claim }) => claim === 'version').map(({ source }) => inline(source)))];
  // A reason that says the source and its day says it alone.
  const isToldByReason = status === 'stale' && asOf !== undefined && reason.includes(day(asOf));
  const dated = isToldByReason
    ? ''
    : [...(sources.length > 0 ? [listed(sources)] : []), ...(asOf === undefined ? [] : [day(asOf)])].join(', ');
  const words = {
    verified: 'verified',
    stale: 'source too old',
    unverified: 'version unverified',
    conflict: 'sources disagree',
  }[status];
  const said = [...(dated === '' ? [] : [dated]), ...(status === 'verified' ? [] : [inline(reason)])].join('; ');
  return `${named} ${inline(version)} (${words}${said === '' ? '' : `: ${said}`})${remarks}`;
}

function remarksOf(finding: VersionFinding, today: string): string {
  const { version, endOfLife, deprecated } = finding;
  const ended = endOfLife !== undefined && day(endOfLife) < today;
  const life =
    endOfLife === undefined
      ? ''
      : ended
        ? `; **${inline(version ?? '')} ended on ${inline(endOfLife)}**`
        : `; supported until ${inline(day(endOfLife))}`;
  return `${life}${deprecated === undefined ? '' : `; **deprecated: ${inline(deprecated)}**`}${foundOut(finding)}`;
}

/** Vulnerabilities, contradictions between sources, and where current documentation was read; nothing where nothing was asked. */
function foundOut({ advisories, disagreements = [], guidance }: VersionFinding): string {
  const advised =
    advisories?.state === 'affected'
      ? `; **known vulnerabilities: ${advisories.found.map((one) => markdownCode(one, 'cell')).join(', ')}**`
      : advisories?.state === 'none-known'
        ? `; no known vulnerability (${inline(advisories.reason)})`
        : '';
  const differing = disagreements.map((one) => `; sources disagree: ${markdownCode(one, 'cell')}`).join('');
  const [read] = guidance?.state === 'read' ? guidance.sources : [];
  const documented =
    guidance?.state === 'read'
      ? `; ${read === undefined ? 'documentation' : link('documentation', read)}: ${inline(guidance.reason)}`
      : '';
  return `${advised}${differing}${documented}`;
}

/** One line for each technology of a decision. */
export function versionsOf({ technologies }: Decision, { versions, architecture, date }: Design): readonly string[] {
  const names = new Map(
    architecture.components.flatMap(({ technologyId, technology }) =>
      technologyId && technology ? [[technologyId, technology] as const] : [],
    ),
  );
  return technologies.map((id) => {
    const finding = versions.find(({ technology }) => technology === id);
    return versionOf(finding?.name ?? names.get(id) ?? id, finding, date);
  });
}

/** How much a rejection tells: a broken limit has figures, a missing capability a name, a combination neither. */
const TELLING = ({ figures, constraint = '' }: OptionVerdict): number =>
  figures.length > 0 ? 3 : /^(?:capability|prohibition|existing)/.test(constraint) ? 2 : constraint === 'combination' ? 0 : 1;

/** Words two names share: among equal rejections the option most like the chosen one is the one a reader asks about. */
function likeness(a: string, b: string): number {
  const words = new Set(a.toLowerCase().split(/\W+/));
  return b
    .toLowerCase()
    .split(/\W+/)
    .filter((word) => words.has(word)).length;
}

/** The rejections that say most, one of each kind first; of several with the same reason only one. */
export function tellingRejections({ options, chosenName }: Decision, most: number): readonly OptionVerdict[] {
  const ranked = options
    .filter(({ verdict }) => verdict === 'rejected')
    .toSorted((a, b) => TELLING(b) - TELLING(a) || likeness(chosenName, b.name) - likeness(chosenName, a.name));
  const reasons = new Set<string>();
  const distinct = ranked.filter(({ reason }) => !reasons.has(reason) && reasons.add(reason));
  const kinds = new Set<number>();
  const firsts = distinct.filter((one) => !kinds.has(TELLING(one)) && kinds.add(TELLING(one)));
  return [...new Set([...firsts.filter((one) => TELLING(one) > 0), ...distinct])].slice(0, most);
}

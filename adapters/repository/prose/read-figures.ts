import { readBrief } from '@archwright/engine';
import type { RequirementKey } from '@archwright/model';
import type { Statement } from './read-prose.ts';

/** Quantities a repository can state about the whole backend, each only on lines that speak of it. */
const SPEAKING: readonly (readonly [RequirementKey, RegExp])[] = [
  [
    'team.size',
    /\bteam of\b|\bteam (?:is|has|consists)\b|\b(?:person|people|engineers?|developers?) (?:on|in) (?:the|our) team\b|\b\d{1,3}[- ]person team\b|\bwe (?:are|have) (?:\w{1,20} ){1,3}(?:engineers?|developers?)\b/i,
  ],
  ['budget', /\bbudget\b/i],
  ['rpo', /\bRPO\b/],
  ['rto', /\bRTO\b/],
  ['availability', /\bavailability\b|\buptime\b|\bSLO\b/i],
];
/** People who approve or are on call are not the team. */
const OTHER_PEOPLE = /\bapprov|\breview|\bon[- ]call\b|\brotation\b|\bmeeting\b/i;

/** Team size, budget, availability and recovery objectives that prose states; quantities in base units. */
export function readFigures(text: string): readonly Statement[] {
  const lines = text
    .split('\n')
    .map((line) => (SPEAKING.some(([, pattern]) => pattern.test(line)) && !OTHER_PEOPLE.test(line) ? line : ''));
  if (lines.every((line) => line === '')) return [];
  const { value } = readBrief(lines.join('\n'), { domains: [], technologies: [] });
  return value.reading.requirements.flatMap(({ key, subject, detail, quantity, statement, origin, at }): readonly Statement[] => {
    const speaks = SPEAKING.find(([speaking]) => speaking === key)?.[1];
    const line = at?.line;
    if (!speaks || line === undefined || !quantity || origin !== 'stated' || !speaks.test(lines[line - 1] ?? '')) return [];
    return [
      { key, quantity, statement, line, ...(subject !== undefined && { subject }), ...(detail !== undefined && { detail }) },
    ];
  });
}

import { readConstraints, readWords, type WordReading } from '@archwright/engine/intake/index';
import type { Requirement, RequirementKey, Technology } from '@archwright/model';
import { type RuleSentence, type RuleStance, ruleStance } from './rule-stance.ts';

/** A requirement before it has an id and a file. */
export interface Statement extends Omit<Requirement, 'id' | 'at' | 'origin'> {
  /** 1-based. */
  readonly line: number;
}

export interface ProseReading {
  readonly statements: readonly Statement[];
  /** 1-based lines of rules that name a technology but are about something narrower. */
  readonly narrower: readonly number[];
}

/** Stances: a rule must say them plainly. The rest counts where it is named, as in a brief. */
const STANCED: ReadonlySet<RequirementKey> = new Set(['existing', 'prohibition', 'preference', 'provider']);
const PLAIN: ReadonlySet<RequirementKey> = new Set(['residency', 'compliance']);
/** Words that make a place the place of servers and not of customers. */
const HOSTING = new Set(
  'deploy deployed deploys deployment host hosted hosting run runs running region regions server servers datacentre datacenter infrastructure'.split(
    ' ',
  ),
);
const FITS = {
  prohibition: ['prohibited'],
  preference: ['preferred', 'adopted'],
  existing: ['adopted'],
  provider: ['adopted'],
} as const;

/**
 * What prose states about the backend: rules, choices, places and regimes, read by the intake and then held to the stricter
 * grammar of rules. A technology that is to be replaced is no requirement.
 *
 * @param text - cleaned Markdown, secrets masked
 */
export function readProse(text: string, technologies: readonly Technology[]): ProseReading {
  const words = readWords(text);
  const narrower = new Set<number>();
  const { all } = readConstraints(words, technologies);
  const named = all
    .filter(({ key }) => STANCED.has(key))
    .flatMap(({ at }) => (at?.start === undefined ? [] : [[at.start, at.end!] as const]));
  const statements = all.flatMap(({ at, origin, ...draft }): readonly Statement[] => {
    const found = at?.start === undefined ? undefined : sentenceAt(words, at.start, at.end!);
    if (!found || at?.line === undefined || origin !== 'stated' || draft.detail === 'to be replaced') return [];
    const { key, subject } = draft;
    const isNamed = (index: number): boolean =>
      named.some(([start, end]) => found.sentence.words[index]!.start >= start && found.sentence.words[index]!.end <= end);
    const stance = STANCED.has(key) ? ruleStance(found.sentence, found.from, found.to, isNamed) : undefined;
    if (isStated(key, stance, found)) return [{ ...draft, line: at.line }];
    // "X must not be used": the intake looks for a refusal before the name only.
    const name = technologies.find(({ id }) => id === (subject ?? draft.value))?.name;
    if (stance === 'prohibited' && name !== undefined)
      return [{ key: 'prohibition', ...namedAs(subject ?? draft.value!), statement: `${name} must not be used`, line: at.line }];
    if (key === 'prohibition') narrower.add(at.line);
    return [];
  });
  return { statements: statements.map(reworded), narrower: [...narrower].sort((a, b) => a - b) };
}

interface Found {
  readonly sentence: RuleSentence;
  readonly from: number;
  readonly to: number;
}

function sentenceAt({ sentences }: WordReading, start: number, end: number): Found | undefined {
  const sentence = sentences.find((one) => one.start <= start && start < one.end);
  if (!sentence) return undefined;
  const from = sentence.words.findIndex((word) => word.end > start);
  const to = sentence.words.findLastIndex((word) => word.start < end) + 1;
  return { sentence, from, to };
}

const namedAs = (id: string): Pick<Statement, 'subject' | 'value'> => ({ subject: id, value: id });

function isStated(key: RequirementKey, stance: RuleStance | undefined, { sentence }: Found): boolean {
  if (PLAIN.has(key)) return true;
  if (key === 'region') return sentence.words.some(({ lower }) => HOSTING.has(lower));
  return stance !== undefined && (FITS[key as keyof typeof FITS] as readonly string[] | undefined)?.includes(stance) === true;
}

/** The intake words its statements for a brief. */
const reworded = (statement: Statement): Statement => ({
  ...statement,
  statement:
    statement.key === 'region'
      ? `servers run in ${statement.detail ?? statement.value}`
      : statement.statement
          .replace(/ is named as given$/, ' is to be used')
          .replace(/ is the given cloud$/, ' is the cloud to be used'),
});

import type { WordReading } from '@archwright/engine/intake/index';

export type RuleSentence = WordReading['sentences'][number];
type RuleWord = RuleSentence['words'][number];

/** What a rule says about the thing it names; undefined where it is about something narrower, or says nothing. */
export type RuleStance = 'prohibited' | 'preferred' | 'adopted';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const NEGATORS = set(
  "no not never without avoid avoids avoiding cannot don't don’t mustn't mustn’t nor neither forbid forbids ban bans",
);
/** What may stand between a negator and what it bans; anything else narrows the rule: "never use raw SQL with Prisma". */
const ADOPTING = set(
  'use uses used using add adds adding introduce introduces introducing adopt adopts adopting run runs running deploy deploys deployed deploying install installs ' +
    'choose pick write build builds built written host hosts hosted store stores stored keep create creating depend rely bring pull go move implement implemented implementing',
);
const FILLERS = set(
  'a an the any new other another additional extra more further own our your direct ever please should must may shall can will do does to on in with of by up for be and or , via through as always only ad-hoc either both existing well is are it we they you i all every each into from like such third-party backend backends service services',
);
const PREFERRING = set('prefer prefers preferred preferably favour favor ideally');
const RIVAL = set('over than instead rather not unlike versus vs except but');
/** A rule that speaks of a case only. */
const CONDITIONAL = set('if when whenever where how why whether unless e.g example');
/** What may follow a thing without narrowing it to a part: "no MongoDB clusters". */
const SAME_THING = set(
  'database databases db store stores datastore datastores cluster clusters instance instances server servers service services broker brokers queue queues api apis framework provider cloud at',
);
const NARROWING = set('for as from inside outside directly within between before after during while by');
/** A scope as wide as the design. */
const WIDE = set(
  'new any anything all production project repository codebase organisation organization company backend now everything our this',
);
/** Marks that end a clause, and those that open an item of a list. */
const BREAK = /^[;:.!?()—–|*+•#>-]$/;
const REACH = 14;

/** Start of the clause that `from` stands in. */
function clauseStart(words: readonly RuleWord[], from: number): number {
  let start = from;
  while (start > 0 && from - start < REACH && !BREAK.test(words[start - 1]!.text) && words[start - 1]!.lower !== 'but') start--;
  return start;
}

/**
 * How a rule stands to the words `from`..`to`. Rules are imperative and mostly about details ("never log to Sentry what is
 * personal"), so a ban counts only where nothing but words of adoption stands between the negator and its object, and an
 * adoption only behind a verb of adoption.
 */
export function ruleStance(
  { words }: RuleSentence,
  from: number,
  to: number,
  isNamed: (at: number) => boolean,
): RuleStance | undefined {
  const start = clauseStart(words, from);
  const before = words.slice(start, from);
  if (banFollows(words, start, from, to)) return 'prohibited';
  if (isPartOf(words, to)) return undefined;
  const negator = before.findLastIndex(({ lower }) => NEGATORS.has(lower) || lower.endsWith("n't"));
  const between = before.slice(negator + 1);
  const clears = (word: RuleWord, index: number, offset: number): boolean =>
    ADOPTING.has(word.lower) || FILLERS.has(word.lower) || isNamed(start + offset + index);
  if (
    negator >= 0 &&
    !between.some(({ lower }) => lower === ',' || lower === 'and') &&
    !between.every((word, index) => clears(word, index, negator + 1))
  )
    return undefined;
  if (negator >= 0 && between.every((word, index) => clears(word, index, negator + 1)))
    return isNarrowed(words, to) ? undefined : 'prohibited';
  if (before.some(({ lower }) => CONDITIONAL.has(lower)) || between.some(({ lower }) => RIVAL.has(lower))) return undefined;
  if (between.some(({ lower }) => PREFERRING.has(lower)) || PREFERRING.has(words[to]?.lower ?? '')) return 'preferred';
  return between.some(({ lower }) => ADOPTING.has(lower)) || isSettled(words, from, to) ? 'adopted' : undefined;
}

/** "Kubernetes is forbidden", "ORMs are not allowed"; not "writing to MongoDB is forbidden". */
function banFollows(words: readonly RuleWord[], start: number, from: number, to: number): boolean {
  const after = words
    .slice(to, to + 5)
    .map(({ lower }) => lower)
    .join(' ');
  const isSubject = words.slice(start, from).every(({ lower }, index) => FILLERS.has(lower) && (index === 0 || lower !== 'to'));
  return (
    isSubject &&
    /^(?:is|are|may|must|will|shall|should)(?: be)? ?(?:strictly |explicitly )?(?:forbidden|banned|prohibited|excluded|disallowed|not (?:be )?(?:allowed|permitted|used|added|introduced|an option|acceptable))/.test(
      after,
    )
  );
}

/** "Redis keys", "Kafka topics": the rule is about a part. */
function isPartOf(words: readonly RuleWord[], to: number): boolean {
  const next = words[to];
  return (
    next !== undefined && next.tag === 'noun' && next.kind === 'word' && !/\d/.test(next.text) && !SAME_THING.has(next.lower)
  );
}

function isNarrowed(words: readonly RuleWord[], to: number): boolean {
  const after = words.slice(to, to + 6);
  const at = after.findIndex(({ lower }) => NARROWING.has(lower));
  const stop = after.findIndex(({ text }) => BREAK.test(text) || text === ',');
  if (at < 0 || (stop >= 0 && stop < at)) return false;
  return !after.slice(at).some(({ lower }) => WIDE.has(lower));
}

/** "our database is PostgreSQL", "PostgreSQL is the only database", "stack: Fastify, PostgreSQL". */
function isSettled(words: readonly RuleWord[], from: number, to: number): boolean {
  const after = words
    .slice(to, to + 6)
    .map(({ lower }) => lower)
    .join(' ');
  const before = words
    .slice(Math.max(0, from - 4), from)
    .map(({ lower }) => lower)
    .join(' ');
  const isNamedAsGiven = /^(?:is|are|remains) (?:our|the|used|mandatory|required|the default)\b/.test(after);
  return (
    isNamedAsGiven ||
    /\b(?:is|are)(?: a| an| our| the)?(?: modular| single| managed)?$|\b(?:stack|database|datastore|queue|broker|cache|language|framework|cloud|provider|hosting|infrastructure|monitoring|authentication|pattern|architecture) ?(?:is|:|are)? ?(?:a |an )?$/.test(
      before,
    )
  );
}

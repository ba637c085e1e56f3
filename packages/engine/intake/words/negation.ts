import type { Word } from './read-words.ts';

const NEGATORS = new Set(
  'no not never without avoid avoids avoiding cannot nor neither none excluding except forbidden banned nothing minus'.split(' '),
);
/** `no longer X`, `no more than X`, `not only X` do not refuse X. */
const NOT_A_REFUSAL = new Set([
  'only',
  'longer',
  'problem',
  'matter',
  'more',
  'less',
  'later',
  'fewer',
  'doubt',
  'just',
  'yet',
  'sure',
]);
/** Runs of words that refuse what follows them: `rule out Kafka`, `stay away from AWS`. */
const REFUSALS: readonly (readonly string[])[] = [
  'rule out',
  'rules out',
  'ruled out',
  'away from',
  'steer clear of',
  'get rid of',
  'free of',
  'opt out of',
  'off of',
  'dislike',
  'dislikes',
  'hate',
  'hates',
  'refuse',
  'refuses',
  'forbid',
  'forbids',
  'skip',
  'ban',
  'bans',
  'exclude',
  'excludes',
].map((refusal) => refusal.split(' '));
/** These refuse only what stands right behind them: `instead of RabbitMQ use Kafka`. */
const SHORT_REFUSALS: readonly (readonly string[])[] = ['instead of', 'rather than', 'as opposed to', 'other than'].map(
  (refusal) => refusal.split(' '),
);
const SHORT_REACH = 2;
const BREAKS = /^[;:.!?()—–|]$/;
const CONTRASTS = new Set(
  'but however although though while whereas because since so yet unless if when instead hence therefore then until'.split(' '),
);
/** A negation rarely reaches further than this many words. */
const REACH = 12;

const negates = (words: readonly Word[], at: number): boolean =>
  (NEGATORS.has(words[at]!.lower) || words[at]!.lower.endsWith("n't")) && !NOT_A_REFUSAL.has(words[at + 1]?.lower ?? '');

const refusesAt = (words: readonly Word[], end: number, refusals = REFUSALS): boolean =>
  refusals.some((refusal) => refusal.every((part, index) => words[end - refusal.length + index]?.lower === part));

/** Whether the comma or conjunction at `at` opens a new clause: a subject, a preposition or a subordinator stands behind it. */
function opensClause(words: readonly Word[], at: number): boolean {
  const next = words[at + 1];
  if (!next) return true;
  if (next.tag === 'pronoun' || next.tag === 'relative' || next.tag === 'wh' || next.tag === 'modal') return true;
  return words[at]!.lower === ',' && (next.tag === 'preposition' || next.tag === 'to');
}

/**
 * Whether the word at `at` stands under a negation: a negator to the left in the same clause. A comma or `and` ends its reach
 * as soon as a new clause begins behind it: "no Kubernetes, Kafka or microservices" refuses three things, "no Kubernetes, we
 * like Kafka" one.
 */
export function isNegated(words: readonly Word[], at: number): boolean {
  let sawVerb = false;
  for (let index = at - 1; index >= Math.max(0, at - REACH); index--) {
    const word = words[index]!;
    if (negates(words, index) || refusesAt(words, index + 1)) return true;
    if (at - index <= SHORT_REACH && refusesAt(words, index + 1, SHORT_REFUSALS)) return true;
    if (BREAKS.test(word.text) || CONTRASTS.has(word.lower)) return false;
    const isJoint = word.lower === ',' || word.lower === 'and' || word.lower === 'or';
    if (isJoint && (sawVerb || opensClause(words, index))) return false;
    if (word.tag === 'verb' || word.tag === 'modal') sawVerb = true;
  }
  return false;
}

const DISMISSALS = [
  'does not apply',
  'do not apply',
  "doesn't apply",
  "don't apply",
  'is not',
  'are not',
  "isn't",
  "aren't",
  'not required',
  'not needed',
  'not necessary',
  'not applicable',
  'is unnecessary',
  'is out of scope',
  'are out of scope',
  'out of scope',
].map((dismissal) => dismissal.split(' '));
const DISMISSED = new Set(
  'apply required needed necessary relevant applicable wanted planned supported offered scope allowed important concern'.split(
    ' ',
  ),
);

/** Whether what ends before `to` is dismissed right after: "HIPAA does not apply", "search is not needed". */
export const isDismissed = (words: readonly Word[], to: number): boolean =>
  DISMISSALS.some((dismissal) => dismissal.every((part, index) => words[to + index]?.lower === part)) &&
  words.slice(to, to + 6).some(({ lower }) => DISMISSED.has(lower));

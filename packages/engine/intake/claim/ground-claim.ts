import { formatQuantity, slug } from '@archwright/kernel';
import { type Reading, REQUIREMENT_KEYS, type Requirement, type RequirementKey, type Technology } from '@archwright/model';
import { readConstraints } from '../constraint/index.ts';
import { didYouMean } from '../specification/did-you-mean.ts';
import { readInterval, unitOfKey } from '../specification/quantity-text.ts';
import { singularise } from '../words/index.ts';
import { readWords } from '../words/read-words.ts';
import { type Grounded, type Quotable, type RequirementClaim, ungrounded } from './claim.ts';
import { type Located, locateQuote } from './locate-quote.ts';
import { saidIn } from './said-quantity.ts';
import { speaksOf, speaksOfValue, valuesOf } from './support.ts';

/** What a claim is held against: the texts, and what the reader made of them. */
export interface ClaimContext {
  readonly sources: readonly Quotable[];
  readonly reading: Reading;
  readonly technologies: readonly Technology[];
}

/**
 * Holds a model's claim against the words it cites. A quantity must stand in the quote with that value; a name must be named
 * there; a judgement needs a word that carries it. What the reader has read already stays as the reader read it.
 */
export function groundClaim(claim: RequirementClaim, context: ClaimContext): Grounded {
  if (!Object.hasOwn(REQUIREMENT_KEYS, claim.key)) {
    const meant = didYouMean(claim.key, Object.keys(REQUIREMENT_KEYS));
    return ungrounded(`there is no requirement \`${claim.key.slice(0, 60)}\`${meant ? `; did you mean \`${meant}\`?` : ''}`);
  }
  if ((claim.quantity === undefined) === (claim.value === undefined))
    return ungrounded('a requirement has either a quantity or a value');
  const located = locateQuote(claim, context.sources);
  if (typeof located === 'string') return ungrounded(located);
  const key = claim.key as RequirementKey;
  const known = readAlready(key, claim, located, context.reading);
  if (known) return known;
  const subject = subjectOf(claim, located, context);
  if (subject === false) return ungrounded(`nothing in the text is called \`${String(claim.subject).slice(0, 60)}\``);
  const made = claim.quantity === undefined ? word(key, claim, located, context) : quantity(key, claim.quantity, located);
  if (typeof made === 'string') return ungrounded(made);
  const requirement: Requirement = {
    id: [key, subject ?? made.value].filter(Boolean).join('.'),
    key,
    ...(subject !== undefined && { subject }),
    ...(claim.detail !== undefined && /^(?:p50|p95|p99|max)$/.test(claim.detail) && { detail: claim.detail }),
    ...made,
    origin: 'read-by-model',
    at: located.at,
    statement: statementOf(key, subject, made),
  };
  return against(requirement, located, context.reading);
}

type Made = Pick<Requirement, 'quantity' | 'value' | 'subject'>;

const statementOf = (key: RequirementKey, subject: string | undefined, { quantity, value }: Made): string =>
  `${[key, subject?.replaceAll('-', ' ')].filter(Boolean).join(' of ')}: ${quantity ? formatQuantity(quantity.likely, quantity.unit) : value}`;

/** A subject is made of words that are there: in the quote, or in what was read. `false` where it is not. */
function subjectOf(claim: RequirementClaim, { source }: Located, { reading }: ClaimContext): string | undefined | false {
  if (claim.subject === undefined || NAMED.has(claim.key)) return undefined;
  const subject = slug(claim.subject);
  const spoken = new Set((source.text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).map(singularise));
  const known = reading.activities.some(({ id }) => id === subject) || valuesOf(claim.key as RequirementKey)?.includes(subject);
  const parts = subject.split('-').filter((part) => part.length > 2);
  return known || (parts.length > 0 && parts.every((part) => spoken.has(singularise(part)))) ? subject : false;
}

function quantity(key: RequirementKey, written: string, { source, start, end, at }: Located): Made | string {
  const unit = unitOfKey(key);
  if (unit === undefined) return `\`${key}\` takes a word, not a quantity`;
  const read = readInterval(written.slice(0, 200), unit);
  if (typeof read === 'string') return read;
  if (!saidIn(source.text, start, end, read)) return `${written.slice(0, 60)} is not what “${at.quote}” says`;
  return speaksOf(key, at.quote ?? '') ? { quantity: { ...read, unit } } : `“${at.quote}” does not speak of ${key}`;
}

/** Keys whose value is the name of something: it must be named in the quote, and the reader's own grammar must agree. */
const NAMED: ReadonlySet<string> = new Set([
  'existing',
  'prohibition',
  'preference',
  'provider',
  'region',
  'residency',
  'compliance',
]);

function word(
  key: RequirementKey,
  { value = '', subject }: RequirementClaim,
  { source, at }: Located,
  { technologies }: ClaimContext,
): Made | string {
  const wanted = slug(NAMED.has(key) ? (subject ?? value) : value);
  if (NAMED.has(key)) {
    const { all } = readConstraints(readWords(at.quote ?? ''), technologies);
    const found = all.find((one) => one.key === key && [one.subject, one.value].includes(wanted));
    return found
      ? {
          ...(found.value !== undefined && { value: found.value }),
          ...(found.subject !== undefined && { subject: found.subject }),
        }
      : `“${at.quote}” does not say ${key} ${wanted}`;
  }
  const allowed = valuesOf(key);
  if (!allowed) return `\`${key}\` takes a quantity`;
  const chosen = slug(key === 'capability' ? (subject ?? value) : value);
  if (!allowed.includes(chosen)) return `\`${chosen}\` is no ${key}; known: ${allowed.join(', ')}`;
  // A file of a repository says what is used and ruled there; what the system is for, its brief says.
  if (source.source === 'file') return `a file of the repository does not settle ${key}`;
  if (!speaksOfValue(key, chosen, at.quote ?? '')) return `“${at.quote}” does not speak of ${chosen}`;
  return key === 'capability' ? { subject: chosen, value: chosen } : { value: chosen };
}

/** The same quantity of the same key in the same words, whatever the claim calls its subject. */
function readAlready(
  key: RequirementKey,
  { quantity: written }: RequirementClaim,
  { source, start, end }: Located,
  { requirements }: Reading,
): Grounded | undefined {
  const read = written === undefined ? undefined : readInterval(written.slice(0, 200), unitOfKey(key));
  if (read === undefined || typeof read === 'string') return undefined;
  const same = requirements.find(
    (one) => one.key === key && one.quantity && near(one.quantity.likely, read.likely) && touches(one, source, start, end),
  );
  return same && { outcome: 'known', why: `read already: ${same.statement}` };
}

const touches = ({ at }: Requirement, { source, name }: Quotable, start: number, end: number): boolean =>
  at?.source === source && at.name === name && at.start !== undefined && at.start < end && start < at.end!;

const near = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));
const sameValue = (a: Requirement, b: Requirement): boolean =>
  a.quantity && b.quantity ? near(a.quantity.likely, b.quantity.likely) : a.value !== undefined && a.value === b.value;

/** Keys of which a brief has one, whatever its subject. */
const SINGLE: ReadonlySet<RequirementKey> = new Set([
  'budget',
  'team.size',
  'timeline',
  'availability',
  'durability',
  'rpo',
  'rto',
  'growth',
  'peak-factor',
  'read-write-ratio',
  'hourly-rate',
  'stage',
  'load-shape',
  'provider',
]);

/** The reader's word stands: over the same thing, and over the same words. */
function against(made: Requirement, { source, start, end }: Located, { requirements }: Reading): Grounded {
  const about = requirements.find(
    (one) =>
      one.key === made.key &&
      (SINGLE.has(made.key) || (one.subject === made.subject && one.detail === made.detail)) &&
      (made.quantity !== undefined || SINGLE.has(made.key) || one.value === made.value),
  );
  if (about)
    return sameValue(about, made)
      ? { outcome: 'known', why: `read already: ${about.statement}` }
      : ungrounded(`the text was read as “${about.statement}”, which stands`);
  const overlapping = requirements.find(
    (one) => (one.quantity !== undefined) === (made.quantity !== undefined) && touches(one, source, start, end),
  );
  if (!overlapping || (made.quantity && !sameValue(overlapping, made) && !within(overlapping, start, end)))
    return { outcome: 'new', requirement: made };
  return sameValue(overlapping, made)
    ? { outcome: 'known', why: `these words were read already: ${overlapping.statement}` }
    : ungrounded(`these words were read already as “${overlapping.statement}”, which stands`);
}

/** A quote may be wider than what was read in it: another number beside it is free. */
const within = ({ at }: Requirement, start: number, end: number): boolean => at!.start! <= start && end <= at!.end!;

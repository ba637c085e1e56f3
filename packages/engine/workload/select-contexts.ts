import { type FigureBook, slug } from '@archwright/kernel';
import type { Archetype, DomainMatch, Reading } from '@archwright/model';
import { asksForEvents, withNamedConsumers } from './event-consumers.ts';
import { genericArchetype } from './generic/archetype.ts';
import { matchActivity } from './match-activity.ts';
import { withoutUnspokenParts } from './optional-parts.ts';
import type { Context } from './workload.ts';

/** Matches weaker than this share of the strongest are words in passing, not bounded contexts. */
const RELATIVE_SCORE = 0.34;
const MOST_CONTEXTS = 5;

/** Words that end right before a name of the surroundings: "for our e-commerce platform", "inside the company's shop". */
const SURROUNDINGS =
  /\b(?:for|of|in|inside|within|at|from|to|beside|behind|alongside) (?:our|my|their|the|an?|this|your|existing|\w{1,30}'s)(?: existing| current| own| new)?(?: \w{1,30}){0,1} ?$/i;

/** A domain described in more words than this is what the brief is about, wherever it stands. */
const NAMES = 3;

/** Whether everything that points to a domain stands where the brief names its surroundings, not its subject. */
function isSurroundings({ evidence }: DomainMatch, text: string): boolean {
  const places = evidence.filter(({ start }) => start !== undefined);
  return (
    places.length > 0 &&
    places.every(
      ({ start, quote = '' }) =>
        quote.split(' ').length <= NAMES && SURROUNDINGS.test(text.slice(Math.max(0, start! - 60), start)),
    )
  );
}

/** What the contexts of a reading follow from, by its domains: a brief is sized again with other limits far more often than read. */
const selected = new WeakMap<Reading['domains'], { readonly from: readonly unknown[]; readonly contexts: readonly Context[] }>();

/**
 * The bounded contexts of a brief, strongest first: one per archetype that it matches; a brief that fits none gets one
 * context from its own nouns and verbs. Nouns that people write about and no archetype covers become a further context.
 */
export function selectContexts(reading: Reading, archetypes: readonly Archetype[], figures: FigureBook): readonly Context[] {
  const { text, title, activities, clauses, entities, actors, domains, requirements } = reading;
  const sizes = requirements.filter(({ key }) => key === 'size');
  const from = [archetypes, text, title, activities, clauses, entities, actors, asksForEvents(reading), sizes.length, ...sizes];
  const known = selected.get(domains);
  if (known?.from.length === from.length && known.from.every((part, at) => part === from[at])) return known.contexts;
  const contexts = findContexts(reading, archetypes, figures);
  selected.set(domains, { from, contexts });
  return contexts;
}

function findContexts(reading: Reading, archetypes: readonly Archetype[], figures: FigureBook): readonly Context[] {
  const known = new Map(archetypes.map((archetype) => [archetype.id, archetype]));
  const subjects = reading.domains.filter((match) => !isSurroundings(match, reading.text));
  const candidates = subjects.length > 0 ? subjects : reading.domains;
  const strongest = Math.max(0, ...candidates.map(({ score }) => score));
  const matched = candidates
    .filter(({ score }) => score >= strongest * RELATIVE_SCORE)
    .sort((a, b) => b.score - a.score)
    .flatMap(({ archetype }) => known.get(archetype) ?? [])
    .map((archetype) => withoutUnspokenParts(archetype, reading))
    .slice(0, MOST_CONTEXTS)
    .map((archetype): Context => ({
      id: slug(archetype.context),
      name: archetype.context,
      purpose: archetype.summary,
      archetype,
      generic: false,
    }));
  const own = genericArchetype(
    reading,
    matched.map(({ archetype }) => archetype),
    figures,
  );
  const generic: Context[] = own
    ? [{ id: slug(own.context), name: own.context, purpose: own.summary, archetype: own, generic: true }]
    : [];
  // What the brief counts is what it is about: a domain of which it gives no rate stands behind.
  const leads = own !== undefined && matched.length > 0 && countsOnly(own, matched, reading);
  const [first, ...others] = uniqueIds(leads ? [...generic, ...matched] : [...matched, ...generic]);
  return first ? [{ ...first, archetype: withNamedConsumers(first.archetype, reading) }, ...others] : [];
}

/** Whether every rate of the brief is of its own nouns, and of none that a known domain has an operation for or could be about. */
function countsOnly(own: Archetype, matched: readonly Context[], reading: Reading): boolean {
  const rated = reading.activities.filter(({ meanRate, peakRate }) => meanRate ?? peakRate);
  return (
    rated.length > 0 &&
    rated.every(
      (activity) =>
        matchActivity(activity, own) !== undefined &&
        matched.every(({ archetype }) => matchActivity(activity, archetype) === undefined),
    )
  );
}

function uniqueIds(contexts: readonly Context[]): readonly Context[] {
  const seen = new Set<string>();
  return contexts.filter(({ id }) => !seen.has(id) && seen.add(id));
}

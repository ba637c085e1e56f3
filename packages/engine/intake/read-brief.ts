import { type Diagnostic, FigureBook, type Outcome, type Place } from '@archwright/kernel';
import type { Clause, Reading, Requirement, RequirementKey } from '@archwright/model';
import {
  familiarNames,
  readConstraints,
  technologyMentions,
  type TechnologyMention,
  type TechnologyName,
} from './constraint/index.ts';
import { deriveDemand } from './derive/index.ts';
import { type DomainSignature, matchDomains } from './domain/index.ts';
import { mergeActivities } from './merge-activities.ts';
import { mergeRequirements } from './merge-requirements.ts';
import { mergePopulations } from './merge-terms.ts';
import { readQuantities } from './quantity/index.ts';
import { checkText } from './text-limit.ts';
import { unusedSentences } from './unused-sentence.ts';
import {
  isPersonNoun,
  isStep,
  nominalClauses,
  rankActors,
  rankEntities,
  readIntent,
  readWords,
  titleOf,
  type WordReading,
} from './words/index.ts';

/** What a brief is read against: everything the intake knows about the world is handed in. */
export interface BriefContext {
  readonly domains: readonly DomainSignature[];
  readonly technologies: readonly TechnologyName[];
  /** Answers, decisions and rules of a repository, a specification: they replace what the brief says about the same thing. */
  readonly requirements?: readonly Requirement[];
}

export interface BriefReading {
  readonly reading: Reading;
  /** Every figure the reading refers to. */
  readonly figures: FigureBook;
}

/**
 * Reads a brief: quantities and what follows from them, who does what to what, the domains it belongs to, constraints, and
 * what is asked for. Same text and context, same reading. Text that cannot be a brief gives an empty reading and an error.
 *
 * @diagnostics `brief/empty`, `brief/too-long`, `brief/not-text`; `brief/sentence-not-used` for a sentence of which nothing
 *   was understood; `brief/unknown-technology` for a product of which nothing is known; those of `readQuantities` and `deriveDemand`
 */
export function readBrief(text: string, context: BriefContext): Outcome<BriefReading> {
  const refusal = checkText(text);
  const accepted = refusal ? '' : text;
  const figures = new FigureBook();
  const given = context.requirements ?? [];
  const quantities = readQuantities(accepted);
  const words = readWords(accepted);
  const names = familiarNames(context.technologies);
  const constraints = readConstraints(words, names.known);
  const demand = deriveDemand(accepted, quantities.value, figures, {
    answers: given.filter(({ quantity }) => quantity !== undefined),
    inBursts: constraints.all.some(({ key, value }) => key === 'load-shape' && value !== undefined && IN_BURSTS.has(value)),
  });
  const products = technologyMentions(words, names.known);
  const strangers = technologyMentions(words, names.unknown).filter(
    ({ at }) =>
      !overlapsAny(
        at,
        products.map((one) => one.at),
      ),
  );
  const domains = matchDomains(accepted, context.domains, words);
  const named = [
    ...[...products, ...strangers].map(({ at }) => at),
    ...constraints.all.filter(({ key }) => NAMING.has(key)).map(({ at }) => at),
  ];
  const entities = rankEntities(words).filter(({ at }) => !overlapsAny(at, named));
  const topic = entities.find(({ name }) => !isPersonNoun(name.split(' ').at(-1)!) && !isStep(name.split(' ').at(-1)!))?.name;
  const steps = nominalClauses(words, topic);
  const reading: Reading = {
    text: accepted,
    title: titleOf(words),
    intent: readIntent(words, (sentence) => products.filter((product) => product.sentence === sentence).length),
    requirements: mergeRequirements(demand.value.requirements, constraints.drafts, given),
    activities: mergeActivities(demand.value.activities, words),
    entities: mergePopulations(
      entities.filter(({ name }) => !steps.some(({ at }) => at.quote?.toLowerCase().includes(name))),
      demand.value.populations,
      'entity',
    ),
    actors: mergePopulations(rankActors(words), demand.value.populations, 'actor'),
    clauses: [...clausesOf(words), ...steps],
    domains,
  };
  const used: readonly (Place | undefined)[] = [
    ...constraints.all.map(({ at }) => at),
    ...[...products, ...strangers].map(({ at }) => at),
    ...domains.flatMap(({ evidence }) => evidence),
    ...[...reading.requirements, ...reading.activities, ...reading.clauses].map(({ at }) => at),
    ...quantities.value.map(({ start, end }) => words.place(start, end)),
  ];
  const diagnostics: readonly Diagnostic[] = refusal
    ? [refusal]
    : [...quantities.diagnostics, ...demand.diagnostics, ...unknownTechnologies(strangers), ...unusedSentences(words, used)];
  return { value: { reading, figures }, diagnostics };
}

/** Shapes of load that leave most hours empty. */
const IN_BURSTS: ReadonlySet<string> = new Set(['spiky', 'batch']);

/** Keys whose words are names of places, products and laws, and so no things of the domain. */
const NAMING: ReadonlySet<RequirementKey> = new Set([
  'region',
  'compliance',
  'provider',
  'existing',
  'prohibition',
  'preference',
]);

const overlapsAny = (at: Place | undefined, places: readonly (Place | undefined)[]): boolean =>
  at !== undefined && places.some((place) => place !== undefined && place.start! < at.end! && at.start! < place.end!);

const clausesOf = (words: WordReading): Reading['clauses'] =>
  words.sentences.flatMap(({ clauses }) => clauses.filter(({ isNegated }) => !isNegated).map(plainClause));

const plainClause = ({ actor, verb, object, at }: Clause): Clause => ({
  ...(actor === undefined ? {} : { actor }),
  verb,
  object,
  at,
});

/** One for each product of which the catalogue knows nothing: silence would look like consent. */
const unknownTechnologies = (mentions: readonly TechnologyMention[]): readonly Diagnostic[] =>
  mentions
    .filter(({ technology }, index) => mentions.findIndex((one) => one.technology === technology) === index)
    .map(({ technology: { name }, at }) => ({
      code: 'brief/unknown-technology',
      severity: 'warning',
      message: `${name} is named, and the catalogue knows nothing of it: the design neither uses it nor argues against it`,
      at,
      hint: 'where it must stay, read the part of the design that it replaces as an open decision',
    }));

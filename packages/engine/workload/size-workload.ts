import type { FigureBook } from '@archwright/kernel';
import type { Archetype, Reading } from '@archwright/model';
import { sizeDemand } from './demand.ts';
import { sizeEntity } from './entity-sizes.ts';
import { impliedDailyUsers, matchActivities, sizeOperations } from './operation-rates.ts';
import { sizePopulation } from './population.ts';
import { providerFees } from './provider-fees.ts';
import { withinHeldData } from './held-data.ts';
import { unaskedSearches, withoutOperations } from './unasked-search.ts';
import { selectContexts } from './select-contexts.ts';
import { shorthand } from './shorthand.ts';
import type { Workload } from './workload.ts';

/** Planning horizon of every total: three years, the usual write-off of a backend. */
export const HORIZON_MONTHS = 36;

/**
 * From what the brief says to what must be carried: bounded contexts, operations with rates, entities with rows and bytes,
 * and the demand variables that options' formulas read.
 *
 * @param figures - the book of the reading; everything computed here is added to it
 */
export function sizeWorkload(reading: Reading, archetypes: readonly Archetype[], figures: FigureBook): Workload {
  const make = shorthand(figures);
  make.rule(
    'constant.horizon-months',
    'planning horizon in months',
    HORIZON_MONTHS,
    'month',
    'three years: the usual write-off of a backend',
  );
  make.rule('constant.month', 'seconds in a billing month', 730 * 3600, 's/month', 'price lists count 730 hours a month');
  const selected = selectContexts(reading, archetypes, figures);
  const matches = matchActivities(reading, selected, make);
  const population = sizePopulation(
    reading,
    make,
    impliedDailyUsers(selected, matches, reading, make),
    selected[0]?.generic === true,
  );
  const all = selected.flatMap((context) => sizeOperations(context, matches, population, reading, make));
  const written = selected.flatMap((context) =>
    context.archetype.entities.map((entity) => sizeEntity(entity, context, all, population.users, reading, make)),
  );
  const entities = withinHeldData(written, figures, make);
  const unasked = unaskedSearches(reading, selected, all, entities);
  const contexts = withoutOperations(selected, unasked);
  const operations = all.filter((operation) => !unasked.some((one) => !one.scans && one.operation === operation));
  const demand = sizeDemand({ reading, contexts, operations, entities, population, make });
  const fees = providerFees(contexts, make);
  const assumed = figures
    .all()
    .filter(({ origin }) => origin === 'assumed')
    .map(({ id }) => id);
  return { contexts, operations, entities, demand, fees, assumed, leftOut: unasked.map(({ reason }) => reason) };
}

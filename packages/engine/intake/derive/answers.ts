import { slug } from '@archwright/kernel';
import type { Requirement, RequirementKey } from '@archwright/model';
import { singular } from '../quantity/nouns.ts';
import { kindOfVerb } from '../quantity/verbs.ts';
import { type Demand, freshId, givenOrigin, type Population, type Stream } from './demand.ts';
import { addStream, nameOf } from './stream.ts';

const SINGLE: ReadonlySet<RequirementKey> = new Set([
  'availability',
  'durability',
  'rpo',
  'rto',
  'budget',
  'team.size',
  'timeline',
  'hourly-rate',
  'peak-factor',
  'read-write-ratio',
  'growth',
  'replicas',
]);

/** Answers as figures, populations and streams, before the brief's own: an answer outranks what the brief says. */
export function readAnswers(demand: Demand): void {
  for (const answer of demand.answers) {
    const { quantity, subject } = answer;
    if (!quantity) continue;
    if (answer.key === 'volume') answeredStream(demand, answer);
    else if (answer.key === 'users' || answer.key.startsWith('users.') || answer.key === 'population')
      answeredPopulation(demand, answer);
    else if (answer.key === 'data.rate') {
      const noun = subject ?? 'data';
      demand.flows.push({ id: `data.${noun}`, noun, label: `incoming ${noun}`, rate: leaf(demand, answer, `data.${noun}.rate`) });
    } else if (SINGLE.has(answer.key) && !demand.book.get(answer.key)) leaf(demand, answer, answer.key);
  }
}

const leaf = (demand: Demand, answer: Requirement, id: string) => {
  const { low, likely, high, unit } = answer.quantity!;
  return demand.book.leaf({
    id: freshId(demand.book, id),
    label: answer.statement,
    unit,
    origin: givenOrigin(answer),
    low,
    likely,
    high,
    ...(answer.at && { at: answer.at }),
    ...(answer.reason !== undefined && { reason: answer.reason }),
  });
};

function answeredStream(demand: Demand, answer: Requirement): void {
  const words = (answer.subject ?? 'request').split('-');
  const verb = words.length > 1 && kindOfVerb(words[0]!) ? words[0] : undefined;
  const noun = singular((verb ? words.slice(1) : words).join('-'));
  addStream(demand, { name: nameOf(verb, noun, undefined), mean: (id) => leaf(demand, answer, `${id}.rate`) });
}

function answeredPopulation(demand: Demand, answer: Requirement): void {
  const noun = singular(answer.subject ?? 'user');
  const qualifier = answer.key.startsWith('users.') ? (answer.key.slice(6) as Population['qualifier']) : undefined;
  demand.populations.push({
    noun,
    modifiers: [],
    figure: leaf(demand, answer, `population.${qualifier ? `${qualifier}-` : ''}${slug(noun)}`),
    ...(qualifier && { qualifier }),
  });
}

/** Sizes, retentions and peaks that were answered, onto the streams they name or onto all. */
export function applyAnswers(demand: Demand): void {
  for (const answer of demand.answers) {
    if (!answer.quantity) continue;
    const targets = named(demand, answer.subject);
    if (answer.key === 'size') {
      const bytes = leaf(demand, answer, `size.${answer.subject ?? 'record'}`);
      for (const stream of targets.filter(({ kind }) => kind !== 'read').slice(0, answer.subject ? 9 : 1)) stream.bytes = bytes;
    } else if (answer.key === 'volume.peak') {
      const peak = leaf(demand, answer, `${targets[0]?.id ?? 'request'}.peak-rate`);
      if (targets[0]) targets[0].peak = peak;
    }
  }
}

const named = (demand: Demand, subject: string | undefined): Stream[] => {
  if (subject === undefined) return demand.streams.filter(({ part }) => !part);
  const noun = singular(subject);
  return demand.streams.filter((stream) => stream.id === subject || stream.noun === noun || stream.object === noun);
};

/** Requirements of the brief that an answer replaces go; the answers come in their place. */
export function mergeAnswers(requirements: readonly Requirement[], answers: readonly Requirement[]): Requirement[] {
  const replaced = new Set(answers.map(({ key, subject }) => `${key} ${SINGLE.has(key) ? '' : (subject ?? '')}`));
  const kept = requirements.filter(
    ({ key, subject, origin }) =>
      origin === 'answered' || origin === 'read-by-model' || !replaced.has(`${key} ${SINGLE.has(key) ? '' : (subject ?? '')}`),
  );
  const ids = new Set(answers.map(({ id }) => id));
  return [...kept.filter(({ id }) => !ids.has(id)), ...answers];
}

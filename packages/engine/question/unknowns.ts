import type { Reading, RequirementKey } from '@archwright/model';
import { takenMeanwhile } from '../decide/expectations.ts';
import type { Workload } from '../workload/workload.ts';
import type { Supposition } from './value-of-information.ts';

/** Something the brief leaves open, with the ends of what is plausible. */
export interface Unknown {
  readonly id: string;
  readonly question: string;
  readonly default: string;
  readonly key: RequirementKey;
  readonly subject?: string;
  readonly low: Supposition;
  readonly high: Supposition;
  readonly priority: number;
}

const DAY = 86_400;
const quantity = (key: RequirementKey, value: number, unit: string, subject?: string): Supposition => ({
  key,
  quantity: { value, unit },
  ...(subject && { subject }),
});

interface Prior {
  readonly question: string;
  /** Absent where it depends on the workload (`EXPECTED`). */
  readonly default?: string;
  readonly low: Supposition;
  readonly high: Supposition;
}

/** Plausible ends of what a brief may leave out, whatever the domain; our planning judgement, shown with each question. */
const PRIORS: Partial<Record<RequirementKey, Prior>> = {
  'team.size': {
    question: 'How many engineers build and run it?',
    default: 'one team of 4',
    low: quantity('team.size', 2, 'count'),
    high: quantity('team.size', 40, 'count'),
  },
  availability: {
    question: 'Which availability must it keep?',
    low: quantity('availability', 0.99, 'ratio'),
    high: quantity('availability', 0.9995, 'ratio'),
  },
  latency: {
    question: 'How long may the strictest request take (p99)?',
    default: 'half a second',
    low: quantity('latency', 0.1, 's'),
    high: quantity('latency', 2, 's'),
  },
  budget: {
    question: 'What may the infrastructure cost a month?',
    default: 'no limit: the cheapest feasible design',
    low: quantity('budget', 200, 'USD/month'),
    high: quantity('budget', 50_000, 'USD/month'),
  },
  rpo: {
    question: 'How much acknowledged data may be lost with a server or its zone?',
    low: quantity('rpo', 0, 's'),
    high: quantity('rpo', DAY, 's'),
  },
  rto: {
    question: 'How long may it be away after the loss of a server or its zone?',
    low: quantity('rto', 300, 's'),
    high: quantity('rto', DAY, 's'),
  },
  retention: {
    question: 'How long must data be kept?',
    default: 'the usual of the domain',
    low: quantity('retention', 30 * DAY, 's'),
    high: quantity('retention', 7 * 365 * DAY, 's'),
  },
  residency: {
    question: 'Must data stay in one region, such as the EU?',
    default: 'no residency rule',
    low: { key: 'capability', subject: 'none' },
    high: { key: 'residency', value: 'eu' },
  },
  region: {
    question: 'Where are the users: one continent or several?',
    default: 'one continent',
    low: { key: 'region', value: 'home' },
    high: { key: 'region', value: 'global' },
  },
  'load-shape': {
    question: 'Is the load steady through the day, or does it come in bursts?',
    default: 'a waking day',
    low: { key: 'load-shape', value: 'steady' },
    high: { key: 'load-shape', value: 'spiky' },
  },
  'query-pattern': {
    question: 'Are single rows looked up, or many rows aggregated?',
    default: 'look-ups',
    low: { key: 'query-pattern', value: 'lookup' },
    high: { key: 'query-pattern', value: 'aggregation' },
  },
};

/** What everybody expects and few state: what is taken meanwhile depends on load and domain. */
const EXPECTED = ['availability', 'rpo', 'rto'] as const;

const meanwhile = (key: RequirementKey, otherwise: string | undefined, reading: Reading, workload: Workload): string => {
  const expected = EXPECTED.find((name) => name === key);
  return expected ? takenMeanwhile(expected, workload, reading) : (otherwise ?? 'what the cheapest parts offer');
};

const answered = (reading: Reading, key: RequirementKey, subject?: string): boolean =>
  (key === 'rpo' && reading.requirements.some((one) => one.key === 'durability' && one.value === 'no-loss')) ||
  reading.requirements.some(
    (one) =>
      one.key === key &&
      (subject === undefined || one.subject === undefined || one.subject === subject) &&
      one.origin !== 'assumed',
  );

/** The domain's own questions first, then what every brief may leave open; only what the brief does not answer. */
export function openUnknowns(reading: Reading, workload: Workload): readonly Unknown[] {
  const scaleKnown =
    reading.activities.some(({ meanRate, peakRate }) => meanRate ?? peakRate) ||
    answered(reading, 'users') ||
    answered(reading, 'users.daily') ||
    answered(reading, 'population') ||
    answered(reading, 'data.rate');
  const domain = workload.contexts.flatMap(({ archetype, id: context }) =>
    archetype.questions.flatMap((one): Unknown[] => {
      const key = one.key as RequirementKey;
      const scale =
        key === 'volume' ||
        key === 'users' ||
        key === 'users.daily' ||
        key === 'data.rate' ||
        key === 'volume.peak' ||
        key === 'population';
      if (scale ? scaleKnown : answered(reading, key, one.subject)) return [];
      const ends =
        key === 'volume' && one.subject === archetype.mainOperation
          ? volumeEnds(workload, context, archetype.mainOperation)
          : scale
            ? scaleEnds(workload)
            : PRIORS[key];
      return ends
        ? [
            {
              id: `${context}.${one.id}`,
              question: one.question,
              default: meanwhile(key, one.default, reading, workload),
              key,
              ...(one.subject && { subject: one.subject }),
              low: ends.low,
              high: ends.high,
              priority: one.priority,
            },
          ]
        : [];
    }),
  );
  const asked = new Set(domain.map(({ key }) => key));
  const scale: Unknown[] =
    scaleKnown || domain.some(({ key }) => key === 'volume' || key.startsWith('users'))
      ? []
      : [
          {
            id: 'scale',
            question: 'How many users are active a day, or how many of the main requests come in?',
            default: 'the assumed users',
            key: 'users.daily',
            ...scaleEnds(workload),
            priority: 0,
          },
        ];
  const general = (Object.keys(PRIORS) as RequirementKey[]).flatMap((key): Unknown[] => {
    const prior = PRIORS[key]!;
    const relevant = key !== 'query-pattern' || workload.demand.appendPeak.likely > 0;
    return asked.has(key) || answered(reading, key) || !relevant
      ? []
      : [{ id: key, ...prior, default: meanwhile(key, prior.default, reading, workload), key, priority: 9 }];
  });
  return [...scale, ...domain, ...general];
}

/** A tenth and a hundred times the rate that the design would assume: logs and readings differ by that much between firms. */
function volumeEnds(
  { operations }: Workload,
  context: string,
  operation: string,
): { readonly low: Supposition; readonly high: Supposition } {
  const mean = operations.find((one) => one.context === context && one.id === operation)?.mean.likely ?? 1;
  return { low: quantity('volume', mean / 10, '1/s', operation), high: quantity('volume', mean * 100, '1/s', operation) };
}

/** A tenth and ten times of what the domain's default gives. */
function scaleEnds({ demand }: Workload): { readonly low: Supposition; readonly high: Supposition } {
  return {
    low: quantity('users.daily', Math.max(1, demand.dailyUsers.likely / 10), 'count'),
    high: quantity('users.daily', Math.max(10, demand.dailyUsers.likely * 100), 'count'),
  };
}

import { type Figure, interval } from '@archwright/kernel';
import { asksForEvents } from './event-consumers.ts';
import { id, label, largest, type Part, type Sized, summed } from './demand-parts.ts';

export function jobDemand({ reading, contexts, operations, make }: Sized): Part {
  const apart =
    contexts.some(({ archetype }) => archetype.needs.some((need) => need === 'fanout' || need === 'replay')) ||
    asksForEvents(reading);
  const consumers = apart
    ? Math.max(0, ...contexts.flatMap(({ archetype }) => archetype.events.map(({ consumers: named }) => named.length)))
    : 0;
  const working = contexts.flatMap((context) => {
    const { jobs, mainOperation } = context.archetype;
    const operation = operations.find((one) => one.context === context.id && one.id === mainOperation);
    if (!jobs || !operation) return [];
    const per = make.fact(`archetype.${context.id}.jobs-per-operation`, jobs.perMainOperation);
    const job = (rate: Figure, key: string) =>
      make.compute(`jobs.${context.id}.${key}`, `asynchronous jobs of ${context.name}, ${key}`, '1/s', 'rate * per', {
        rate,
        per,
      });
    return [
      {
        mean: job(operation.mean, 'mean'),
        peak: job(operation.peak, 'peak'),
        seconds: make.fact(`archetype.${context.id}.job-seconds`, jobs.seconds),
        bytes: make.fact(`archetype.${context.id}.job-bytes`, jobs.bytes),
      },
    ];
  });
  return {
    jobMean: summed(
      make,
      'jobMean',
      working.map(({ mean }) => mean),
    ),
    jobPeak: summed(
      make,
      'jobPeak',
      working.map(({ peak }) => peak),
    ),
    jobSeconds: largest(
      make,
      'jobSeconds',
      working.map(({ seconds }) => seconds),
    ),
    jobBytes: largest(
      make,
      'jobBytes',
      working.map(({ bytes }) => bytes),
    ),
    eventConsumers: make.rule(
      id('eventConsumers'),
      label('eventConsumers'),
      consumers,
      'count',
      apart ? 'consumers that the domain’s events name' : 'no consumer needs the events apart from the code that raises them',
    ),
  };
}

export function connectionDemand({ reading, contexts, operations, population, make }: Sized): Part {
  const stated = reading.requirements
    .filter(({ key, figure }) => key === 'users.concurrent' && figure)
    .map(({ figure }) => make.book.need(figure!));
  const asksForIt =
    contexts.some(({ archetype }) => archetype.needs.includes('long-lived-connections')) ||
    reading.requirements.some(
      ({ key, subject, value }) => key === 'capability' && (subject === 'real-time' || value === 'real-time'),
    );
  const streams = operations.filter(({ definition }) => definition.kind === 'stream');
  if (!asksForIt && streams.length === 0)
    return { connections: summed(make, 'connections', []), pushPeak: summed(make, 'pushPeak', []) };
  const online = make.assumed(
    'assumed.online-share',
    'share of daily users connected at the peak',
    interval(0.03, 0.1, 0.3),
    'ratio',
    'no concurrent-user number in the brief; sessions of an hour or two in a waking day give about a tenth',
  );
  const connections =
    stated.length > 0
      ? summed(make, 'connections', stated)
      : make.compute(id('connections'), label('connections'), 'count', 'daily * online', { daily: population.daily, online });
  const sources =
    streams.length > 0
      ? streams
      : operations.filter(({ id: operation, context }) =>
          contexts.some((one) => one.id === context && one.archetype.mainOperation === operation),
        );
  return {
    connections,
    pushPeak: summed(
      make,
      'pushPeak',
      sources.map(({ peak }) => peak),
    ),
  };
}

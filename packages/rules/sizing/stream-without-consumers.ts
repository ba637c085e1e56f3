import { defineRule } from '../rule.ts';

export const streamWithoutConsumers = defineRule({
  id: 'sizing/stream-without-consumers',
  title: 'An event stream with nobody listening',
  severity: 'error',
  why: 'A stream pays when several consumers read the same events or read them again; with fewer than two it is a queue with more to operate.',
  fix: 'Use a work queue or a table until a second consumer or a replay is asked for.',
  falsePositiveWhen: 'Replay alone is the reason, and an audit requirement says so.',
  references: ['https://www.confluent.io/blog/okay-store-data-apache-kafka/'],
  detect({ architecture: { components, events } }) {
    const consumers = new Set(events.flatMap((event) => event.consumers));
    return components
      .filter(({ kind }) => kind === 'stream' && consumers.size < 1)
      .map(({ id, name }) => ({ place: id, message: `${name} has ${consumers.size} consumers` }));
  },
});

import { catalogue } from '@archwright/catalogue';
import { expect, test } from 'vitest';
import { readProse } from './read-prose.ts';

const stated = (text: string): readonly string[] =>
  readProse(text, catalogue.technologies).statements.map(({ key, subject, value }) => `${key} ${subject ?? value}`);

test.each<[string, readonly string[]]>([
  ['Use PostgreSQL for all persistent data.', ['existing postgresql']],
  ['- Use PostgreSQL.\n- Use Fastify.', ['existing postgresql', 'existing fastify']],
  ['PostgreSQL is our only database.', ['existing postgresql']],
  ['We run on Kubernetes.', ['existing kubernetes']],
  ['Our stack: Fastify, PostgreSQL and Redis.', ['existing fastify']],
  ['Services are deployed on AWS.', ['provider aws']],
  ['We must not use MongoDB.', ['prohibition mongodb']],
  ['Never introduce Kafka, RabbitMQ or SQS.', ['prohibition kafka', 'prohibition rabbitmq', 'prohibition sqs']],
  ['No Kubernetes, no Kafka.', ['prohibition kubernetes', 'prohibition kafka']],
  ['- MongoDB is forbidden.', ['prohibition mongodb']],
  ['DynamoDB must not be used.', ['prohibition dynamodb']],
  ['No new datastores without approval.', ['prohibition new-datastore']],
  ['Do not introduce another database.', ['prohibition new-datastore']],
  ['Avoid microservices.', ['prohibition microservices']],
  ['The backend is a modular monolith.', ['preference modular-monolith']],
  ['Prefer Fastify over Express.', ['preference fastify']],
  ['Do not use Redis in production.', ['prohibition redis']],
  ['New code must not use Lucia.', ['prohibition lucia']],
  // Rules about something narrower than the technology.
  ['Never use raw SQL strings with Prisma.', []],
  ['Do not log personal data to Sentry.', []],
  ['You must never run Redis commands by hand.', []],
  ['Do not use Redis for durable data.', []],
  ['Writing to MongoDB directly is forbidden.', []],
  ['No Redis keys without a time to live.', []],
  ['Kafka topics are named after the event.', []],
  ['If you use Kafka, set acks to all.', []],
  ['How to use Redis locally is described below.', []],
  ['We talked about Cassandra and MongoDB.', []],
  ['MongoDB is being replaced by PostgreSQL.', []],
])('%s', (text, expected) => expect(stated(text)).toEqual(expected));

test('a rule that bans only a use is named, not applied', () => {
  expect(readProse('Fine.\n\nDo not log personal data to Sentry.', catalogue.technologies)).toEqual({
    statements: [],
    narrower: [3],
  });
});

import { assumption, interval } from '@archwright/kernel';
import { peopleBaseline } from '../../baselines/people.ts';
import { defineOption } from '../../define.ts';

const { teamSize, crossTeamHours, serviceHours, serviceCare } = peopleBaseline;

export default defineOption({
  id: 'event-driven', decision: 'pattern', name: 'Event-driven services',
  summary: 'a service per bounded context; they tell each other what happened through a stream instead of calling',
  technologies: [], provides: [], requires: ['fanout'], tags: ['pattern:services', 'pattern:events', 'microservices'], conflicts: [],
  parameters: {
    teamSize, crossTeamHours, serviceHours, serviceCare,
    eventHours: assumption('events of one context: schemas, outbox, idempotent consumers, replay', interval(16, 32, 60), 'h', 'each fact needs a schema, an outbox row, a deduplicating consumer and a rehearsed replay'),
    eventCare: assumption('care of one context’s events a month', interval(1, 3, 6), 'h/month', 'schema changes, lag, dead letters, read models that drifted'),
  },
  exports: { deployables: 'max(2, contexts)', networkHops: '0' },
  figures: [{ id: 'teams', label: 'teams', unit: 'count', formula: 'max(1, engineers / teamSize)' }],
  costs: [],
  limits: [{ id: 'contexts', label: 'bounded contexts to part', unit: 'count', demand: '2', limit: 'contexts', why: 'with one bounded context nobody else listens' }],
  build: { formula: 'contexts * (serviceHours + eventHours)', reason: 'each service with its pipeline, and its events with schemas, outbox and idempotent consumers' },
  run: { formula: 'contexts * (serviceCare + eventCare) + (teams - 1) * crossTeamHours', reason: 'releases and alerts of each service, and lag, schemas and dead letters of each stream' },
  parts: 5,
  gains: 'no service waits for another: a slow or stopped consumer costs lag, not errors, and new consumers read the past',
  gives: 'other contexts are right a moment later; flows are followed through traces, not stack frames; schemas are for ever',
  rollback: 'consumers go back a version and re-read from an earlier offset; a context returns to direct calls behind its published interface',
});

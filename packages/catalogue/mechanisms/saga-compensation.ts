import { assumption, interval } from '@archwright/kernel';
import { defineMechanism } from '../define.ts';

export default defineMechanism({
  id: 'saga-compensation',
  name: 'Saga with compensation',
  problem: 'A transaction that spans contexts and external providers does not exist: at {{jobPeak}} and the failure share assumed here, up to {{halfDonePerDay}} operations a day stop half done, with money or stock held.',
  when: { formula: 'jobPeak * jobSeconds', reason: 'one business operation changes several contexts or outside providers' },
  structure: 'Table saga(id, kind, state, step, deadline, context jsonb, version) in the context that owns the operation (an orchestrator, not a choreography); saga_step(saga_id, step, request_key, outcome). Steps are ordered: what can be undone first, the pivot (usually the payment) in the middle, what only can be retried last.',
  steps: [
    'Insert the saga with a deadline of {{deadline}} and its first command in the outbox, in one transaction.',
    'Each participant does its step under the request key (saga id, step) and answers by event.',
    'The answer advances the saga by a conditional update on its version and adds the next command.',
    'A refusal before the pivot: undo the finished steps in reverse order; each undo is idempotent and retried until it succeeds.',
    'After the pivot nothing is undone: the remaining steps are retried until done.',
    'A sweeper takes sagas past their deadline every {{sweep}}: it asks the participant by request key and goes on or undoes.',
  ],
  parameters: {
    stepFailure: assumption('share of operations in which a step fails for good', interval(0.001, 0.01, 0.05), 'ratio', 'refused cards, sold-out items, providers down'),
    stepsPerSaga: assumption('steps of a saga', interval(3, 4, 6), 'count', 'reserve, pay, confirm, tell'),
    fastestStep: assumption('shortest step', 0.05, 's', 'a commit, a queue hop and the next commit'),
    deadlineFactor: assumption('deadline ÷ usual duration', 20, 'ratio', 'far out in the tail'),
    sweepSeconds: assumption('interval of the sweeper', 30, 's', 'small beside what a person would notice'),
    rowBytes: assumption('saga with its steps', 2000, 'B', 'context and outcomes as JSON'),
  },
  computed: [
    { id: 'halfDonePerDay', label: 'operations a day to undo', unit: 'count', formula: 'jobMean * 86400 * oneSecond * stepFailure', meaning: 'compensation is an everyday path, not an exception' },
    { id: 'usualDuration', label: 'usual duration', unit: 's', formula: 'stepsPerSaga * max(jobSeconds, fastestStep)', meaning: 'steps one after another' },
    { id: 'deadline', label: 'deadline', unit: 's', formula: 'deadlineFactor * usualDuration', meaning: 'after it the sweeper decides' },
    { id: 'open', label: 'sagas open at peak', unit: 'count', formula: 'jobPeak * usualDuration', meaning: 'Little’s law' },
    { id: 'transitions', label: 'state changes', unit: '1/s', formula: 'jobPeak * stepsPerSaga', meaning: 'conditional updates on the owner’s store' },
    { id: 'sagaBytes', label: 'bytes a day', unit: 'B', formula: 'jobMean * 86400 * oneSecond * rowBytes', meaning: 'history of finished sagas' },
    { id: 'sweep', label: 'sweep', unit: 's', formula: 'sweepSeconds', meaning: 'recovery is found this late at most' },
  ],
  tradeOff: 'No locks across contexts and {{open}} operations open at once; in between others can see a state that is later undone, so it is named (reserved, pending) and shown as such.',
  rejected: { alternative: 'two-phase commit', because: 'payment and mail providers do not take part, and a coordinator that dies leaves rows locked in every store' },
  edgeCase: { case: 'the undo arrives before the step it undoes, because the step’s command was slow: then the step happens and stays', cure: 'an undo for an unknown request key is stored as a tombstone; the late step meets it and does nothing' },
  snippet: { language: 'sql', code: `UPDATE saga SET step = $1, state = $2, version = version + 1
 WHERE id = $3 AND version = $4 AND state IN ('running', 'compensating')
RETURNING version;

-- sweeper
SELECT id FROM saga WHERE state IN ('running', 'compensating') AND deadline < now()
 ORDER BY deadline LIMIT 100 FOR UPDATE SKIP LOCKED;` },
  sources: [{ title: 'H. Garcia-Molina, K. Salem, Sagas (SIGMOD 1987)', url: 'https://doi.org/10.1145/38713.38742', asOf: '1987-12', confidence: 'B' }, { title: 'microservices.io, Pattern: Saga', url: 'https://microservices.io/patterns/data/saga.html', asOf: 'undated', confidence: 'B' }, { title: 'M. Kleppmann, Designing Data-Intensive Applications', url: 'https://dataintensive.net/', asOf: '2017-03', confidence: 'B' }],
});

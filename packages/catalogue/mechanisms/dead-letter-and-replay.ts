import { assumption, interval } from '@archwright/kernel';
import { defineMechanism } from '../define.ts';

export default defineMechanism({
  id: 'dead-letter-and-replay',
  name: 'Dead letter queue and replay',
  problem: 'Of {{jobsPerDay}} messages a day, those that can never succeed must not be tried for ever: one such message in an ordered lane stops {{blocked}} behind it in a minute, and {{deadPerDay}} a day are to be expected.',
  when: { formula: 'jobPeak', reason: 'messages are processed asynchronously' },
  structure: 'Dead letter store(message_id, source, payload, headers, error_class, first_failed_at, attempts, state parked|replayed|discarded); a table one can query, not only a queue; payloads encrypted like their source.',
  steps: [
    'Classify the error: permanent (schema, refused) goes to the dead letters at once; transient is retried {{attempts}} times with exponential backoff and full jitter.',
    'The delays add up to {{retrySpan}}; only then the message is parked with error class and trace id.',
    'The lane goes on; for ordered lanes only that key is held, with a flag in the store.',
    'Alert on the first letter in flows that move money, on a rate above {{alertRate}} elsewhere.',
    'Replay by error class after the fix, at {{replayRate}}, into the original lane with the original id, so that deduplication still works.',
    'Letters older than their worth are discarded with a reason, by a person.',
  ],
  parameters: {
    deadShare: assumption('share of messages that can never succeed', interval(0.00001, 0.0002, 0.002), 'ratio', 'bad addresses, removed users, schema mistakes'),
    attemptsMaximum: assumption('attempts', 6, 'count', 'covers a provider’s restart, not its outage: that is the breaker’s work'),
    firstDelay: assumption('first delay', 1, 's', 'doubles each time'),
    replayShare: assumption('replay ÷ spare capacity', 0.2, 'ratio', 'live work keeps the rest'),
    alertFactor: assumption('alert rate ÷ expected rate', 10, 'ratio', 'beyond a bad day, within a bad release'),
    orderedLanes: assumption('ordered lanes', 16, 'count', 'partitions of the stream'),
  },
  computed: [
    { id: 'jobsPerDay', label: 'messages a day', unit: 'count', formula: 'jobMean * 86400 * oneSecond', meaning: 'daily volume' },
    { id: 'deadPerDay', label: 'dead letters a day', unit: 'count', formula: 'jobsPerDay * deadShare', meaning: 'somebody must look at them' },
    { id: 'blocked', label: 'messages blocked in a minute', unit: 'count', formula: 'jobPeak * 60 * oneSecond / orderedLanes', meaning: 'behind one poison message' },
    { id: 'attempts', label: 'attempts', unit: 'count', formula: 'attemptsMaximum', meaning: 'for transient errors' },
    { id: 'retrySpan', label: 'time until parked', unit: 's', formula: 'firstDelay * (pow(2, attemptsMaximum - 1) - 1)', meaning: 'sum of the doubling delays, before jitter' },
    { id: 'alertRate', label: 'alert above', unit: '1/s', formula: 'alertFactor * deadShare * jobMean', meaning: 'well above the expected rate' },
    { id: 'replayRate', label: 'replay', unit: '1/s', formula: 'jobPeak * (1 / headroom - 1) * replayShare', meaning: 'a share of the capacity that is spare at peak' },
  ],
  tradeOff: 'The lane never stops for longer than {{retrySpan}}; the price is {{deadPerDay}} letters a day that need an owner, or they are a silent loss.',
  rejected: { alternative: 'retry until it works', because: 'permanent failures accumulate until they are most of the traffic, and the backlog of live work grows behind them' },
  edgeCase: { case: 'an outage parks every message within minutes: the dead letter queue becomes the main queue, and replaying it repeats messages that did succeed', cure: 'failures of the dependency as a whole do not count as attempts: the circuit breaker pauses consumption, and messages stay in the lane' },
  sources: [{ title: 'Amazon Builders’ Library: Avoiding insurmountable queue backlogs', url: 'https://aws.amazon.com/builders-library/avoiding-insurmountable-queue-backlogs/', asOf: 'undated', confidence: 'B' }, { title: 'Amazon SQS Developer Guide, dead-letter queues', url: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html', asOf: 'undated', confidence: 'B' }, { title: 'Amazon Builders’ Library: Timeouts, retries, and backoff with jitter', url: 'https://aws.amazon.com/builders-library/timeouts-retries-and-backoff-with-jitter/', asOf: 'undated', confidence: 'B' }],
});

import { assumption, fact, interval } from '@archwright/kernel';
import { defineMechanism } from '../define.ts';

export default defineMechanism({
  id: 'retry-budget',
  name: 'Retry budget with exponential backoff and full jitter',
  problem: 'With {{attempts}} attempts at each of {{layers}} layers one request becomes {{multiplied}}: {{callPeak}} turn into {{stormRate}} just when the dependency is weakest.',
  when: { formula: 'requestPeak + jobPeak', reason: 'services and providers are called over a network' },
  structure: 'Per process and dependency key (provider, region): a bucket (tokens, cap) that earns {{budget}} of a token per first attempt and pays one per retry. The deadline travels as `x-deadline`, the attempt as `x-attempt`. Retries in one layer only, the one nearest the caller who can still wait.',
  steps: [
    'Retry only what is transient (timeout, `429`, `502`, `503`, `504`) and idempotent or under an idempotency key.',
    'Wait a random time between zero and the doubled base: full jitter, at most {{longestDelay}}.',
    'Take a token; without one, fail at once and say so in a metric.',
    'Give up after {{attempts}} attempts or when the remaining deadline is shorter than the dependency’s median.',
    'Send `x-attempt` and `x-deadline` on; a layer that sees an attempt above the first does not retry itself.',
    'Alert when retries exceed half the budget for some minutes: it is the earliest sign of a slow dependency.',
  ],
  parameters: {
    attemptsMaximum: assumption('attempts', 3, 'count', 'the third rarely helps, the fourth hardly ever'),
    layersOfRetry: assumption('layers that would retry by default', 3, 'count', 'edge or SDK, service, database driver'),
    budgetShare: fact('retries ÷ first attempts', 0.1, 'ratio', { title: 'Site Reliability Engineering (Google), chapter Handling Overload', url: 'https://sre.google/sre-book/handling-overload/', asOf: '2016', confidence: 'B' }),
    baseDelay: assumption('base delay', 0.05, 's', 'about the median of the call'),
    errorShare: assumption('ordinary share of transient errors', interval(0.0005, 0.002, 0.01), 'ratio', 'inside a region'),
  },
  computed: [
    { id: 'attempts', label: 'attempts', unit: 'count', formula: 'attemptsMaximum', meaning: 'first one included' },
    { id: 'layers', label: 'layers', unit: 'count', formula: 'layersOfRetry', meaning: 'that retry when nobody decides' },
    { id: 'callPeak', label: 'calls at peak', unit: '1/s', formula: 'max(requestPeak, jobPeak)', meaning: 'first attempts' },
    { id: 'multiplied', label: 'attempts per request with retries everywhere', unit: 'count', formula: 'pow(attemptsMaximum, layersOfRetry)', meaning: 'during an outage' },
    { id: 'stormRate', label: 'attempts in a storm', unit: '1/s', formula: 'callPeak * multiplied', meaning: 'load on the failing dependency' },
    { id: 'budget', label: 'budget', unit: 'ratio', formula: 'budgetShare', meaning: 'of first attempts' },
    { id: 'worstRate', label: 'attempts with the budget', unit: '1/s', formula: 'callPeak * (1 + budgetShare)', meaning: 'at worst' },
    { id: 'longestDelay', label: 'longest delay', unit: 's', formula: 'baseDelay * pow(2, attemptsMaximum - 1)', meaning: 'before the last attempt' },
    { id: 'leftOver', label: 'requests that still fail', unit: 'ratio', formula: 'pow(errorShare, 2)', meaning: 'after one retry of independent errors' },
  ],
  tradeOff: 'A dependency in trouble gets at most {{worstRate}} instead of {{stormRate}}; in ordinary times {{leftOver}} of calls still fail after one retry. In an outage errors reach users sooner, which is the point.',
  rejected: { alternative: 'a fixed number of retries per call', because: 'it is harmless while few calls fail and multiplies load exactly when all do: the limit has to be on the whole, not on each' },
  edgeCase: { case: 'a process that has been idle has a full bucket, and a fleet of them after a quiet night spends all buckets at once', cure: 'cap the bucket at a few seconds of first attempts and start empty' },
  snippet: { language: 'typescript', code: `const delayMs = (attempt: number, baseMs = 50): number => random() * baseMs * 2 ** attempt;   // full jitter
class RetryBudget {
  #tokens = 0;
  constructor(readonly share: number, readonly cap: number) { this.share = share; this.cap = cap; }
  earn(): void { this.#tokens = Math.min(this.cap, this.#tokens + this.share); }
  spend(): boolean { return this.#tokens >= 1 && ((this.#tokens -= 1), true); }
}` },
  sources: [{ title: 'Amazon Builders’ Library: Timeouts, retries, and backoff with jitter', url: 'https://aws.amazon.com/builders-library/timeouts-retries-and-backoff-with-jitter/', asOf: 'undated', confidence: 'B' }, { title: 'Site Reliability Engineering (Google), chapter Handling Overload', url: 'https://sre.google/sre-book/handling-overload/', asOf: '2016', confidence: 'B' }, { title: 'Site Reliability Engineering (Google), chapter Addressing Cascading Failures', url: 'https://sre.google/sre-book/addressing-cascading-failures/', asOf: '2016', confidence: 'B' }],
});

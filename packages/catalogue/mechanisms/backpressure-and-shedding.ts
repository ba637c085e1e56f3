import { assumption, interval } from '@archwright/kernel';
import { defineMechanism } from '../define.ts';

export default defineMechanism({
  id: 'backpressure-and-shedding',
  name: 'Backpressure and load shedding',
  problem: 'At {{requestPeak}} a service sized for it is {{headroom}} busy. A burst of half as much again fills every queue, and after {{latencyTarget}} all the work it does is for callers who have left.',
  when: { formula: 'requestPeak + jobPeak', reason: 'load can exceed capacity' },
  structure: 'A bounded queue per instance in front of a fixed number of concurrent requests; a class on each request (critical, normal, bulk); a deadline header that each hop lowers. For jobs: a signal from the age of the oldest message back to the producers.',
  steps: [
    'Admission: more than {{concurrency}} in progress and {{queueLimit}} waiting: refuse at once with `503` and Retry-After; a refusal costs microseconds.',
    'Shed by class: bulk from {{shedBulk}} use on, normal when the queue is full, critical last.',
    'Drop from the queue what is past its deadline, without working on it; newest first while overloaded.',
    'Pass the remaining deadline on with each call.',
    'Queues for jobs: when the oldest message is older than its promise allows, producers of bulk work are slowed first.',
    'The limit adapts: it grows while latency is flat and shrinks when latency rises without throughput.',
  ],
  parameters: {
    serviceSeconds: assumption('time a request is in the service', interval(0.01, 0.04, 0.2), 's', 'a few queries; replace by the measured mean'),
    queueShare: assumption('waiting allowed ÷ latency target', 0.3, 'ratio', 'the rest is for the work itself and the network'),
    bulkFrom: assumption('use from which bulk work is shed', 0.85, 'ratio', 'above planned use, below saturation'),
  },
  computed: [
    { id: 'concurrency', label: 'requests in progress, all instances', unit: 'count', formula: 'max(1, ceil(requestPeak * serviceSeconds / headroom))', meaning: 'Little’s law with headroom' },
    { id: 'queueLimit', label: 'requests waiting, all instances', unit: 'count', formula: 'max(1, floor(requestPeak / headroom * latencyTarget * queueShare))', meaning: 'what can still be served within the target' },
    { id: 'capacity', label: 'served at most', unit: '1/s', formula: 'requestPeak / headroom', meaning: 'beyond it requests are refused' },
    { id: 'shedBulk', label: 'bulk shed from', unit: 'ratio', formula: 'bulkFrom', meaning: 'use of the concurrency limit' },
    { id: 'refusedAtDouble', label: 'refused at twice the peak', unit: 'ratio', formula: 'max(0, 1 - 1 / (2 * headroom))', meaning: 'the rest is served within the target' },
  ],
  tradeOff: 'At twice the peak {{refusedAtDouble}} are refused quickly and the rest answered in time; without it nearly all are answered too late. Some requests fail that an unbounded queue would have served late.',
  rejected: { alternative: 'scaling out alone', because: 'new instances arrive minutes after the burst, and the store behind them does not scale at all' },
  edgeCase: { case: 'the balancer’s health check waits in the same queue, is refused, and the overloaded instance is removed: the rest get its load', cure: 'health checks bypass admission and report life, not load; overload is told by a metric' },
  sources: [{ title: 'Amazon Builders’ Library: Using load shedding to avoid overload', url: 'https://aws.amazon.com/builders-library/using-load-shedding-to-avoid-overload/', asOf: 'undated', confidence: 'B' }, { title: 'Site Reliability Engineering (Google), chapter Handling Overload', url: 'https://sre.google/sre-book/handling-overload/', asOf: '2016', confidence: 'B' }, { title: 'J. Little, A proof for the queuing formula L = λW', url: 'https://doi.org/10.1287/opre.9.3.383', asOf: '1961-06', confidence: 'B' }],
});

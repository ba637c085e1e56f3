import { assumption, interval } from '@archwright/kernel';
import { defineMechanism } from '../define.ts';

export default defineMechanism({
  id: 'circuit-breaker',
  name: 'Circuit breaker',
  problem: 'A provider that answers after {{timeout}} instead of {{jobSeconds}} holds {{heldWorkers}} workers or connections where {{usualWorkers}} were enough; everything that shares them stops too.',
  when: { formula: 'jobPeak * jobSeconds', reason: 'work waits on providers or services that can be slow' },
  structure: 'Map from (provider, region, endpoint) to (state, opened_at, open_for, ring): `closed`, `open` or `half_open`, and a ring of the last {{windowCalls}} outcomes as bits (failed or slower than the limit) with a running sum. One map in each process; no shared store decides. The queue’s lane has a flag paused_until that the breaker sets.',
  steps: [
    '`closed`: the call takes its breaker by (provider, region, endpoint), runs with its timeout, and writes one bit at position calls mod {{windowCalls}}; the sum changes by the bit replaced.',
    'Sum over {{openShare}} of a full ring: state `open`, opened_at now, open_for {{openTime}}; the compare-and-set of the state lets one caller raise the event.',
    '`open`: fail at once with the key and the time left. Jobs stay in the queue: paused_until of their lane is set, so that no attempt is counted.',
    'After open_for `half_open`: a counter admits {{probes}} calls; all well empties the ring and closes, one failure opens again with open_for doubled.',
    'Users see the degraded answer prepared for this dependency, never a hanging page.',
    'Each change of state is an event on the dashboard.',
  ],
  parameters: {
    timeoutFactor: assumption('timeout ÷ usual duration', 10, 'ratio', 'a little above the measured p99.9'),
    processes: assumption('processes that call', interval(2, 4, 20), 'count', 'each has its own breaker'),
    windowSeconds: assumption('window', 10, 's', 'short enough to react, long enough to judge'),
    fewestCalls: assumption('fewest calls that decide', 20, 'count', 'fewer are chance'),
    mostCalls: assumption('most calls remembered', 1000, 'count', 'enough for any share'),
    failureShare: assumption('share that opens', 0.5, 'ratio', 'well above ordinary errors'),
    openSeconds: assumption('open for', 10, 's', 'a restart takes about this long'),
    probeCalls: assumption('probes when half open', 3, 'count', 'one success is chance'),
  },
  computed: [
    { id: 'timeout', label: 'timeout', unit: 's', formula: 'timeoutFactor * jobSeconds', meaning: 'to be replaced by the measured p99.9' },
    { id: 'usualWorkers', label: 'calls in flight', unit: 'count', formula: 'jobPeak * jobSeconds', meaning: 'when the provider is well' },
    { id: 'heldWorkers', label: 'calls in flight when all time out', unit: 'count', formula: 'jobPeak * timeout', meaning: 'without a breaker' },
    { id: 'windowCalls', label: 'calls in a window', unit: 'count', formula: 'max(fewestCalls, min(mostCalls, ceil(jobPeak * windowSeconds / processes)))', meaning: 'per process' },
    { id: 'openShare', label: 'opens above', unit: 'ratio', formula: 'failureShare', meaning: 'failed or slow' },
    { id: 'openTime', label: 'open for', unit: 's', formula: 'openSeconds', meaning: 'doubles while probes fail' },
    { id: 'probes', label: 'probes', unit: 'count', formula: 'probeCalls', meaning: 'in half open' },
    { id: 'pausedJobs', label: 'jobs that wait while it is open', unit: 'count', formula: 'jobPeak * openSeconds', meaning: 'backlog to be drained after it closes' },
    { id: 'exposedCalls', label: 'calls that suffer before it opens', unit: 'count', formula: 'failureShare * windowCalls * processes', meaning: 'price of detection' },
  ],
  tradeOff: 'About {{exposedCalls}} calls suffer instead of all, and {{heldWorkers}} is never reached; a breaker that opens wrongly holds back {{pausedJobs}} jobs for {{openTime}}.',
  rejected: { alternative: 'timeouts alone', because: 'each call still waits its full timeout, and {{heldWorkers}} waiting calls are more than the pools hold' },
  edgeCase: { case: 'one tenant or one region of the provider fails; the average over all stays under the threshold, or the breaker opens for everyone', cure: 'key the breaker by what fails together: provider, region, endpoint; and cap the number of breakers, with a shared one for the rest' },
  snippet: { language: 'typescript', code: `class Breaker {
  private ring = new Uint8Array(size); private at = 0; private bad = 0;
  private state: 'closed' | 'open' | 'half_open' = 'closed'; private reopenAt = 0; private openFor = first; private probes = 0;

  admit(now: number): boolean {
    if (this.state === 'open' && now >= this.reopenAt) { this.state = 'half_open'; this.probes = 0; }
    if (this.state === 'half_open') return this.probes++ < probesAllowed;
    return this.state === 'closed';
  }
  record(failedOrSlow: boolean, now: number): void {
    const slot = this.at++ % size;
    this.bad += Number(failedOrSlow) - this.ring[slot]!; this.ring[slot] = Number(failedOrSlow);
    const isFull = this.at >= size;
    if (this.state === 'half_open' ? failedOrSlow : isFull && this.bad > size * share) this.open(now);
    else if (this.state === 'half_open' && this.probes >= probesAllowed) this.close();
  }
  private open(now: number): void { this.reopenAt = now + this.openFor; this.openFor *= 2; this.state = 'open'; }
  private close(): void { this.ring.fill(0); this.at = this.bad = 0; this.openFor = first; this.state = 'closed'; }
}` },
  sources: [{ title: 'M. Nygard, Release It!, second edition', url: 'https://pragprog.com/titles/mnee2/release-it-second-edition/', asOf: '2018-01', confidence: 'B' }, { title: 'Amazon Builders’ Library: Timeouts, retries, and backoff with jitter', url: 'https://aws.amazon.com/builders-library/timeouts-retries-and-backoff-with-jitter/', asOf: 'undated', confidence: 'B' }, { title: 'J. Dean, L. Barroso, The tail at scale', url: 'https://doi.org/10.1145/2408776.2408794', asOf: '2013-02', confidence: 'B' }],
});

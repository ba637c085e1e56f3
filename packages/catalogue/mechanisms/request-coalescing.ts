import { assumption, interval } from '@archwright/kernel';
import { defineMechanism } from '../define.ts';

export default defineMechanism({
  id: 'request-coalescing',
  name: 'Request coalescing (single flight) with early refresh',
  problem: 'When the hottest key expires, {{herd}} requests miss before the first answer is back, and each asks the store. At a recomputation of {{recompute}} that is a stampede at every expiry.',
  when: { formula: 'recordReadPeak - worthCaching', reason: 'reads are cached' },
  structure: 'Per process: a map from key to the promise of the value being fetched. In the cache: `value:key` with (value, soft_expiry, hard_expiry, compute_time). Across processes: `lease:key` set with NX and {{leaseTime}} of life, holding the token of its owner.',
  steps: [
    'Hit before the soft expiry: return it.',
    'Hit after it: one caller in this process refreshes in the background, the others get the old value.',
    'The refresh starts early by chance, sooner for values that take long to compute, so that processes do not start together.',
    'Miss: join the promise under the key if there is one; otherwise SET `lease:key` token NX for {{leaseTime}}, fetch, write `value:key`, and delete the lease only if it still holds the token.',
    'Lease taken by another process: wait {{waitTime}} and read again, or serve the old value.',
    'TTLs differ by {{jitterShare}} at random, so that keys written together do not expire together.',
  ],
  parameters: {
    worthCaching: assumption('read rate from which a cache is worth it', 200, '1/s', 'a store answers this from its own memory'),
    hottestShare: assumption('share of reads on the hottest key', interval(0.01, 0.05, 0.2), 'ratio', 'skewed popularity'),
    recomputeSeconds: assumption('time to compute a value', interval(0.01, 0.05, 0.5), 's', 'a query or a call'),
    leaseFactor: assumption('lease on a key ÷ recomputation', 10, 'ratio', 'beyond the tail of the recomputation'),
    instances: assumption('application processes', interval(2, 4, 20), 'count', 'each coalesces only its own callers'),
    jitter: assumption('random share of a TTL', 0.1, 'ratio', 'spreads expiries over a tenth of the TTL'),

    coldShare: assumption('share of reads that miss', interval(0.01, 0.05, 0.1), 'ratio', 'what a warm cache does not hold'),
    leaseBytes: assumption('memory of a lease on a key', interval(150, 220, 280), 'B', 'measured: key, token and expiry'),
  },
  computed: [
    { id: 'recompute', label: 'recomputation', unit: 's', formula: 'recomputeSeconds', meaning: 'window in which misses pile up' },
    { id: 'herd', label: 'misses at one expiry', unit: 'count', formula: 'recordReadPeak * hottestShare * recomputeSeconds', meaning: 'without coalescing' },
    { id: 'coalesced', label: 'with one flight a process', unit: 'count', formula: 'min(herd, instances)', meaning: 'without the lease' },
    { id: 'leaseTime', label: 'lease on a key', unit: 's', formula: 'leaseFactor * recomputeSeconds', meaning: 'a dead holder blocks no longer' },
    { id: 'waitTime', label: 'wait before reading again', unit: 's', formula: 'recomputeSeconds', meaning: 'the holder is probably done' },
    { id: 'jitterShare', label: 'jitter', unit: 'ratio', formula: 'jitter', meaning: 'of every TTL' },
  ],
  inMemory: [
    {
      id: 'fetch-lease', pattern: 'lease:cache:v1:<entity>:{<id>}', type: 'string', holds: 'the token of the process that fetches the value',
      slot: 'that of the value it is about: written and deleted in one script with it', sample: { entity: 'record', id: '018f3c1e-7b2a-7c4d-9e5f-2a1b3c4d5e6f', token: 'f3a9c2d4e5b60718' },
      write: ['SET <key> <token> NX PX <milliseconds>'], read: ['GET <key>'], together: ['cache:v1:<entity>:{<id>}'],
      expires: { after: 'leaseTime', because: 'a holder that dies blocks the others no longer than this' },
      keys: 'max(1, recordReadPeak * coldShare * leaseTime)', itemBytes: 'leaseBytes',
      hottest: { rate: 'recordReadPeak * coldShare', share: 'hottestShare', cure: 'one flight a process: not more processes than there are ask for the lease' },
      evictable: true, onLoss: 'two processes fetch the same value: one read more',
    },
  ],
  tradeOff: 'The store sees one fetch per expiry instead of {{herd}}; readers may get a value past its soft expiry for {{recompute}} more.',
  rejected: { alternative: 'a lock around every miss', because: 'all callers then wait for the slowest fetch, and a holder that dies makes everyone wait for the lock’s expiry' },
  edgeCase: { case: 'the one fetch fails, and the failure is handed to everyone who joined it; they all retry at once', cure: 'on failure keep serving the old value until the hard expiry and remember the failure for a moment, so that only one caller tries again' },
  snippet: { language: 'typescript', code: `const flights = new Map<string, Promise<Value>>();
function fetchOnce(key: string, fetch: (key: string) => Promise<Value>): Promise<Value> {
  const running = flights.get(key);
  if (running) return running;
  const flight = fetch(key).finally(() => flights.delete(key));
  flights.set(key, flight);
  return flight;
}` },
  sources: [{ title: 'R. Nishtala and others, Scaling Memcache at Facebook (NSDI 2013)', url: 'https://www.usenix.org/conference/nsdi13/technical-sessions/presentation/nishtala', asOf: '2013-04', confidence: 'B' }, { title: 'A. Vattani and others, Optimal probabilistic cache stampede prevention (VLDB 2015)', url: 'https://doi.org/10.14778/2757807.2757813', asOf: '2015-04', confidence: 'B' }, { title: 'Amazon Builders’ Library: Caching challenges and strategies', url: 'https://aws.amazon.com/builders-library/caching-challenges-and-strategies/', asOf: 'undated', confidence: 'B' }],
});

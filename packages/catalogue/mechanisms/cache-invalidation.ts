import { assumption, interval } from '@archwright/kernel';
import { defineMechanism } from '../define.ts';

export default defineMechanism({
  id: 'cache-invalidation',
  name: 'Cache invalidation by version and event',
  problem: 'Of {{recordReadPeak}} reads, those of a record changed a moment ago must not be answered with the old value: with a TTL of {{plainTtl}} alone, old answers go out at {{staleReads}}.',
  when: { formula: 'min(recordReadPeak - worthCaching, recordWritePeak)', reason: 'cached records change' },
  structure: 'Key = (schema version, tenant, entity, id). Value carries the record’s version. Invalidation is an event from the commit (outbox or change stream), not a call beside the write. TTL {{safetyTtl}} as the net below.',
  steps: [
    'Write: commit the record with version + one; the same transaction adds the event.',
    'The event deletes the key; it does not write the new value.',
    'Read miss: fetch from the primary or a replica that has passed the version; store with the version, only if no newer version is there.',
    'For a while after its own write a user reads past the cache.',
    'Lists are cached under a generation number of their parent; a change increments the generation and leaves old pages to expire.',
    'A sample of {{auditSample}} reads is compared with the store; the difference is an alert.',
  ],
  parameters: {
    worthCaching: assumption('read rate from which a cache is worth it', 200, '1/s', 'a store answers this from its own memory'),
    ttlSeconds: assumption('TTL one would choose without events', 60, 's', 'a common default'),
    hotRecord: assumption('size of a hot record', interval(300, 1000, 5000), 'B', 'about a kilobyte of JSON; replace by the measured mean'),
    netSeconds: assumption('TTL as a net', 3600, 's', 'bounds what a lost event can do'),
    eventDelay: assumption('delay of an invalidation', interval(0.05, 0.3, 2), 's', 'outbox poll and one hop'),
    sampleShare: assumption('share of reads audited', 0.0001, 'ratio', 'finds one stale in ten thousand within minutes'),

    tombstoneSeconds: assumption('time the version of a deleted value is remembered', interval(2, 10, 30), 's', 'longer than the slowest read of the store'),
    tombstoneBytes: assumption('memory of a remembered version', interval(140, 180, 240), 'B', 'measured: key, number and expiry'),
    hottestWritten: assumption('share of writes on the record changed most', interval(0.001, 0.01, 0.1), 'ratio', 'one thing is popular'),
  },
  computed: [
    { id: 'plainTtl', label: 'TTL without events', unit: 's', formula: 'ttlSeconds', meaning: 'age a value could reach' },
    { id: 'changedShare', label: 'chance that a record changes within it', unit: 'ratio', formula: 'min(1, recordWritePeak * ttlSeconds / max(hotBytes / hotRecord, 1))', meaning: 'writes spread over the hot records' },
    { id: 'staleReads', label: 'stale answers with a TTL alone', unit: '1/s', formula: 'recordReadPeak * changedShare / 2', meaning: 'half the TTL on average' },
    { id: 'staleWithEvents', label: 'stale answers with events', unit: '1/s', formula: 'staleReads * eventDelay / ttlSeconds', meaning: 'only while the event is on its way' },
    { id: 'safetyTtl', label: 'TTL as a net', unit: 's', formula: 'netSeconds', meaning: 'worst age after a lost event' },
    { id: 'auditSample', label: 'reads audited', unit: '1/s', formula: 'recordReadPeak * sampleShare', meaning: 'extra reads of the store' },
  ],
  cachedFor: 'netSeconds',
  inMemory: [
    {
      id: 'tombstone', pattern: 'gone:cache:v1:<entity>:{<id>}', type: 'string', holds: 'the version that a value must have at least to be stored again',
      slot: 'that of the value: one script compares and stores', sample: { entity: 'record', id: '018f3c1e-7b2a-7c4d-9e5f-2a1b3c4d5e6f' },
      write: ['SET <key> 42 PX <milliseconds>'], read: ['GET <key>'], together: ['cache:v1:<entity>:{<id>}'],
      expires: { after: 'tombstoneSeconds', because: 'a reader that was slower than this has given up' },
      keys: 'max(1, recordWritePeak * tombstoneSeconds)', itemBytes: 'tombstoneBytes',
      hottest: { rate: 'recordWritePeak', share: 'hottestWritten', cure: 'deletions of one record within a moment are one deletion' },
      evictable: true, onLoss: 'a slow reader may store an old value, which the age limit ends',
    },
  ],
  tradeOff: 'Stale answers fall from {{staleReads}} to {{staleWithEvents}} and the TTL can be long; the price is a path of events that must be watched like data.',
  rejected: { alternative: 'writing the new value into the cache beside the store', because: 'two writers in different order leave the older value in the cache for the whole TTL, and a crash between the two leaves it there too' },
  edgeCase: { case: 'a slow reader fetches the old row, the delete passes, and then the reader stores the old value: stale until the TTL', cure: 'store only with a version not lower than the key’s tombstone: the delete leaves the new version number behind for some seconds' },
  sources: [{ title: 'R. Nishtala and others, Scaling Memcache at Facebook (NSDI 2013)', url: 'https://www.usenix.org/conference/nsdi13/technical-sessions/presentation/nishtala', asOf: '2013-04', confidence: 'B' }, { title: 'Amazon Builders’ Library: Caching challenges and strategies', url: 'https://aws.amazon.com/builders-library/caching-challenges-and-strategies/', asOf: 'undated', confidence: 'B' }],
});

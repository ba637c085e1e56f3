import { assumption, interval } from '@archwright/kernel';
import { defineMechanism } from '../define.ts';

export default defineMechanism({
  id: 'quota-metering',
  name: 'Usage metering and quotas',
  problem: '{{requestPeak}} billable calls at peak must be counted without loss (they become invoices) and checked against a quota without a write to the store in each request: {{naiveWrites}} updates, most of them to the few rows of the largest tenants.',
  when: { formula: 'requestPeak * max(tenants - 1, 0)', reason: 'tenants pay for or are limited by use' },
  structure: 'usage_event(id uuid, tenant_id, meter, quantity, at), append-only and deduplicated; usage_bucket(tenant_id, meter, bucket_start, quantity, primary key) by hour; in memory: remaining quota per tenant and instance, handed out in slices; quota(tenant_id, meter, period, limit).',
  steps: [
    'An instance holds a slice of {{slice}} units of a tenant’s remaining quota and counts down in memory.',
    'Slice used: take the next by one atomic script; none left: `429` with the reset time, or overage where the contract allows it.',
    'Every call also adds to a local batch of usage events, with the request id as event id, flushed every {{flush}}.',
    'The stream is deduplicated by id and rolled up by hour; invoices read only buckets that are closed.',
    'Counters in memory are rebuilt from the buckets after a loss and every hour: the events are the truth.',
    'A late event goes into the bucket of its own time; after the invoice is closed it appears as a correction on the next.',
  ],
  parameters: {
    meteredShare: assumption('share of requests that are metered', 0.8, 'ratio', 'all but health, sign-in and documentation'),
    largestShare: assumption('largest tenant’s share', interval(0.05, 0.2, 0.6), 'ratio', 'customers differ by orders of magnitude'),
    instances: assumption('instances', interval(2, 4, 20), 'count', 'each holds slices'),
    sliceSeconds: assumption('use a slice lasts', 2, 's', 'one script call in two seconds instead of one a request'),
    flushSeconds: assumption('flush', 1, 's', 'loss of a killed process, unless the gateway’s log is the source'),
    eventBytes: assumption('usage event', 80, 'B', 'ids, meter, quantity, time'),

    meters: assumption('meters of a tenant', interval(1, 2, 10), 'count', 'what the price list counts'),
    quotaBytes: assumption('memory of a remaining quota', interval(140, 190, 250), 'B', 'measured: key, number and expiry'),
    quotaSeconds: assumption('longest billing period', 2_678_400, 's', 'a month of thirty-one days'),
    sliceCommands: assumption('commands of one slice', 3, 'count', 'read, take and expiry, in one script'),
  },
  computed: [
    { id: 'naiveWrites', label: 'updates at peak', unit: '1/s', formula: 'requestPeak * meteredShare', meaning: 'one a request' },
    { id: 'largestRate', label: 'of the largest tenant', unit: '1/s', formula: 'naiveWrites * largestShare', meaning: 'on one row' },
    { id: 'slice', label: 'slice', unit: 'count', formula: 'max(1, ceil(naiveWrites / max(tenants, 1) / instances * sliceSeconds))', meaning: 'of an average tenant; proportional to its rate' },
    { id: 'sliceCalls', label: 'calls for slices', unit: '1/s', formula: 'min(naiveWrites, max(tenants, 1) * instances / sliceSeconds)', meaning: 'at most one per tenant, instance and slice' },
    { id: 'flush', label: 'flush', unit: 's', formula: 'flushSeconds', meaning: 'of the local batch' },
    { id: 'overshoot', label: 'use beyond a quota', unit: 'count', formula: 'slice * instances', meaning: 'slices out when the rest is zero: none beyond the limit, but as many may lie unused' },
    { id: 'unflushed', label: 'events in memory', unit: 'count', formula: 'naiveWrites * flushSeconds', meaning: 'lost if all processes were killed' },
    { id: 'eventBytesPerDay', label: 'events a day', unit: 'B', formula: 'requestMean * meteredShare * 86400 * oneSecond * eventBytes', meaning: 'kept until invoices can no longer be disputed' },
  ],
  inMemory: [
    {
      id: 'quota', pattern: 'quota:{<tenant>}:<meter>:<period>', type: 'string', holds: 'units of the period not yet handed out in slices',
      slot: 'the tenant: its meters are read together', sample: { tenant: '018f3c1e-7b2a-7c4d-9e5f-2a1b3c4d5e6f', meter: 'calls', period: '2026-12' },
      write: ['SET <key> 1000000 PX <milliseconds>', 'DECRBY <key> 100'], read: ['GET <key>'],
      expires: { after: 'quotaSeconds', because: 'a period is over then, and the next has a key of its own' },
      keys: 'max(tenants, 1) * meters', itemBytes: 'quotaBytes',
      hottest: { rate: 'sliceCalls * sliceCommands', share: 'largestShare', cure: 'larger slices for larger tenants: the slice is a time, not a number' },
      evictable: true, onLoss: 'the rest is computed again from the hourly buckets, which are the truth',
    },
  ],
  tradeOff: 'Quotas hold without a write a request ({{sliceCalls}} script calls instead of {{naiveWrites}} updates); near its end a tenant may be refused with up to {{overshoot}} units lying unused in slices.',
  rejected: { alternative: 'counting in the cache alone', because: 'it is not the place for money: a failover loses seconds that cannot be found again; there it only guards the limit' },
  edgeCase: { case: 'an instance with a full slice is drained by a deploy: its units are gone, and a small tenant is refused early', cure: 'return slices on shutdown, let slices expire after {{flush}} without use, and shrink them as the rest gets small' },
  sources: [{ title: 'Stripe, Scaling your API with rate limiters', url: 'https://stripe.com/blog/rate-limiters', asOf: '2017-03-30', confidence: 'B' }, { title: 'M. Kleppmann, Designing Data-Intensive Applications', url: 'https://dataintensive.net/', asOf: '2017-03', confidence: 'B' }],
});

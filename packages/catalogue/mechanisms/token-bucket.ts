import { assumption, interval } from '@archwright/kernel';
import { defineMechanism } from '../define.ts';

export default defineMechanism({
  id: 'token-bucket',
  name: 'Token bucket towards providers',
  problem: 'Workers can start {{jobPeak}} calls; a provider allows what its quota says, and answers `429` or suspends the account beyond it. {{workers}} workers that each know only their own rate exceed it together.',
  when: { formula: 'jobPeak * jobSeconds', reason: 'asynchronous work calls providers that limit their callers' },
  structure: 'One bucket per provider account in memory: (tokens, refilled_at). Refill {{refillRate}}, capacity {{bucketSize}}. Workers take chunks of {{chunk}} tokens, so that the bucket is not one call per message.',
  steps: [
    'A worker without tokens asks the bucket for {{chunk}} tokens in one atomic script.',
    'The script adds refill × time since the last call, caps at the capacity, hands out what there is.',
    'Tokens in hand: call the provider. None: put the message back with a delay of the expected refill, do not hold the worker.',
    'On `429`: obey Retry-After, set the bucket to empty and halve its refill; raise it a little with every quiet minute.',
    'Urgent messages draw from a reserved share, so that a campaign cannot starve a password reset.',
  ],
  parameters: {
    burstSeconds: assumption('burst the provider tolerates', 1, 's', 'quotas are stated per second; some allow more'),
    chunkSeconds: assumption('share of a second a worker takes at once', 0.1, 's', 'keeps bucket calls ten times rarer than messages'),
    reserve: assumption('share kept for urgent messages', 0.2, 'ratio', 'transactional traffic is a small part of the whole'),

    providerAccounts: assumption('accounts with providers', interval(1, 4, 20), 'count', 'one for each channel and provider'),
    bucketBytes: assumption('memory of one bucket', interval(120, 200, 260), 'B', 'measured: key, two fields and expiry'),
    bucketCommands: assumption('commands of one take', 4, 'count', 'clock, read, write and expiry, in one script'),
    idleSeconds: assumption('time an unused bucket is kept', 60, 's', 'it is full again long before'),
  },
  computed: [
    { id: 'workers', label: 'calls in flight at peak', unit: 'count', formula: 'ceil(jobPeak * jobSeconds / headroom)', meaning: 'Little’s law with headroom' },
    { id: 'refillRate', label: 'refill = quota to obtain', unit: '1/s', formula: 'jobPeak / headroom', meaning: 'ask the provider for this before launch; a lower quota lengthens the queue' },
    { id: 'bucketSize', label: 'capacity', unit: 'count', formula: 'max(1, ceil(refillRate * burstSeconds))', meaning: 'largest burst' },
    { id: 'chunk', label: 'tokens taken at once', unit: 'count', formula: 'max(1, floor(refillRate * chunkSeconds / max(workers, 1)))', meaning: 'per worker and call' },
    { id: 'urgentRate', label: 'rate reserved for urgent messages', unit: '1/s', formula: 'refillRate * reserve', meaning: 'bulk stops at the rest' },
  ],
  inMemory: [
    {
      id: 'bucket', pattern: 'bucket:{<provider>:<account>}', type: 'hash', holds: 'tokens left and when they were last counted',
      slot: 'the account: one script reads and writes one bucket', sample: { provider: 'mail', account: 'transactional' },
      write: ['HSET <key> tokens 41.583333 at 1796083200.123456', 'PEXPIRE <key> <milliseconds>'], read: ['HMGET <key> tokens at'],
      expires: { after: 'idleSeconds', because: 'a bucket that nobody used for as long is full, and full is what a new one is' },
      keys: 'providerAccounts', itemBytes: 'bucketBytes',
      hottest: { rate: 'jobPeak / chunk * bucketCommands', share: '1', cure: 'larger chunks first; beyond that the account’s quota is divided over several buckets, and a worker whose bucket is empty tries the next' },
      evictable: true, onLoss: 'the bucket begins full: one burst beyond the quota, which the provider answers with `429` and the workers obey',
    },
  ],
  tradeOff: 'The provider’s limit is met to the token and {{urgentRate}} stays free for urgent messages; a burst beyond {{bucketSize}} waits in the queue instead of failing.',
  rejected: { alternative: 'each worker limited to its share of the quota', because: 'with uneven work the busy workers starve while idle shares lapse, and every scaling event changes all shares' },
  edgeCase: { case: 'a worker takes a chunk and dies: its tokens are lost, and after many restarts the rate sinks although nothing is wrong', cure: 'chunks are small ({{chunk}}) and lapse with the second they were meant for; refill continues from the clock of the store, never from the workers’ clocks' },
  snippet: { language: 'lua', code: `-- KEYS[1]: bucket; ARGV: refill per second, capacity, wanted
local t = redis.call('TIME')
local now = tonumber(t[1]) + tonumber(t[2]) / 1e6
local b = redis.call('HMGET', KEYS[1], 'tokens', 'at')
local tokens = math.min(tonumber(ARGV[2]), (tonumber(b[1]) or tonumber(ARGV[2])) + (now - (tonumber(b[2]) or now)) * tonumber(ARGV[1]))
local given = math.min(math.floor(tokens), tonumber(ARGV[3]))
redis.call('HSET', KEYS[1], 'tokens', tokens - given, 'at', now)
redis.call('PEXPIRE', KEYS[1], 60000)
return given` },
  sources: [{ title: 'Stripe, Scaling your API with rate limiters', url: 'https://stripe.com/blog/rate-limiters', asOf: '2017-03-30', confidence: 'B' }, { title: 'J. Little, A proof for the queuing formula L = λW', url: 'https://doi.org/10.1287/opre.9.3.383', asOf: '1961-06', confidence: 'B' }, { title: 'Firebase Cloud Messaging, throttling and quotas', url: 'https://firebase.google.com/docs/cloud-messaging/throttling-and-quotas', asOf: 'undated', confidence: 'B' }],
});

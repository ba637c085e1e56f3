import { assumption, fact, interval } from '@archwright/kernel';
import { defineMechanism } from '../define.ts';

export default defineMechanism({
  id: 'sliding-window-limit',
  name: 'Sliding-window rate limit',
  problem: 'A counter that starts anew each window lets twice the limit through around the boundary. With {{dailyUsers}} callers a day and {{requestPeak}} at peak, the load of {{callersToSaturate}} callers at their limit fills the whole service.',
  when: { formula: 'requestPeak', reason: 'callers share a service' },
  structure: 'Two counters per caller in memory, keyed (caller, window number): this window and the previous one; expiry after two windows. Estimate = previous × share of the previous window still in view + current.',
  steps: [
    'Caller = authenticated principal; for anonymous calls the address, with a wider limit because of shared addresses.',
    'Read both counters in one call and weigh the previous by the part of it that still lies within {{window}}.',
    'Estimate at or over {{perCallerLimit}}: answer `429` with Retry-After and the RateLimit headers; do not count it.',
    'Otherwise increment the current counter and set its expiry.',
    'If the counter store does not answer within a few milliseconds, let the call pass and count the event: the limiter must not be an outage.',
    'Costly operations weigh more than one.',
  ],
  parameters: {
    windowSeconds: assumption('window', 60, 's', 'long enough for bursts of a person, short enough to recover from'),
    burstFactor: assumption('limit ÷ mean rate of a caller at peak', interval(5, 10, 20), 'ratio', 'a person’s clicks come in bursts; a script’s do not stop'),
    minimumLimit: assumption('smallest useful limit in a window', 60, 'count', 'once a second: below it normal use is hit'),
    counterBytes: assumption('memory of one counter', interval(110, 140, 180), 'B', 'measured with callers named by a UUID: key, number and expiry'),
    approximationError: fact('requests wrongly allowed or refused', 0.00003, 'ratio', { title: 'Cloudflare, How we built rate limiting capable of scaling to millions of domains', url: 'https://blog.cloudflare.com/counting-things-a-lot-of-different-things/', asOf: '2017-06-07', confidence: 'B' }),

    scriptCommands: assumption('commands of one check', 4, 'count', 'two reads, one count, one expiry, in one script'),
    hottestCaller: assumption('share of requests of the busiest caller', interval(0.002, 0.02, 0.1), 'ratio', 'a script or a large office; replace by the measured share'),
  },
  computed: [
    { id: 'window', label: 'window', unit: 's', formula: 'windowSeconds', meaning: 'span the limit is about' },
    { id: 'perCallerLimit', label: 'limit of one caller', unit: 'count', formula: 'max(minimumLimit, ceil(burstFactor * requestPeak * windowSeconds / max(dailyUsers, 1)))', meaning: 'generous to people, tight for scripts' },
    { id: 'callersToSaturate', label: 'callers at their limit that fill the service', unit: 'count', formula: 'requestPeak * windowSeconds / perCallerLimit', meaning: 'above it the limit alone does not protect: shed load as well' },
    { id: 'limiterMemory', label: 'memory', unit: 'B', formula: '2 * dailyUsers * counterBytes', meaning: 'upper bound: every caller of the day at once' },
    { id: 'limiterOperations', label: 'counter operations', unit: '1/s', formula: 'requestPeak', meaning: 'one script call a request' },
    { id: 'wrongDecisions', label: 'wrong decisions', unit: 'ratio', formula: 'approximationError', meaning: 'because the previous window is taken as even' },
  ],
  inMemory: [
    {
      id: 'window', pattern: 'limit:{<caller>}:<window>', type: 'string', holds: 'calls of one caller in one window',
      slot: 'the caller: the script reads this window and the one before together', sample: { caller: '018f3c1e-7b2a-7c4d-9e5f-2a1b3c4d5e6f', window: '29934720', previous: '29934719' },
      write: ['INCR <key>', 'PEXPIRE <key> <milliseconds>'], read: ['MGET <key> limit:{<caller>}:<previous>'], together: ['limit:{<caller>}:<previous>'],
      expires: { after: '2 * windowSeconds', because: 'the previous window still counts while this one runs' },
      keys: '2 * dailyUsers', itemBytes: 'counterBytes',
      hottest: { rate: 'requestPeak * scriptCommands', share: 'hottestCaller', cure: 'a process that was told no refuses that caller itself until the window ends; a lawful caller of this size takes its calls in slices, as with a quota' },
      evictable: true, onLoss: 'the count begins again: for one window a caller gets up to twice its limit, and nobody is refused wrongly',
    },
  ],
  tradeOff: 'Two counters instead of a log of every call: {{limiterMemory}} at most, with {{wrongDecisions}} of decisions wrong in a published measurement; one round trip of well under a millisecond a request.',
  rejected: { alternative: 'fixed window', because: 'a caller sends its limit at the end of one window and again at the start of the next: twice the limit within a moment' },
  edgeCase: { case: 'a whole office or mobile carrier shares one address and is limited as one caller', cure: 'limit by principal first; by address only before login, with a limit for the address that is a multiple, and a challenge instead of a refusal' },
  snippet: { language: 'lua', code: `-- KEYS: current, previous counter; ARGV: limit, window (s), elapsed share of this window
local current = tonumber(redis.call('GET', KEYS[1]) or '0')
local previous = tonumber(redis.call('GET', KEYS[2]) or '0')
if previous * (1 - tonumber(ARGV[3])) + current >= tonumber(ARGV[1]) then return 0 end
redis.call('INCR', KEYS[1])
redis.call('EXPIRE', KEYS[1], 2 * tonumber(ARGV[2]))
return 1` },
  sources: [{ title: 'Cloudflare, How we built rate limiting capable of scaling to millions of domains', url: 'https://blog.cloudflare.com/counting-things-a-lot-of-different-things/', asOf: '2017-06-07', confidence: 'B' }, { title: 'Stripe, Scaling your API with rate limiters', url: 'https://stripe.com/blog/rate-limiters', asOf: '2017-03-30', confidence: 'B' }, { title: 'RFC 9110, HTTP Semantics', url: 'https://www.rfc-editor.org/rfc/rfc9110', asOf: '2022-06', confidence: 'B' }],
});

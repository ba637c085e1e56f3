import { assumption, interval } from '@archwright/kernel';
import { defineMechanism } from '../define.ts';

export default defineMechanism({
  id: 'webhook-delivery',
  name: 'Webhook delivery with HMAC signature',
  problem: 'A subscriber that does not answer holds a worker for {{timeout}}. With {{deadPart}} of deliveries going to dead endpoints they hold {{heldSlots}} slots beside the {{healthySlots}} that do all the work, and healthy subscribers wait.',
  when: { formula: 'jobPeak * jobSeconds', reason: 'events are delivered to endpoints of others' },
  structure: 'endpoint(id, tenant_id, url, secret_current, secret_previous, state active|failing|disabled, failing_since); delivery(id, endpoint_id, event_id, attempt, next_attempt_at, state, response_status, unique (endpoint_id, event_id)); a lane per endpoint by hash, with a limit of {{perEndpoint}} calls at once.',
  steps: [
    'The event’s outbox row fans out to one delivery per matching endpoint, by a job.',
    'A worker resolves the host, refuses private and link-local addresses, connects to the resolved address, and calls with a timeout of {{timeout}}.',
    'Headers: delivery id, time stamp, and an HMAC signature over id, time and body with both secrets during rotation.',
    'Any `2xx` is success; the body is ignored beyond a few kilobytes; redirects are not followed.',
    'Otherwise exponential backoff with jitter: {{attempts}} attempts over {{retrySpan}}.',
    'After {{disableAfter}} without success the endpoint is disabled and its owner told; deliveries stay replayable.',
    'Receivers verify the signature in constant time, refuse time stamps older than some minutes, and deduplicate by delivery id.',
  ],
  parameters: {
    timeoutSeconds: assumption('timeout', 10, 's', 'receivers should only store and answer'),
    deadShare: assumption('share of endpoints that do not answer', interval(0.01, 0.03, 0.1), 'ratio', 'abandoned integrations'),
    concurrency: assumption('calls at once to an endpoint', 5, 'count', 'small servers stand behind many webhooks'),
    attemptsMaximum: assumption('attempts', 8, 'count', 'spread over a day and a night'),
    firstDelay: assumption('first delay', 10, 's', 'then multiplied'),
    growth: assumption('growth of the delay', 5, 'ratio', 'from seconds to hours in a few steps'),
    growingDelays: assumption('delays that grow', 5, 'count', 'until the longest is reached'),
    longestDelay: assumption('longest delay', 43_200, 's', 'twice a day'),
    disableSeconds: assumption('disabled after', 432_000, 's', 'a long weekend and a day'),
    deliveryBytes: assumption('delivery record beside the payload', 300, 'B', 'ids, state, last answer'),
  },
  computed: [
    { id: 'timeout', label: 'timeout', unit: 's', formula: 'timeoutSeconds', meaning: 'of a call' },
    { id: 'deadPart', label: 'deliveries to dead endpoints', unit: 'ratio', formula: 'deadShare', meaning: 'of all' },
    { id: 'healthySlots', label: 'slots for healthy endpoints', unit: 'count', formula: 'ceil(jobPeak * jobSeconds / headroom)', meaning: 'Little’s law' },
    { id: 'heldSlots', label: 'slots dead endpoints would hold', unit: 'count', formula: 'jobPeak * deadShare * timeoutSeconds', meaning: 'first attempts alone' },
    { id: 'perEndpoint', label: 'calls at once to one endpoint', unit: 'count', formula: 'concurrency', meaning: 'so that one cannot take all slots' },
    { id: 'attempts', label: 'attempts', unit: 'count', formula: 'attemptsMaximum', meaning: 'per delivery' },
    { id: 'retrySpan', label: 'attempts last', unit: 's', formula: 'firstDelay * (pow(growth, growingDelays) - 1) / (growth - 1) + (attemptsMaximum - 1 - growingDelays) * longestDelay', meaning: 'growing delays, then the longest' },
    { id: 'retryRate', label: 'retries', unit: '1/s', formula: 'jobMean * deadShare * (attemptsMaximum - 1)', meaning: 'mean, beside first attempts' },
    { id: 'disableAfter', label: 'disabled after', unit: 's', formula: 'disableSeconds', meaning: 'of failing without a break' },
    { id: 'logBytesPerDay', label: 'delivery log a day', unit: 'B', formula: 'jobMean * 86400 * oneSecond * (jobBytes + deliveryBytes)', meaning: 'for replay' },
  ],
  tradeOff: 'Dead endpoints hold no more than their own {{perEndpoint}} calls each, and cost {{retryRate}}; a receiver that is away longer than {{retrySpan}} must fetch what it missed.',
  rejected: { alternative: 'one queue for all deliveries', because: 'the slowest subscriber sets the pace: at {{heldSlots}} slots held by the dead, the healthy wait behind them' },
  edgeCase: { case: 'the subscriber’s name first resolves to a public address, passes the check, and then to an internal one (DNS rebinding)', cure: 'connect to the address that was checked, from an egress proxy that can reach nothing internal' },
  snippet: { language: 'typescript', code: `const signature = (secret: string, id: string, timestamp: number, body: string): string =>
  'v1,' + createHmac('sha256', secret).update(\`\${id}.\${timestamp}.\${body}\`).digest('base64');
// receiver: timingSafeEqual, and |now - timestamp| within five minutes` },
  sources: [{ title: 'Standard Webhooks specification', url: 'https://github.com/standard-webhooks/standard-webhooks', asOf: 'undated', confidence: 'B' }, { title: 'RFC 2104, HMAC: keyed-hashing for message authentication', url: 'https://www.rfc-editor.org/rfc/rfc2104', asOf: '1997-02', confidence: 'B' }, { title: 'OWASP API Security Top 10 2023, API7 Server Side Request Forgery', url: 'https://owasp.org/API-Security/editions/2023/en/0xa7-server-side-request-forgery/', asOf: '2023', confidence: 'B' }],
});

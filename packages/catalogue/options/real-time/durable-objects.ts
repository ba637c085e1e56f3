import { assumption, interval } from '@archwright/kernel';
import { websocketBaseline } from '../../baselines/websocket.ts';
import { defineOption } from '../../define.ts';
import { cloudflarePrices } from '../../prices/cloudflare-workers.ts';

export default defineOption({
  id: 'durable-objects', decision: 'real-time', name: 'WebSocket on Cloudflare Durable Objects',
  summary: 'one object per room, document or user holds its connections and sleeps between messages',
  technologies: ['durable-objects', 'websocket'], provides: ['long-lived-connections'], requires: ['provider:cloudflare'], tags: ['push:managed', 'managed'], conflicts: [],
  parameters: {
    plan: cloudflarePrices.plan, request: cloudflarePrices.objectRequest, requestsIncluded: cloudflarePrices.objectRequestsIncluded, second: cloudflarePrices.objectSecond, secondsIncluded: cloudflarePrices.objectSecondsIncluded,
    messagesPerRequest: cloudflarePrices.messagesPerRequest, meanShare: websocketBaseline.meanShare,
    activeSeconds: assumption('GB-seconds an object is awake for one pushed message', interval(0.0005, 0.002, 0.0128), 's', '128 MB for some milliseconds, shared by the receivers of a room; sleeping connections cost nothing'),
    setupHours: assumption('set-up: object per room, resumption, authentication', interval(12, 24, 48), 'h', 'a programming model to learn; fan-out and order come with it'),
    careHours: assumption('care a month', interval(0.4, 1, 2), 'h/month', 'limits and hot rooms'),
  },
  figures: [{ id: 'messages', label: 'messages a month', unit: '1/month', formula: 'pushPeak * meanShare * secondsPerMonth' }],
  costs: [
    { id: 'planFee', label: 'plan', unit: 'USD/month', dimension: 'licence', formula: 'min(1, ceil(connections)) * plan' },
    { id: 'calls', label: 'messages in, twenty to a request', unit: 'USD/month', dimension: 'requests', formula: 'max(0, messages / messagesPerRequest - requestsIncluded) * request' },
    { id: 'awake', label: 'time awake', unit: 'USD/month', dimension: 'compute', formula: 'max(0, messages * activeSeconds - secondsIncluded) * second' },
  ],
  limits: [],
  build: { formula: 'setupHours', reason: 'objects, resumption and authentication' }, run: { formula: 'careHours', reason: 'limits and hot rooms' },
  parts: 1,
  gains: 'order, presence and state of a room in one place near its members; idle connections cost nothing',
  gives: 'one object is one thread: a very large room has to be split',
  rollback: 'clients reconnect to another endpoint; message formats stay',
});

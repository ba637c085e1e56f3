import { assumption, interval } from '@archwright/kernel';
import { websocketBaseline } from '../../baselines/websocket.ts';
import { defineOption } from '../../define.ts';
import { awsApiGateway } from '../../prices/aws-api-gateway.ts';

export default defineOption({
  id: 'api-gateway-websocket', decision: 'real-time', name: 'WebSocket on Amazon API Gateway',
  summary: 'the gateway holds the connections and calls functions for each message; we keep the list of connection ids',
  technologies: ['api-gateway', 'websocket'], provides: ['long-lived-connections'], requires: ['provider:aws'], tags: ['push:managed', 'managed'], conflicts: [],
  parameters: {
    message: awsApiGateway.socketMessage, connectionSecond: awsApiGateway.socketSecond, meanShare: websocketBaseline.meanShare,
    setupHours: assumption('set-up: routes, connection table, authoriser, reconnection', interval(12, 24, 40), 'h', 'connections end after two hours at the latest, so clients must resume'),
    careHours: assumption('care a month', interval(0.5, 1, 2), 'h/month', 'stale connection ids and throttles'),
    pushLimit: assumption('messages a second after raising quotas', interval(10_000, 30_000, 100_000), '1/s', 'each push is an API call under the account’s throttle of 10,000 a second'),
  },
  figures: [],
  costs: [
    { id: 'open', label: 'connection time', unit: 'USD/month', dimension: 'base', formula: 'connections * meanShare * secondsPerMonth * connectionSecond' },
    { id: 'messages', label: 'messages', unit: 'USD/month', dimension: 'requests', formula: 'pushPeak * meanShare * secondsPerMonth * message' },
  ],
  limits: [{ id: 'pushRate', label: 'messages pushed', unit: '1/s', demand: 'pushPeak', limit: 'pushLimit', why: 'every pushed message is a call to the gateway’s API' }],
  build: { formula: 'setupHours', reason: 'routes, connection table and resumption' }, run: { formula: 'careHours', reason: 'stale ids and throttles' },
  parts: 1,
  gains: 'functions can push without a process that stays up, and idle costs next to nothing',
  gives: 'one call for each receiver, two hours a connection at most, 128 KB a message',
  rollback: 'clients reconnect to another endpoint; message formats stay',
});

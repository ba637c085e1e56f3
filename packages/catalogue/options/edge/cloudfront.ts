import { assumption, interval } from '@archwright/kernel';
import { edgeBaseline, monthlyEgress, monthlyRequests } from '../../baselines/edge.ts';
import { defineOption } from '../../define.ts';
import { awsCloudfront } from '../../prices/aws-cloudfront.ts';

export default defineOption({
  id: 'cloudfront', decision: 'edge', name: 'Amazon CloudFront in front',
  summary: 'connections end near the users, shared responses are cached there, and bytes leave at the edge price',
  technologies: ['cloudfront'], provides: [], requires: ['provider:aws'], tags: ['edge:cdn', 'managed'], conflicts: [],
  parameters: {
    perByte: awsCloudfront.egress, egressFree: awsCloudfront.egressFree, request: awsCloudfront.request, requestsFree: awsCloudfront.requestsFree, edgeAvailability: edgeBaseline.edgeAvailability,
    setupHours: assumption('set-up: distribution, cache rules, origin protection', interval(4, 8, 16), 'h', 'cache keys and invalidation need thought'),
    careHours: assumption('care a month', interval(0.2, 0.5, 1), 'h/month', 'cache rules and certificates'),
  },
  figures: [monthlyEgress, monthlyRequests],
  costs: [
    { id: 'edgeBytes', label: 'bytes out at the edge', unit: 'USD/month', dimension: 'traffic', formula: 'max(0, egress - egressFree) * perByte' },
    { id: 'edgeRequests', label: 'requests at the edge', unit: 'USD/month', dimension: 'requests', formula: 'max(0, requests - requestsFree) * request' },
  ],
  limits: [],
  latency: { p50: '0.002 * oneSecond', p99: '0.005 * oneSecond' },
  availability: 'edgeAvailability',
  build: { formula: 'setupHours', reason: 'cache rules and origin protection' }, run: { formula: 'careHours', reason: 'cache rules' },
  parts: 1,
  gains: 'the first terabyte of bytes out is free, handshakes are short for far users, and floods end at the edge',
  gives: 'one more hop, and cached responses that outlive a change',
  rollback: 'point DNS at the origin',
});

import { assumption, interval } from '@archwright/kernel';
import { edgeBaseline, monthlyEgress, monthlyRequests } from '../../baselines/edge.ts';
import { defineOption } from '../../define.ts';
import { awsCloudfront } from '../../prices/aws-cloudfront.ts';

export default defineOption({
  id: 'lambda-at-edge', decision: 'edge', name: 'Lambda@Edge on Amazon CloudFront',
  summary: 'functions in the content network answer the operations with the strictest target; the rest passes through to the origin',
  technologies: ['lambda-edge', 'cloudfront'], provides: [], requires: ['provider:aws', 'runtime:node'], tags: ['edge:cdn', 'edge:compute', 'managed'], conflicts: [],
  parameters: {
    perByte: awsCloudfront.egress, egressFree: awsCloudfront.egressFree, request: awsCloudfront.request, requestsFree: awsCloudfront.requestsFree, edgeAvailability: edgeBaseline.edgeAvailability,
    edgeRequest: assumption('one invocation at the edge', interval(0.6e-6, 0.6e-6, 0.6e-6), 'USD', '0.60 USD a million, three times the regional price; recalled, not in the price pages at hand'),
    edgeSecond: assumption('one GB-second at the edge', interval(5e-5, 5e-5, 5.1e-5), 'USD/s', 'three times the regional price; recalled, not in the price pages at hand'),
    edgeCpu: assumption('time of one request at the edge', interval(0.001, 0.005, 0.02), 's', 'check a token, look up a copy, serialise'),
    memoryGigabytes: assumption('GB of memory of one function', 0.128, 'count', 'the size of functions that answer viewers'),
    setupHours: assumption('set-up: functions, distribution, copies, observability', interval(16, 32, 60), 'h', 'versions replicate from one region; logs appear in every region'),
    careHours: assumption('care a month', interval(1.5, 3, 6), 'h/month', 'versions, replicas, stale copies'),
  },
  figures: [monthlyEgress, monthlyRequests],
  costs: [
    { id: 'edgeBytes', label: 'bytes out at the edge', unit: 'USD/month', dimension: 'traffic', formula: 'max(0, egress - egressFree) * perByte' },
    { id: 'edgeRequests', label: 'requests at the edge', unit: 'USD/month', dimension: 'requests', formula: 'max(0, requests - requestsFree) * request + requests * edgeRequest' },
    { id: 'edgeCompute', label: 'memory-seconds at the edge', unit: 'USD/month', dimension: 'compute', formula: 'requests * edgeCpu * memoryGigabytes * edgeSecond' },
  ],
  limits: [],
  latency: { p50: 'edgeCpu', p99: 'edgeCpu * 5 + 0.02 * oneSecond' },
  availability: 'edgeAvailability',
  build: { formula: 'setupHours', reason: 'a second runtime with copies of what it answers' }, run: { formula: 'careHours', reason: 'versions, replicas and stale copies' },
  parts: 2,
  gains: 'answers near the user inside the account that already holds everything else',
  gives: 'slow roll-outs, small packages, logs spread over regions, and a price three times that of regional functions',
  rollback: 'detach the function from the distribution: requests pass through to the origin',
});

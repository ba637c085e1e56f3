import { assumption, fact, type Fact, interval } from '@archwright/kernel';
import type { Option } from '@archwright/model';
import { processes } from '../baselines/recovery.ts';
import { serverlessBaseline } from '../baselines/serverless.ts';
import { awsApiGateway } from '../prices/aws-api-gateway.ts';
import { awsLambda } from '../prices/aws-lambda.ts';
import { functionWork, functionWorkParameters } from './function-work.ts';

/**
 * AWS Lambda behind an API Gateway HTTP API for one language runtime; the runtimes differ in how long a cold start takes.
 *
 * @param own - id, language, runtime tag, and the runtime's `init` with what its framework adds
 */
export const lambdaOption = (own: { readonly id: string; readonly language: string; readonly runtime: string; readonly init: Fact; readonly frameworkInit: Fact }): Option => ({
  id: own.id, decision: 'compute', name: `AWS Lambda with API Gateway, ${own.language}`,
  summary: `a ${own.language} function per handler group behind an HTTP gateway; billed by request and by memory-second`,
  technologies: ['lambda', 'api-gateway'], provides: ['scale-to-zero'], requires: ['provider:aws', 'zones:several', 'pattern:functions', own.runtime],
  tags: ['platform:serverless-functions', 'serverless', 'managed'], conflicts: [],
  parameters: {
    ...functionWorkParameters, gigabytesPerVcpu: serverlessBaseline.gigabytesPerVcpu, maxSeconds: serverlessBaseline.maxSeconds,
    init: own.init, frameworkInit: own.frameworkInit,
    request: awsLambda.request, requestsFree: awsLambda.requestsFree, gigabyteSecond: awsLambda.gigabyteSecond, gatewayRequest: awsApiGateway.httpRequest,
    concurrencyLimit: assumption('functions at once after raising the quota', interval(5_000, 10_000, 30_000), 'count', 'the default is 1,000 an account; tens of thousands are granted on request'),
    sla: fact('Lambda and API Gateway monthly uptime commitments, multiplied', 0.9995 * 0.9995, 'ratio', { title: 'mikaelvesavuori/cloud-sla, AWS list @21a22e38: 99.95 % each', asOf: '2022-04-24', confidence: 'C' }),
    setupHours: assumption('set-up: roles, gateway, alarms, local stand-ins', interval(6, 12, 24), 'h', 'no machines, many permissions'),
    careHours: assumption('care a month', interval(0.5, 1.5, 3), 'h/month', 'runtimes and quotas'),
  },
  exports: { computeIdle: '0' },
  figures: [
    ...functionWork,
    { id: 'invocations', label: 'invocations a month', unit: '1/month', formula: '(requestMean + jobMean) * secondsPerMonth' },
  ],
  costs: [
    { id: 'invoked', label: 'invocations above the free ones', unit: 'USD/month', dimension: 'requests', formula: 'max(0, invocations - requestsFree) * request' },
    { id: 'memory', label: 'memory-seconds', unit: 'USD/month', dimension: 'compute', formula: 'busyMean * memoryGigabytes * secondsPerMonth * gigabyteSecond' },
    { id: 'gateway', label: 'HTTP gateway', unit: 'USD/month', dimension: 'requests', formula: 'requestMean * secondsPerMonth * gatewayRequest' },
  ],
  limits: [
    { id: 'atOnce', label: 'functions at once', unit: 'count', demand: 'concurrency', limit: 'concurrencyLimit', why: 'above the quota requests are refused' },
    { id: 'longest', label: 'longest job', unit: 's', demand: 'min(1, ceil(jobPeak * oneSecond)) * jobSeconds', limit: 'maxSeconds', why: 'a function is stopped after 15 minutes' },
  ],
  latency: { p50: 'processing + 0.012 * oneSecond', p99: 'init + frameworkInit + processing + 0.03 * oneSecond' },
  availability: '1 - pow(1 - sla, regionCopies)',
  recovery: processes.severalZones,
  build: { formula: 'setupHours', reason: 'roles, gateway, alarms and local stand-ins' },
  run: { formula: 'careHours', reason: 'runtimes and quotas; nothing to patch' },
  parts: 2,
  gains: 'no bill while nobody calls, and a thousand more instances within seconds',
  gives: 'a cold start for about one request in a hundred, one request an instance, fifteen minutes at most, and many store connections',
  rollback: 'move the alias to the previous version; with a web adapter the same handlers run in a container',
});

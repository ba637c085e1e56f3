import { assumption, interval } from '@archwright/kernel';
import { ATTESTED } from '../../attestations.ts';
import { defineOption } from '../../define.ts';

export default defineOption({
  id: 'sentry', decision: 'observability', name: 'Sentry and the platform’s own graphs',
  summary: 'errors grouped by release with their traces, an uptime check, and whatever the platform shows about CPU and memory',
  technologies: ['sentry', 'opentelemetry'], provides: [], requires: [], attested: ATTESTED.sentry, tags: ['managed'], conflicts: ['provider:on-premises'],
  parameters: {
    plan: assumption('plan of a small team, once errors outgrow the free one', interval(0, 26, 40), 'USD/month', 'the base price of the Team plan is not in the pages at hand; 50,000 errors a month come with it'),
    errorShare: assumption('errors ÷ requests', interval(0.0001, 0.001, 0.01), 'ratio', 'one in a thousand on an ordinary day'),
    freeErrors: assumption('errors the free plan takes', interval(3_000, 5_000, 5_000), '1/month', 'the developer plan is sized for side projects; recalled, not re-read'),
    requestLimit: assumption('requests a second up to which errors alone explain what happens', interval(10, 20, 50), '1/s', 'above it saturation, not exceptions, is what breaks first'),
    setupHours: assumption('set-up', interval(2, 4, 8), 'h', 'one library, releases in the pipeline, an uptime check'),
    careHours: assumption('care a month', interval(0.3, 0.5, 1), 'h/month', 'noise and quotas'),
  },
  figures: [{ id: 'errors', label: 'errors a month', unit: '1/month', formula: '(requestMean + jobMean) * errorShare * secondsPerMonth' }],
  costs: [{ id: 'planFee', label: 'plan', unit: 'USD/month', dimension: 'licence', formula: 'min(1, ceil(max(0, errors / freeErrors - 1))) * plan' }],
  limits: [
    { id: 'rate', label: 'request rate it explains', unit: '1/s', demand: 'requestPeak', limit: 'requestLimit', why: 'without metrics nobody sees saturation coming' },
    { id: 'deployables', label: 'deployables it explains', unit: 'count', demand: 'deployables', limit: '2', why: 'requests that cross services need traces and logs in one place' },
  ],
  build: { formula: 'setupHours', reason: 'one library and an uptime check' },
  run: { formula: 'careHours', reason: 'noise and quotas' },
  parts: 0,
  gains: 'the next error arrives with its stack trace and release, after an afternoon of work',
  gives: 'no SLO, no history of metrics, no log search',
  rollback: 'add OpenTelemetry beside it; both run in one process',
});

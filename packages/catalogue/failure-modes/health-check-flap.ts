import { defineFailureMode } from '../define.ts';

export default defineFailureMode({
  id: 'health-check-flap',
  componentKind: 'network',
  name: 'Health check takes the fleet out',
  severity: 'high',
  trigger: 'the check asks for something all instances share',
  effect: 'the balancer removes every instance at once',
  signal: 'targets out of service; changes of state',
  threshold: 'more than 50 % of targets removed',
  mitigations: [
    'liveness looks only at the process, readiness at its own work',
    'all unhealthy means none is removed (fail open)',
    'several failures before a change of state',
  ],
  recovery: [
    'make the balancer fail open',
  ],
  sources: [
    { title: 'Amazon Builders’ Library: Implementing health checks', url: 'https://aws.amazon.com/builders-library/implementing-health-checks/', asOf: 'undated', confidence: 'B' },
  ],
});

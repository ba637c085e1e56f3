import { defineFailureMode } from '../define.ts';

export default defineFailureMode({
  id: 'oom-killed',
  componentKind: 'service',
  name: 'Container killed or throttled',
  severity: 'medium',
  trigger: 'limits too low, or one payload far larger than the rest',
  effect: 'restarts, or latency spikes whenever the CPU quota is used up',
  signal: 'kills for memory; share of throttled CPU periods',
  threshold: 'any kill for memory within an hour',
  mitigations: [
    'requests and limits from measured p95 use',
    'a limit on payload size',
    'stream large bodies instead of holding them',
  ],
  recovery: [
    'raise the limit',
    'cap the input',
  ],
  sources: [
    { title: 'KubeLinter, checks unset-memory-requirements and unset-cpu-requirements', url: 'https://github.com/stackrox/kube-linter', asOf: 'undated', confidence: 'B' },
  ],
});

import { defineFailureMode } from '../define.ts';

export default defineFailureMode({
  id: 'credential-leak',
  componentKind: 'security',
  name: 'Leaked credential',
  severity: 'critical',
  trigger: 'a secret in a repository, a log or a pipeline, or a stolen session',
  effect: 'data is taken or resources are used in our name',
  signal: 'secret scanners; use from new networks; canary credentials; spend',
  threshold: 'any use of a canary credential',
  mitigations: [
    'short-lived credentials from workload identity',
    'least privilege',
    'an inventory of secrets and a rehearsed rotation',
    'redaction in logs',
  ],
  recovery: [
    'revoke, then rotate, in the order of damage',
    'read the access logs',
    'end sessions; notify as the law asks',
  ],
  sources: [
    { title: 'CircleCI: incident report of 4 January 2023', url: 'https://circleci.com/blog/jan-4-2023-incident-report/', asOf: '2023-01', confidence: 'B' },
    { title: 'OWASP Application Security Verification Standard 5.0', url: 'https://github.com/OWASP/ASVS', asOf: '2025-05-30', confidence: 'B' },
  ],
});

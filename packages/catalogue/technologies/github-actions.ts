import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'github-actions', name: 'GitHub Actions', kind: 'ci-cd',
  summary: 'pipelines beside the code with short-lived cloud credentials',
  licence: 'proprietary, managed', status: 'active', versioned: false,
  serves: [],
  bestFor: ['repositories on GitHub'],
  avoidWhen: ['networks without internet'],
  strainsUnder: ['third-party actions', 'runner minutes'],
  failureModes: ['bad-deploy', 'credential-leak'],
  limits: {},
  burden: { level: 1, reason: 'managed' },
  alternatives: ['gitlab-ci'],
  migrationPaths: [],
  deprecations: [],
  identifiers: {},
  documentation: 'https://docs.github.com/actions',
});

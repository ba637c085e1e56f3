import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'gitlab-ci', name: 'GitLab CI', kind: 'ci-cd', aliases: ['gitlab'],
  summary: 'pipelines of GitLab, with own runners',
  licence: 'MIT core, proprietary editions', status: 'active', versioned: true,
  serves: [],
  bestFor: ['enterprises that host their own code'],
  avoidWhen: ['teams on GitHub'],
  strainsUnder: ['monthly releases with short support'],
  failureModes: ['bad-deploy', 'credential-leak'],
  limits: {},
  burden: { level: 3, reason: 'upgrades every month where the server is ours' },
  alternatives: ['github-actions'],
  migrationPaths: [],
  deprecations: [
    { what: 'each monthly release is supported about three months', when: '2026-11-19', source: { title: 'endoflife.date gitlab', url: 'https://endoflife.date/gitlab', asOf: '2026-08-22', confidence: 'A' } },
  ],
  identifiers: { },
  documentation: 'https://docs.gitlab.com/ci/',
});

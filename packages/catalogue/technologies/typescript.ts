import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'typescript', name: 'TypeScript', kind: 'language', aliases: ['ts'],
  summary: 'JavaScript with types that are checked before it runs',
  licence: 'Apache-2.0', status: 'active', versioned: true,
  serves: [],
  bestFor: ['shared types from browser to database', 'large JavaScript code bases'],
  avoidWhen: ['teams without JavaScript'],
  strainsUnder: ['types end at the process border: input still needs checking'],
  failureModes: [],
  limits: {},
  burden: { level: 1, reason: 'a compiler in the pipeline' },
  alternatives: ['go', 'java'],
  migrationPaths: [],
  deprecations: [],
  identifiers: { npm: 'typescript' },
  documentation: 'https://www.typescriptlang.org/docs/',
});

import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'pydantic', name: 'Pydantic', kind: 'validation',
  summary: 'Python models with validation and JSON Schema',
  licence: 'MIT', status: 'active', versioned: true,
  serves: [],
  bestFor: ['FastAPI models', 'settings'],
  avoidWhen: ['hot loops over plain data'],
  strainsUnder: ['models of version 1'],
  failureModes: [],
  limits: {},
  burden: { level: 1, reason: 'a library' },
  alternatives: [],
  migrationPaths: [],
  deprecations: [],
  identifiers: { pypi: 'pydantic' },
  documentation: 'https://docs.pydantic.dev/',
});

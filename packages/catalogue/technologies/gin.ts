import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'gin', name: 'Gin', kind: 'http-framework',
  summary: 'Go framework with a fast router and simple middleware',
  licence: 'MIT', status: 'active', versioned: true,
  serves: [],
  bestFor: ['JSON APIs in Go'],
  avoidWhen: ['services that the standard router already covers'],
  strainsUnder: ['contracts are written beside the code'],
  failureModes: [],
  limits: {},
  burden: { level: 1, reason: 'library only' },
  alternatives: ['fastify', 'spring-boot'],
  migrationPaths: [],
  deprecations: [],
  identifiers: { go: 'github.com/gin-gonic/gin' },
  documentation: 'https://gin-gonic.com/docs/',
});

import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'axum', name: 'Axum', kind: 'http-framework',
  summary: 'Rust framework on Tokio and Tower with typed extractors',
  licence: 'MIT', status: 'active', versioned: true,
  serves: [],
  bestFor: ['hot services in Rust'],
  avoidWhen: ['teams new to Rust under time pressure'],
  strainsUnder: ['compile times', 'type errors of combined layers'],
  failureModes: [],
  limits: {},
  burden: { level: 1, reason: 'library only' },
  alternatives: ['gin'],
  migrationPaths: [],
  deprecations: [],
  identifiers: {},
  documentation: 'https://docs.rs/axum/',
});

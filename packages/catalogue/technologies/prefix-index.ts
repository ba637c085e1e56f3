import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'prefix-index', name: 'Prefix index in memory', kind: 'search-engine', aliases: ['trie', 'typeahead index'],
  summary: 'sorted terms with their best completions in the memory of the process',
  licence: 'own code', status: 'active', versioned: false,
  serves: ['full-text', 'in-memory'],
  bestFor: ['typeahead with a deadline of tens of milliseconds'],
  avoidWhen: ['ranked text search over documents'],
  strainsUnder: ['memory of each instance', 'time to load at start'],
  failureModes: ['oom-killed', 'cold-start-burst', 'stale-cache'],
  limits: {},
  burden: { level: 2, reason: 'own code: building, loading and swapping the index' },
  alternatives: ['opensearch'],
  migrationPaths: [
    { to: 'opensearch', how: 'completion suggester fed by the same terms' },
  ],
  deprecations: [],
  identifiers: {},
  documentation: 'https://en.wikipedia.org/wiki/Trie',
});

import { fact } from '@archwright/kernel';
import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'java', name: 'Java', kind: 'runtime', aliases: ['jvm', 'openjdk'], carries: ['kotlin', 'quarkus', 'micronaut', 'ktor', 'scala'],
  summary: 'typed, managed runtime with virtual threads and decades of libraries',
  licence: 'GPL-2.0 with Classpath Exception', status: 'active', versioned: true,
  serves: [],
  bestFor: ['large teams', 'financial cores', 'work around Kafka'],
  avoidWhen: ['functions that scale to zero without snapshots'],
  strainsUnder: ['memory a process', 'cold starts', 'heap sizing'],
  failureModes: ['oom-killed', 'resource-leak'],
  limits: {
    coldStart: fact('Lambda cold start, Java 21, plain handler', 0.2542, 's', { title: 'maxday/lambda-perf data/last.json @6070b794', url: 'https://github.com/maxday/lambda-perf', asOf: '2026-08-22', confidence: 'A' }),
  },
  burden: { level: 3, reason: 'heap and collector to size' },
  alternatives: ['go', 'nodejs'],
  migrationPaths: [],
  deprecations: [
    { what: 'lines without long-term support last six months; 25 is the current long-term line', when: '2025-09-22', source: { title: 'endoflife.date eclipse-temurin', url: 'https://endoflife.date/eclipse-temurin', asOf: '2026-08-22', confidence: 'A' } },
  ],
  identifiers: { oci: 'library/eclipse-temurin', endoflife: 'eclipse-temurin' },
  documentation: 'https://docs.oracle.com/en/java/',
});

import { fact, interval } from '@archwright/kernel';
import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'spring-boot', name: 'Spring Boot', kind: 'http-framework', aliases: ['spring'],
  summary: 'Java framework with transactions, security and observability included',
  licence: 'Apache-2.0', status: 'active', versioned: true,
  serves: [],
  bestFor: ['enterprise cores', 'transactional systems'],
  avoidWhen: ['functions that scale to zero without snapshots'],
  strainsUnder: ['memory and start-up', 'open-source support of about a year a line'],
  failureModes: [],
  limits: {
    box: fact('planned requests a second, blocking, 16 cores', interval(3_000, 6_700, 15_000), '1/s', { title: 'system-design numbers reference compiled from public sources (code index 69787484062)', asOf: '2026-09-01', confidence: 'C' }),
  },
  burden: { level: 3, reason: 'heap sizing and short support lines' },
  alternatives: ['nestjs', 'fastify', 'gin'],
  migrationPaths: [],
  deprecations: [
    { what: 'Spring Boot 3.5 open-source support ended', when: '2026-06-30', source: { title: 'endoflife.date spring-boot', url: 'https://endoflife.date/spring-boot', asOf: '2026-08-22', confidence: 'A' } },
    { what: 'Spring Boot 4.0 open-source support ends', when: '2026-12-31', source: { title: 'endoflife.date spring-boot', url: 'https://endoflife.date/spring-boot', asOf: '2026-08-22', confidence: 'A' } },
  ],
  identifiers: { maven: 'org.springframework.boot:spring-boot-starter-web', endoflife: 'spring-boot' },
  documentation: 'https://docs.spring.io/spring-boot/',
});

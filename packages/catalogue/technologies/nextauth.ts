import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'nextauth', name: 'Auth.js (NextAuth)', kind: 'auth-library', aliases: ['next-auth', 'auth.js', 'authjs'],
  summary: 'OAuth and session library for JavaScript frameworks, maintained by the Better Auth team',
  licence: 'ISC', status: 'deprecated', replacedBy: ['better-auth'], versioned: true,
  serves: [],
  bestFor: ['existing Next.js applications'],
  avoidWhen: ['new projects'],
  strainsUnder: ['security and urgent fixes only; version 5 never left beta'],
  failureModes: [],
  limits: {},
  burden: { level: 2, reason: 'security patches to follow' },
  alternatives: ['better-auth', 'clerk'],
  migrationPaths: [
    { to: 'better-auth', how: 'official guide; the adapter tables map closely' },
  ],
  deprecations: [
    { what: 'handed over to the Better Auth team: security and urgent fixes only, new projects are pointed to Better Auth', when: '2025-09-22', source: { title: 'better-auth.com/blog/authjs-joins-better-auth, quoted in notum-cz/strapi-next-monorepo-starter issue 35', url: 'https://www.better-auth.com/blog/authjs-joins-better-auth', asOf: '2026-08-16', confidence: 'B' }, replacement: 'better-auth' },
  ],
  identifiers: { npm: 'next-auth', context7: '/nextauthjs/next-auth' },
  documentation: 'https://authjs.dev/',
  knowledgeOnly: 'handed over: kept so that a repository that uses it is told what replaces it',
});

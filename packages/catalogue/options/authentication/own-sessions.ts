import { assumption, interval } from '@archwright/kernel';
import { defineOption } from '../../define.ts';

export default defineOption({
  id: 'own-sessions', decision: 'authentication', name: 'Own sessions with the framework’s security library',
  summary: 'password hashing, sessions and OIDC sign-in from the language’s own ecosystem; users live in the primary store',
  technologies: ['openid-connect'], provides: [], requires: [], tags: ['auth:own'], conflicts: [],
  parameters: {
    setupHours: assumption('set-up: tables, flows, mail, rate limits, second factor', interval(30, 50, 90), 'h', 'libraries bring hashing and sessions; registration, recovery and second factor are written'),
    careHours: assumption('care a month', interval(2, 3, 6), 'h/month', 'security releases, abuse, locked-out users'),
  },
  figures: [], costs: [], limits: [{ id: 'devices', label: 'devices that have nobody to sign in', unit: 'count', demand: 'devices', limit: '0', why: 'a device holds a key or a certificate; there is no one to type a password' }],
  build: { formula: 'setupHours', reason: 'registration, recovery and second factor are written' },
  run: { formula: 'careHours', reason: 'security releases and abuse' },
  parts: 0,
  gains: 'no price per user and no further dependency, in any language',
  gives: 'the most security-critical code is ours',
  rollback: 'users and password hashes export to an identity provider; sessions are re-issued during an overlap',
});

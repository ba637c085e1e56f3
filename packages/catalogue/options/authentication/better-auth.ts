import { assumption, interval } from '@archwright/kernel';
import { defineOption } from '../../define.ts';

export default defineOption({
  id: 'better-auth', decision: 'authentication', name: 'Own sessions with Better Auth',
  summary: 'sign-in, sessions, passkeys and organisations as a library; users and sessions live in the primary store',
  technologies: ['better-auth'], provides: [], requires: ['runtime:node'], tags: ['auth:own'], conflicts: [],
  parameters: {
    setupHours: assumption('set-up: tables, flows, mail, rate limits, second factor', interval(12, 24, 40), 'h', 'the library brings flows; mail, limits and recovery are ours to test'),
    careHours: assumption('care a month', interval(1, 2, 4), 'h/month', 'security releases, abuse, locked-out users'),
  },
  figures: [], costs: [], limits: [{ id: 'devices', label: 'devices that have nobody to sign in', unit: 'count', demand: 'devices', limit: '0', why: 'a device holds a key or a certificate; there is no one to type a password' }],
  build: { formula: 'setupHours', reason: 'flows, mail, rate limits and second factor' },
  run: { formula: 'careHours', reason: 'security releases and abuse' },
  parts: 0,
  gains: 'no price per user, one store for users and data, and sign-in that works while no other provider is asked',
  gives: 'password storage, recovery and abuse are our responsibility',
  rollback: 'users and password hashes export to an identity provider; sessions are re-issued during an overlap',
});

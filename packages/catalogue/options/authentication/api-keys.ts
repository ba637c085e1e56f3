import { assumption, interval } from '@archwright/kernel';
import { defineOption } from '../../define.ts';

export default defineOption({
  id: 'api-keys', decision: 'authentication', name: 'API keys and client credentials',
  summary: 'callers are programs: hashed keys with scopes and rotation, or OAuth client credentials',
  technologies: ['openid-connect'], provides: [], requires: [], tags: ['auth:machines'], conflicts: [],
  parameters: {
    setupHours: assumption('set-up: issue, hash, scope, rotate, limit', interval(6, 12, 24), 'h', 'one table and four operations'),
    mostFielded: assumption('devices whose keys one trusts outside our walls', interval(300, 2_000, 20_000), 'count', 'a stolen key is found by its traffic while there are few'),
    careHours: assumption('care a month', interval(0.3, 0.5, 1), 'h/month', 'rotation reminders and leaked keys'),
  },
  figures: [], costs: [],
  limits: [
    { id: 'fielded', label: 'keys in devices outside our walls', unit: 'count', demand: 'devices', limit: 'mostFielded', why: 'a key is copied out of a device that someone opens, and one of many always is' },
    { id: 'people', label: 'people who sign in', unit: 'count', demand: 'signIns', limit: '0', why: 'people need sign-in, recovery and second factors, which keys do not give' },
  ],
  build: { formula: 'setupHours', reason: 'issue, scope and rotate keys' },
  run: { formula: 'careHours', reason: 'rotation and leaks' },
  parts: 0,
  gains: 'nothing to log in to, nothing to operate',
  gives: 'a leaked key works until it is rotated, and nobody behind it is identified',
  rollback: 'an identity provider can issue tokens beside the keys until the last caller has moved',
});

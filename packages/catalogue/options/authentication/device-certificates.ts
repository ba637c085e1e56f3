import { assumption, interval } from '@archwright/kernel';
import { defineOption } from '../../define.ts';

export default defineOption({
  id: 'device-certificates', decision: 'authentication', name: 'Mutual TLS with a certificate per device',
  summary: 'each device holds a key and a certificate from our own authority; people use API keys behind the back office',
  technologies: ['mutual-tls'], provides: [], requires: [], tags: ['auth:machines'], conflicts: ['platform:edge-functions', 'provider:vercel', 'provider:supabase'],
  parameters: {
    setupHours: assumption('set-up: authority, enrolment, rotation, revocation', interval(50, 90, 160), 'h', 'enrolment in the factory and rotation in the field are the work'),
    careHours: assumption('care a month', interval(4, 8, 16), 'h/month', 'expiring certificates and lost devices'),
  },
  figures: [], costs: [],
  limits: [{ id: 'people', label: 'people who sign in', unit: 'count', demand: 'signIns', limit: '0', why: 'people carry no certificate from the factory: they need sign-in and recovery' }],
  latency: { p50: '0 * oneSecond', p99: '0.005 * oneSecond' },
  build: { formula: 'setupHours', reason: 'authority, enrolment, rotation and revocation' },
  run: { formula: 'careHours', reason: 'expiry and lost devices' },
  parts: 1,
  gains: 'a device cannot be imitated without its key, and the connection itself is the proof',
  gives: 'an authority to guard, and devices that fall silent when rotation fails',
  rollback: 'accept tokens beside certificates while the fleet is re-enrolled',
});

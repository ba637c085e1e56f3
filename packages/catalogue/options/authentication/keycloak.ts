import { assumption, interval } from '@archwright/kernel';
import { apiBaseline } from '../../baselines/api.ts';
import { defineOption } from '../../define.ts';

export default defineOption({
  id: 'keycloak', decision: 'authentication', name: 'Keycloak, run by ourselves',
  summary: 'open-source identity server with federation, in two instances beside the system',
  technologies: ['keycloak'], provides: [], requires: [], tags: ['auth:own', 'auth:enterprise-sso', 'self-run'], conflicts: ['platform:serverless-functions', 'platform:edge-functions'],
  parameters: {
    vcpuMonth: apiBaseline.vcpuMonth,
    signInCpu: assumption('CPU of one sign-in', interval(0.05, 0.15, 0.4), 's', 'password hashing is meant to be slow'),
    peakSignIns: assumption('share of daily users who sign in during the busiest hour', interval(0.02, 0.1, 0.3), 'ratio', 'sessions last days; mornings are busiest'),
    setupHours: assumption('set-up: realms, themes, federation, database, upgrades', interval(30, 60, 120), 'h', 'a server with its own database and upgrade path'),
    careHours: assumption('care a month', interval(5, 8, 14), 'h/month', 'quarterly major releases, advisories, its database'),
  },
  figures: [{ id: 'identityVcpu', label: 'vCPU of identity servers', unit: 'count', formula: 'max(2, dailyUsers * peakSignIns * signInCpu / (3600 * oneSecond) / headroom)' }],
  costs: [{ id: 'servers', label: 'identity servers', unit: 'USD/month', dimension: 'compute', formula: 'regionCopies * identityVcpu * vcpuMonth' }],
  limits: [{ id: 'devices', label: 'devices that have nobody to sign in', unit: 'count', demand: 'devices', limit: '0', why: 'a device holds a key or a certificate; there is no one to type a password' }],
  build: { formula: 'setupHours', reason: 'realms, federation, its database and upgrade path' },
  run: { formula: 'careHours', reason: 'releases, advisories and its database' },
  parts: 2,
  gains: 'federation with any enterprise directory, on any machine, without a price per user',
  gives: 'a Java server and a database to keep patched, on the way of every sign-in',
  rollback: 'realms export as files; standard OIDC lets another server take its place',
});

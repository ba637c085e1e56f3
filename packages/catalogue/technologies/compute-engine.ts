import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'compute-engine', name: 'Google Compute Engine', kind: 'virtual-machines',
  summary: 'virtual machines with per-second billing',
  licence: 'proprietary, managed', status: 'active', versioned: false,
  serves: ['long-lived-connections', 'long-running'],
  bestFor: ['steady load on Google Cloud'],
  avoidWhen: ['tiny idle services'],
  strainsUnder: ['images to patch'],
  failureModes: ['az-loss'],
  limits: {},
  burden: { level: 3, reason: 'images and patches are ours' },
  alternatives: ['cloud-run', 'ec2'],
  migrationPaths: [],
  deprecations: [],
  identifiers: {},
  documentation: 'https://cloud.google.com/compute/docs',
});

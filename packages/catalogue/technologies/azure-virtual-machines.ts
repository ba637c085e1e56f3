import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'azure-virtual-machines', name: 'Azure Virtual Machines', kind: 'virtual-machines',
  summary: 'virtual machines of Azure',
  licence: 'proprietary, managed', status: 'active', versioned: false,
  serves: ['long-lived-connections', 'long-running'],
  bestFor: ['steady load on Azure'],
  avoidWhen: ['tiny idle services'],
  strainsUnder: ['images to patch'],
  failureModes: ['az-loss'],
  limits: {},
  burden: { level: 3, reason: 'images and patches are ours' },
  alternatives: ['azure-container-apps', 'ec2'],
  migrationPaths: [],
  deprecations: [],
  identifiers: {},
  documentation: 'https://learn.microsoft.com/azure/virtual-machines/',
});

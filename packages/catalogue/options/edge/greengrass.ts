import { assumption, fact, interval } from '@archwright/kernel';
import { defineOption } from '../../define.ts';
import { awsNetwork } from '../../prices/aws-network.ts';

export default defineOption({
  id: 'greengrass', decision: 'edge', name: 'AWS IoT Greengrass on site',
  summary: 'a gateway on each site runs code and keeps readings while the line is down',
  technologies: ['greengrass'], provides: [], requires: ['provider:aws'], tags: ['edge:devices', 'edge:offline'], conflicts: [],
  parameters: {
    perByte: awsNetwork.egress, egressFree: awsNetwork.egressFree,
    devicesPerCore: assumption('devices behind one gateway', interval(1, 20, 200), 'count', 'a site has one gateway for its machines'),
    core: assumption('one connected gateway a month', interval(0.1, 0.16, 0.16), 'USD/month', 'AWS bills each gateway that connects in a month; the rate is recalled, not in the price pages at hand'),
    coresFree: fact('gateways free in the first year', 3, 'count', { title: 'aws.amazon.com/greengrass/pricing', url: 'https://aws.amazon.com/greengrass/pricing/', asOf: '2026-11-24', confidence: 'B' }),
    setupHours: assumption('set-up: components, provisioning, fleet updates', interval(80, 140, 260), 'h', 'enrolment, rollouts in stages, a lab of real gateways'),
    careHours: assumption('care a month', interval(8, 16, 30), 'h/month', 'updates, silent gateways, certificates'),
  },
  figures: [
    { id: 'egress', label: 'bytes out', unit: 'B/month', formula: 'egressBytes * secondsPerMonth' },
    { id: 'cores', label: 'gateways', unit: 'count', formula: 'max(0, ceil(connections / devicesPerCore) - coresFree)' },
  ],
  costs: [
    { id: 'gateways', label: 'connected gateways', unit: 'USD/month', dimension: 'licence', formula: 'cores * core' },
    { id: 'internet', label: 'bytes out to the internet', unit: 'USD/month', dimension: 'traffic', formula: 'max(0, egress - egressFree) * perByte' },
  ],
  limits: [],
  build: { formula: 'setupHours', reason: 'components, provisioning and fleet updates' }, run: { formula: 'careHours', reason: 'updates, silent gateways and certificates' },
  parts: 2,
  gains: 'machines keep working and nothing is lost while the line is down; readings are reduced on site',
  gives: 'a fleet of gateways to enrol, update and watch',
  rollback: 'redeploy the previous component version to the fleet in stages',
});

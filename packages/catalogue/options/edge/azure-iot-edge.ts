import { assumption, interval } from '@archwright/kernel';
import { defineOption } from '../../define.ts';
import { azureNetwork } from '../../prices/azure-network.ts';

export default defineOption({
  id: 'azure-iot-edge', decision: 'edge', name: 'Azure IoT Edge on site',
  summary: 'containers on a gateway at each site, deployed from the hub, with store and forward',
  technologies: ['azure-iot-edge'], provides: [], requires: ['provider:azure'], tags: ['edge:devices', 'edge:offline'], conflicts: [],
  parameters: {
    perByte: azureNetwork.egress, egressFree: azureNetwork.egressFree,
    hubUnit: assumption('one standard hub unit a month', interval(25, 25, 25), 'USD/month', 'the S1 unit; recalled, not in the price pages at hand. The runtime itself is open source'),
    messagesPerUnit: assumption('messages a second of one hub unit', interval(4, 4.6, 4.6), '1/s', '400,000 a day'),
    keptShare: assumption('share of messages that leave the site', interval(0.02, 0.2, 1), 'ratio', 'the gateway reduces readings before it sends'),
    setupHours: assumption('set-up: modules, provisioning, fleet updates', interval(80, 140, 260), 'h', 'enrolment, rollouts in stages, a lab of real gateways'),
    careHours: assumption('care a month', interval(8, 16, 30), 'h/month', 'updates, silent gateways, certificates'),
  },
  figures: [
    { id: 'egress', label: 'bytes out', unit: 'B/month', formula: 'egressBytes * secondsPerMonth' },
    { id: 'hubUnits', label: 'hub units', unit: 'count', formula: 'max(1, ceil(appendMean * keptShare / messagesPerUnit))' },
  ],
  costs: [
    { id: 'hub', label: 'hub', unit: 'USD/month', dimension: 'base', formula: 'hubUnits * hubUnit' },
    { id: 'internet', label: 'bytes out to the internet', unit: 'USD/month', dimension: 'traffic', formula: 'max(0, egress - egressFree) * perByte' },
  ],
  limits: [],
  build: { formula: 'setupHours', reason: 'modules, provisioning and fleet updates' }, run: { formula: 'careHours', reason: 'updates, silent gateways and certificates' },
  parts: 2,
  gains: 'ordinary containers on site, an open runtime, and readings that survive a lost line',
  gives: 'a fleet of gateways to enrol, update and watch, tied to one hub',
  rollback: 'redeploy the previous manifest to the fleet in stages',
});

import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'azure-iot-edge', name: 'Azure IoT Edge', kind: 'iot-edge', aliases: ['iot edge'],
  summary: 'container modules on devices with store and forward',
  licence: 'MIT', status: 'active', versioned: true,
  serves: [],
  bestFor: ['fleets on Azure IoT Hub'],
  avoidWhen: ['other clouds'],
  strainsUnder: ['fleet updates'],
  failureModes: ['cert-expiry', 'bad-deploy'],
  limits: {},
  burden: { level: 4, reason: 'updates of a fleet' },
  alternatives: ['greengrass'],
  migrationPaths: [],
  deprecations: [
    { what: '1.6 is serviced until', when: '2028-11-14', source: { title: 'Azure/azure-iotedge release 1.6.0', url: 'https://github.com/Azure/azure-iotedge/releases/tag/1.6.0', asOf: '2026-11-22', confidence: 'A' } },
  ],
  identifiers: {},
  documentation: 'https://learn.microsoft.com/azure/iot-edge/',
});

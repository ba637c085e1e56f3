import { defineTechnology } from '../define.ts';

export default defineTechnology({
  id: 'greengrass', name: 'AWS IoT Greengrass', kind: 'iot-edge', aliases: ['iot greengrass'],
  summary: 'runtime on devices that works offline and is deployed as a fleet',
  licence: 'Apache-2.0 (nucleus), managed', status: 'active', versioned: false,
  serves: [],
  bestFor: ['industrial sites that lose their line'],
  avoidWhen: ['browsers and phones'],
  strainsUnder: ['fleet certificates and updates'],
  failureModes: ['cert-expiry', 'bad-deploy'],
  limits: {},
  burden: { level: 4, reason: 'certificates and updates of a fleet' },
  alternatives: ['azure-iot-edge', 'nats'],
  migrationPaths: [
    { to: 'azure-iot-edge', how: 'package components as containers' },
  ],
  deprecations: [
    { what: 'Greengrass V1 support ended', when: '2026-10-07', source: { title: 'AWS IoT Greengrass V1 maintenance policy', url: 'https://docs.aws.amazon.com/greengrass/v1/developerguide/maintenance-policy.md', asOf: '2026-10-07', confidence: 'A' } },
  ],
  identifiers: { pypi: 'awsiotsdk' },
  documentation: 'https://docs.aws.amazon.com/greengrass/',
});

import { assumption, interval, SECONDS_PER_DAY } from '@archwright/kernel';
import { defineArchetype } from '../define.ts';

export default defineArchetype({
  id: 'iot-telemetry', name: 'IoT telemetry', context: 'Devices',
  summary: 'a fleet of devices reports small readings at a steady beat; the backend keeps time series, evaluates rules, sends commands back and knows what each device should be',
  triggers: {
    strong: ['iot', 'sensor', 'device telemetry', 'device fleet', 'connected device', 'mqtt', 'smart meter', 'smart home', 'edge device', 'sensor data', 'vehicle telemetry', 'fleet tracking'],
    weak: ['firmware', 'ota', 'gps tracker', 'time series', 'reading', 'gateway', 'device', 'thermostat', 'telemetry'],
    exclude: ['application logs', 'mobile device push'],
    signs: [
      ['measure|report|send|tell|weigh|transmit|log', 'every', 'second|minute|millisecond|hour|ten seconds', 'temperature|moisture|humidity|position|pressure|battery|weight|speed|fuel|voltage|level|vibration|engine|flow|power|weigh|rainfall|noise|door'],
    ],
    facets: [
      { must: 3, need: 3, groups: ['@machine', 'report|measure|call in|send in|phone home|check in', 'a minute|every|second|minute|hourly|continuously|constantly|an hour', 'firmware|over the air|alarm|alert|threshold|offline|battery'] },
      { must: 3, need: 4, groups: ['@machine', 'give|send|report|measure|transmit|phone|beam|call in|deliver', '@measured', 'a minute|every|second|minute|hourly|continuously|constantly|an hour', 'warn|alarm|alert|drift|too high|too low|threshold|exceed|graph|suddenly|curve|limit|pass|exceeds|shut|close'] },
      { must: 4, need: 4, groups: ['@machine', 'send|report|measure|transmit|phone home|beam|radio', '@measured', 'graph|warning|warn|alarm|alert|tell|technician|suddenly|threshold|unusual|curve|chart'] },
    ],
  },
  entities: [
    {
      name: 'Device', purpose: 'one device with its identity, model and firmware', store: 'record', alsoCalled: ['greenhouse', 'tractor', 'scooter', 'beehive', 'hive', 'meter', 'machine', 'pump', 'turbine', 'vehicle', 'van', 'truck', 'boiler'], rowBytes: 600, perUser: 1,
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'tenantId', type: 'uuid' }, { name: 'model', type: 'text' },
        { name: 'firmwareVersion', type: 'text' }, { name: 'certificateFingerprint', type: 'text', unique: true },
        { name: 'state', type: 'text', values: ['provisioned', 'active', 'suspended', 'retired'] },
        { name: 'location', type: 'jsonb', nullable: true, classification: 'pii' }, { name: 'lastSeenAt', type: 'timestamptz', nullable: true },
      ],
    },
    {
      name: 'Reading', purpose: 'one measured value at the instant the device measured it', store: 'append', alsoCalled: ['temperature', 'moisture', 'humidity', 'position', 'pressure', 'engine', 'engine hour', 'fuel', 'battery', 'weight', 'level'], rowBytes: 60, createdBy: 'publish-reading', rowsPerOperation: 1, retentionDays: 90,
      fields: [
        { name: 'deviceId', type: 'uuid', key: true, references: 'Device.id' }, { name: 'metric', type: 'text', key: true },
        { name: 'measuredAt', type: 'timestamptz', key: true }, { name: 'value', type: 'double precision' }, { name: 'quality', type: 'smallint' },
        { name: 'receivedAt', type: 'timestamptz' },
      ],
    },
    {
      name: 'ReadingRollup', purpose: 'count, least, greatest, sum and last of a metric in one hour', store: 'append', rowBytes: 90, createdBy: 'publish-reading', rowsPerOperation: 0.017, retentionDays: 1_095,
      fields: [
        { name: 'deviceId', type: 'uuid', key: true, references: 'Device.id' }, { name: 'metric', type: 'text', key: true },
        { name: 'bucketStart', type: 'timestamptz', key: true }, { name: 'count', type: 'int' }, { name: 'least', type: 'double precision' },
        { name: 'greatest', type: 'double precision' }, { name: 'sum', type: 'double precision' }, { name: 'last', type: 'double precision' },
      ],
    },
    {
      name: 'DeviceShadow', purpose: 'what the device should be and what it last said it is; the difference is what it still has to do', store: 'record', rowBytes: 1_500, perUser: 1,
      fields: [
        { name: 'deviceId', type: 'uuid', key: true, references: 'Device.id' }, { name: 'desired', type: 'jsonb' },
        { name: 'reported', type: 'jsonb' }, { name: 'version', type: 'bigint' }, { name: 'updatedAt', type: 'timestamptz' },
      ],
    },
    {
      name: 'Command', purpose: 'an instruction with an expiry, so that it never acts late', store: 'record', alsoCalled: ['window', 'valve'], rowBytes: 450, createdBy: 'send-command', rowsPerOperation: 1, retentionDays: 365,
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'deviceId', type: 'uuid', references: 'Device.id' }, { name: 'kind', type: 'text' },
        { name: 'arguments', type: 'jsonb' },
        { name: 'status', type: 'text', values: ['queued', 'sent', 'acknowledged', 'succeeded', 'failed', 'expired'] },
        { name: 'requestedBy', type: 'uuid' }, { name: 'expiresAt', type: 'timestamptz' }, { name: 'createdAt', type: 'timestamptz' },
      ],
    },
    {
      name: 'Rule', purpose: 'a condition over readings and what follows from it', store: 'record', rowBytes: 800,
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'tenantId', type: 'uuid' }, { name: 'metric', type: 'text' },
        { name: 'condition', type: 'jsonb' }, { name: 'action', type: 'jsonb' }, { name: 'enabled', type: 'boolean' },
      ],
    },
    {
      name: 'Alarm', purpose: 'a rule that holds for a device, until someone or the device clears it', store: 'record', rowBytes: 260, createdBy: 'publish-reading', rowsPerOperation: 0.0005, retentionDays: 730,
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'tenantId', type: 'uuid' }, { name: 'deviceId', type: 'uuid', references: 'Device.id' },
        { name: 'ruleId', type: 'uuid', references: 'Rule.id' }, { name: 'state', type: 'text', values: ['raised', 'acknowledged', 'cleared'] },
        { name: 'raisedAt', type: 'timestamptz' }, { name: 'clearedAt', type: 'timestamptz', nullable: true },
      ],
    },
  ],
  operations: [
    {
      id: 'publish-reading', summary: 'Publish a measured value; a device may send several in one message, the rate counts values', actor: 'device', method: 'STREAM', path: '/devices/{deviceId}/readings', kind: 'write', share: 0.9649,
      requestBytes: 120, responseBytes: 4, latencyP99Ms: 1_000, entity: 'Reading', asynchronous: true, idempotent: true,
      synonyms: ['publish reading', 'send reading', 'report measurement', 'send telemetry', 'ingest reading', 'ingest sensor data', 'record measurement', 'collect sensor data', 'stream telemetry', 'transmit data', 'report temperature', 'sensor reading'],
      body: [{ name: 'readings', type: 'jsonb' }],
      example: { readings: [{ metric: 'temperature', measuredAt: '2026-03-02T09:14:00Z', value: 21.4, quality: 0 }] },
    },
    {
      id: 'report-state', summary: 'Report what the device currently is: settings, firmware, battery', actor: 'device', method: 'STREAM', path: '/devices/{deviceId}/state', kind: 'write', share: 0.03,
      requestBytes: 400, responseBytes: 20, latencyP99Ms: 1_500, entity: 'DeviceShadow', idempotent: true,
      synonyms: ['report state', 'send heartbeat', 'report status', 'acknowledge command'],
      body: [{ name: 'version', type: 'bigint' }, { name: 'reported', type: 'jsonb' }], example: { version: 42, reported: { firmware: '3.1.0', battery: 0.81, intervalSeconds: 60 } },
    },
    {
      id: 'send-command', summary: 'Ask a device to do something before a deadline', actor: 'operator', method: 'POST', path: '/devices/{deviceId}/commands', kind: 'write', share: 0.001,
      requestBytes: 500, responseBytes: 200, latencyP99Ms: 1_500, entity: 'Command', asynchronous: true, idempotent: true,
      synonyms: ['send command', 'control device', 'switch device', 'configure device', 'update firmware', 'set temperature'],
      body: [{ name: 'kind', type: 'text' }, { name: 'arguments', type: 'jsonb' }, { name: 'expiresAt', type: 'timestamptz' }],
      example: { kind: 'set-interval', arguments: { seconds: 30 }, expiresAt: '2026-03-02T09:20:00Z' },
    },
    {
      id: 'list-readings', summary: 'Chart a metric of one device over a time range', actor: 'operator', method: 'GET', path: '/devices/{deviceId}/readings', kind: 'read', share: 0.002,
      requestBytes: 150, responseBytes: 15_000, latencyP99Ms: 1_000, entity: 'Reading', list: true,
      synonyms: ['view reading', 'chart reading', 'query reading', 'view history', 'view dashboard', 'monitor device', 'query time series'],
    },
    {
      id: 'summarise-fleet', summary: 'Aggregate a metric over many devices by hour', actor: 'operator', method: 'GET', path: '/fleet/summary', kind: 'read', share: 0.0005,
      requestBytes: 150, responseBytes: 20_000, latencyP99Ms: 2_000, entity: 'ReadingRollup',
      synonyms: ['summarise fleet', 'aggregate reading', 'view fleet', 'report consumption', 'analyse trend'],
    },
    {
      id: 'list-devices', summary: 'List devices with state and when they were last heard', actor: 'operator', method: 'GET', path: '/devices', kind: 'read', share: 0.001,
      requestBytes: 120, responseBytes: 12_000, latencyP99Ms: 600, entity: 'Device', list: true,
      synonyms: ['list device', 'view device', 'find device', 'track device', 'manage device'],
    },
    {
      id: 'list-alarms', summary: 'Show open alarms', actor: 'operator', method: 'GET', path: '/alarms', kind: 'read', share: 0.0005,
      requestBytes: 120, responseBytes: 8_000, latencyP99Ms: 500, entity: 'Alarm', list: true,
      synonyms: ['list alarm', 'view alert', 'receive alert', 'acknowledge alarm'],
    },
    {
      id: 'provision-device', summary: 'Enrol a device and issue its certificate', actor: 'device', method: 'POST', path: '/devices', kind: 'write', share: 0.0001,
      requestBytes: 1_500, responseBytes: 2_500, latencyP99Ms: 2_500, entity: 'Device', idempotent: true,
      synonyms: ['provision device', 'register device', 'enrol device', 'onboard device', 'pair device'],
      body: [{ name: 'serialNumber', type: 'text' }, { name: 'model', type: 'text' }, { name: 'certificateRequest', type: 'text' }],
      example: { serialNumber: 'TH-20418', model: 'thermo-2', certificateRequest: '-----BEGIN CERTIFICATE REQUEST-----' },
    },
  ],
  mainOperation: 'publish-reading',
  flows: [
    {
      id: 'ingest-readings', title: 'Ingest readings', operation: 'publish-reading', mode: 'async',
      steps: [
        { from: 'client', to: 'real-time', action: 'publish over one connection that both sides authenticate with certificates' },
        { from: 'real-time', to: 'event-stream', action: 'append under the device id and acknowledge' },
        { from: 'event-stream', to: 'worker', action: 'read a batch of one partition' },
        { from: 'worker', to: 'append-store', action: 'check range and clock, then insert in bulk; the key on device, metric and instant swallows repeats' },
        { from: 'worker', to: 'cache', action: 'keep the last value of each metric' },
      ],
    },
    {
      id: 'evaluate-rules', title: 'Evaluate rules', operation: 'publish-reading', mode: 'async',
      steps: [
        { from: 'event-stream', to: 'worker', action: 'read the same readings in a consumer group of its own' },
        { from: 'worker', to: 'cache', action: 'update the window state of each rule and device' },
        { from: 'worker', to: 'primary-store', action: 'insert an alarm when a condition has held for its window, unless one is open' },
        { from: 'worker', to: 'external:notification', action: 'tell the tenant once per alarm' },
      ],
    },
    {
      id: 'command-device', title: 'Command a device', operation: 'send-command', mode: 'async',
      steps: [
        { from: 'client', to: 'api', action: 'POST the command with its expiry' },
        { from: 'api', to: 'primary-store', action: 'store the command and raise the shadow’s desired version in one transaction' },
        { from: 'worker', to: 'real-time', action: 'send it to the connected device; a sleeping one finds it in the shadow' },
        { from: 'real-time', to: 'worker', action: 'receive the device’s acknowledgement' },
        { from: 'worker', to: 'primary-store', action: 'record the outcome, or expired when the deadline passed first' },
      ],
    },
    {
      id: 'roll-up', title: 'Roll readings up', mode: 'batch',
      steps: [
        { from: 'worker', to: 'append-store', action: 'aggregate closed hours, and again those that late readings reached' },
        { from: 'worker', to: 'primary-store', action: 'upsert the roll-ups' },
        { from: 'worker', to: 'blob-store', action: 'export partitions that leave the hot period' },
        { from: 'worker', to: 'append-store', action: 'drop them' },
      ],
    },
    {
      id: 'update-firmware', title: 'Update firmware in cohorts', operation: 'send-command', mode: 'batch',
      steps: [
        { from: 'worker', to: 'primary-store', action: 'pick the next cohort: one device, 1 %, 10 %, all' },
        { from: 'worker', to: 'real-time', action: 'send the image’s address, digest and signature' },
        { from: 'client', to: 'blob-store', action: 'fetch the image in ranges and verify the signature before installing' },
        { from: 'worker', to: 'primary-store', action: 'stop the campaign when too many of the cohort fail to report back' },
      ],
    },
  ],
  accessPatterns: [
    { id: 'series-of-device', entity: 'Reading', purpose: 'chart of one metric', by: ['deviceId', 'metric', 'measuredAt'], order: 'measuredAt asc', kind: 'range', operation: 'list-readings' },
    { id: 'fleet-aggregate', entity: 'Reading', purpose: 'recent aggregate of a metric over a fleet', by: ['metric', 'measuredAt'], kind: 'aggregation', operation: 'summarise-fleet' },
    { id: 'rollups-of-device', entity: 'ReadingRollup', purpose: 'long ranges by the hour', by: ['deviceId', 'metric', 'bucketStart'], order: 'bucketStart asc', kind: 'range', operation: 'summarise-fleet' },
    { id: 'devices-of-tenant', entity: 'Device', purpose: 'device list; those long silent come first', by: ['tenantId', 'lastSeenAt'], order: 'lastSeenAt asc', kind: 'range', operation: 'list-devices' },
    { id: 'device-by-certificate', entity: 'Device', purpose: 'identify a connecting device', by: ['certificateFingerprint'], kind: 'lookup' },
    { id: 'shadow-of-device', entity: 'DeviceShadow', purpose: 'desired and reported state', by: ['deviceId'], kind: 'lookup', operation: 'report-state' },
    { id: 'open-commands', entity: 'Command', purpose: 'what a device must still do', by: ['deviceId', 'status', 'expiresAt'], order: 'expiresAt asc', kind: 'queue', operation: 'send-command' },
    { id: 'alarms-of-tenant', entity: 'Alarm', purpose: 'open alarms, newest first', by: ['tenantId', 'state', 'raisedAt'], order: 'raisedAt desc', kind: 'range', operation: 'list-alarms' },
    { id: 'rules-of-tenant', entity: 'Rule', purpose: 'rules that apply to a metric', by: ['tenantId', 'metric'], kind: 'lookup' },
  ],
  events: [
    { name: 'ReadingsReceived', when: 'a batch is on the durable stream', entity: 'Reading', consumers: ['storage', 'rules', 'last-value'] },
    { name: 'AlarmRaised', when: 'a rule has held for its window', entity: 'Alarm', consumers: ['notifications', 'dashboard'] },
    { name: 'DeviceSilenced', when: 'a device missed several of its intervals', entity: 'Device', consumers: ['notifications', 'field-service'] },
    { name: 'CommandCompleted', when: 'a device reports the outcome of a command', entity: 'Command', consumers: ['dashboard', 'audit'] },
  ],
  externals: [
    { id: 'notification', name: 'Notification service', purpose: 'tells people about alarms', providers: ['Amazon SNS', 'Twilio', 'Firebase Cloud Messaging'], timeoutMs: 5_000, share: 0.0005 },
    { id: 'certificate-authority', name: 'Certificate authority', purpose: 'issues and revokes device certificates', providers: ['AWS IoT Core', 'Azure IoT Hub', 'step-ca'], timeoutMs: 5_000 },
  ],
  consistency: [
    { scope: 'readings', need: 'at-least-once; a repeat has the same key and changes nothing', why: 'devices resend what they buffered while offline' },
    { scope: 'shadow', need: 'strong per device by version', why: 'an old report must not undo a newer wish' },
    { scope: 'commands', need: 'at-most-once effect, never after the expiry', why: 'a door opened late is worse than one not opened' },
    { scope: 'roll-ups', need: 'eventual; a late reading re-opens its hour', why: 'devices return with hours of backlog' },
  ],
  needs: ['append-heavy', 'time-partition', 'range-scan', 'aggregation', 'point-read', 'conditional-write', 'long-lived-connections', 'object-storage'],
  defaults: [
    { key: 'duration', subject: 'reporting-interval', value: interval(10, 60, 900), unit: 's', reason: 'volume follows from devices divided by interval; a minute suits most buildings and machines' },
    { key: 'ratio', subject: 'records-per-request', value: interval(1, 5, 50), unit: 'ratio', reason: 'values in one message' },
    { key: 'size', subject: 'reading', value: interval(20, 60, 200), unit: 'B', reason: 'device, metric, instant and value in a row' },
    { key: 'retention', subject: 'reading', value: interval(7 * SECONDS_PER_DAY, 90 * SECONDS_PER_DAY, 730 * SECONDS_PER_DAY), unit: 's', reason: 'raw values serve diagnosis; trends live in the roll-ups' },
    { key: 'retention', subject: 'reading-rollup', value: interval(365 * SECONDS_PER_DAY, 3 * 365 * SECONDS_PER_DAY, 10 * 365 * SECONDS_PER_DAY), unit: 's', reason: 'seasons are compared over years' },
    { key: 'duration', subject: 'offline-buffer', value: interval(3_600, SECONDS_PER_DAY, 7 * SECONDS_PER_DAY), unit: 's', reason: 'how much backlog arrives at once after an outage' },
    { key: 'population', subject: 'device', value: interval(100, 10000, 1000000), unit: 'count', reason: 'a first roll-out of a product' },
    { key: 'population', subject: 'rule', value: interval(5, 100, 10000), unit: 'count', reason: 'a handful for each tenant' },
  ],
  operationsPerUserPerDay: assumption('readings a device publishes a day', interval(96, 1_440, 8_640), 'count', 'one a minute; 96 is one a quarter of an hour as meters do, 8,640 is one each ten seconds'),
  peakFactor: assumption('peak ÷ mean', interval(1.1, 1.3, 5), 'ratio', 'steady by construction; returns after an outage bring the backlog, and clocks that fire on the full minute bunch'),
  jobs: {
    perMainOperation: assumption('jobs a reading causes', interval(0.005, 0.02, 0.2), 'count', 'bulk inserts and rule batches of fifty readings or more'),
    seconds: assumption('time a batch holds a worker', interval(0.01, 0.05, 0.2), 's', 'decode, check and insert a batch'),
    bytes: assumption('batch on the stream', interval(1_000, 6_000, 50_000), 'B', 'a message or several'),
  },
  risks: [
    { risk: 'a network comes back and every device reconnects and replays at once', failureModes: ['thundering-herd', 'cascading-overload', 'websocket-node-loss'] },
    { risk: 'device clocks drift and readings land in the wrong hour', failureModes: ['clock-skew'] },
    { risk: 'a bad firmware reaches the whole fleet', failureModes: ['bad-deploy', 'bad-config-push'] },
    { risk: 'a device’s key is taken out of its flash', failureModes: ['credential-leak', 'cert-expiry'] },
    { risk: 'one tenant’s fleet fills a partition and delays the others', failureModes: ['hot-partition', 'noisy-neighbour'] },
    { risk: 'raw readings outgrow the disk', failureModes: ['disk-full'] },
  ],
  mechanisms: ['rule-evaluation', 'staged-firmware-rollout', 'device-shadow', 'time-partitioned-tables', 'roll-ups-with-late-data', 'downsampling', 'write-path-cost', 'partition-key-salting', 'backpressure-and-shedding', 'deduplication-window', 'tenant-row-level-security', 'leased-scheduler'],
  questions: [
    { id: 'devices', question: 'How many devices are there now, and in two years?', default: '10,000 devices', changes: 'connections held open and every rate below', key: 'population', subject: 'device', priority: 1 },
    { id: 'interval', question: 'How often does a device report?', default: 'every 60 seconds', changes: 'insert rate, and whether a relational table is enough', key: 'duration', subject: 'reporting-interval', priority: 2 },
    { id: 'raw-retention', question: 'How long are raw readings kept before only roll-ups remain?', default: '90 days', changes: 'disk, by far the largest part of the bill', key: 'retention', subject: 'reading', priority: 3 },
    { id: 'query-pattern', question: 'What is asked most: one device over time, or many devices aggregated?', default: 'range (one device over time)', changes: 'row order and partition key; many-device aggregates favour a column store', key: 'query-pattern', priority: 4 },
    { id: 'command-latency', question: 'How soon must a command reach a device?', default: '2 seconds', changes: 'open connections against polling, and local control for anything safety-critical', key: 'latency', subject: 'send-command', priority: 5 },
    { id: 'offline', question: 'Must devices or gateways act on their own while disconnected?', default: 'no', changes: 'an edge runtime with its own rules and updates', key: 'capability', subject: 'offline', priority: 6 },
  ],
  nonGoals: ['device firmware itself', 'radio planning', 'machine-learning models on readings', 'safety functions that must not depend on a network'],
  sources: [
    { title: 'Netflix service-capacity-modeling: time series model', url: 'https://github.com/Netflix-Skunkworks/service-capacity-modeling/blob/dc69307/service_capacity_modeling/models/org/netflix/time_series.py', asOf: '2026-08-21', confidence: 'A' },
    { title: 'AWS IoT Core developer guide', url: 'https://docs.aws.amazon.com/iot/latest/developerguide/what-is-aws-iot.html', asOf: 'undated', confidence: 'B' },
  ],
});

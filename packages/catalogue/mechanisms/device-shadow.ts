import { assumption, interval } from '@archwright/kernel';
import { defineMechanism } from '../define.ts';

export default defineMechanism({
  id: 'device-shadow',
  name: 'Device shadow (desired and reported state)',
  problem: 'Of {{users}} devices {{offlineDevices}} are out of reach at any moment. A command sent now is lost for them, and applications that ask a device directly wait for a timeout.',
  when: { needs: ['long-lived-connections'], formula: 'appendPeak', reason: 'devices that are not always connected are observed and controlled' },
  structure: 'device_shadow(device_id, desired jsonb, desired_version, reported jsonb, reported_version, reported_at, connected, primary key device_id); command(id, device_id, kind, payload, expires_at, state) for things that are acts, not states. Topics per device; identity by client certificate.',
  steps: [
    'An application changes desired by conditional update on (device_id, desired_version); it never talks to the device.',
    'The difference between desired and reported is published to the device’s topic, if it is connected.',
    'The device applies it and reports state with the desired version it has reached.',
    'On connect the device asks for the difference: whatever happened meanwhile is one message.',
    'Reports older than the one held (device’s sequence) are dropped.',
    'Acts (open the door once) are commands with id and expiry: done at most once, refused when late.',
    'Mass changes go in waves of {{wave}}, so that reconnects and firmware errors stay small.',
  ],
  parameters: {
    offlineShare: assumption('share out of reach', interval(0.02, 0.1, 0.4), 'ratio', 'power, radio, sleep'),
    shadowBytes: assumption('shadow with its index', 1500, 'B', 'two small JSON documents'),
    reportSeconds: assumption('interval of state reports', interval(10, 60, 900), 's', 'beside telemetry; state changes at once'),
    reconnectWindow: assumption('time over which devices return after an outage', 300, 's', 'random delay in the firmware'),
    waveShare: assumption('share of devices in a wave', 0.01, 'ratio', 'a bad change hits one in a hundred'),
    changeRate: assumption('changes of desired a device and day', interval(0.1, 2, 50), 'count', 'settings to thermostats'),
  },
  computed: [
    { id: 'offlineDevices', label: 'devices out of reach', unit: 'count', formula: 'users * offlineShare', meaning: 'at any moment' },
    { id: 'shadowStore', label: 'all shadows', unit: 'B', formula: 'users * shadowBytes', meaning: 'small: keep them in the primary store' },
    { id: 'reportRate', label: 'state reports', unit: '1/s', formula: 'min(users / reportSeconds, appendPeak)', meaning: 'upserts; unchanged reports write nothing' },
    { id: 'changes', label: 'changes of desired', unit: '1/s', formula: 'users * changeRate / (86400 * oneSecond)', meaning: 'mean' },
    { id: 'returnRate', label: 'differences asked for after an outage', unit: '1/s', formula: 'users / reconnectWindow', meaning: 'everyone at once, spread over the window' },
    { id: 'wave', label: 'devices of a wave', unit: 'count', formula: 'max(1, ceil(users * waveShare))', meaning: 'of a mass change' },
  ],
  tradeOff: 'Applications always get an answer, and {{offlineDevices}} devices out of reach catch up with one message each, {{returnRate}} after an outage, for {{shadowStore}} of shadows and {{reportRate}} of reports; what they see is the reported state of the last contact, so it is shown with its age.',
  rejected: { alternative: 'a queue of commands per device', because: 'after a week it replays seven days of settings of which only the last matters, and the order of old commands can be harmful' },
  edgeCase: { case: 'two applications set different fields from the same version: one is refused, retries blindly and overwrites; or the device rejects a value for ever and the difference never closes', cure: 'merge by field with a version per field; the device reports an error for the desired version, and the difference is closed as refused and shown' },
  snippet: { language: 'sql', code: `UPDATE device_shadow
   SET desired = desired || $1::jsonb, desired_version = desired_version + 1
 WHERE device_id = $2 AND desired_version = $3
RETURNING desired_version;

UPDATE device_shadow
   SET reported = reported || $1::jsonb, reported_version = $2, reported_at = now()
 WHERE device_id = $3 AND reported_version < $2;` },
  sources: [{ title: 'AWS IoT Core Developer Guide, Device Shadow service', url: 'https://docs.aws.amazon.com/iot/latest/developerguide/iot-device-shadows.html', asOf: 'undated', confidence: 'B' }, { title: 'OASIS, MQTT version 5.0', url: 'https://docs.oasis-open.org/mqtt/mqtt/v5.0/mqtt-v5.0.html', asOf: '2019-03-07', confidence: 'B' }],
});

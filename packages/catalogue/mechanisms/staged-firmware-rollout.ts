import { assumption, interval } from '@archwright/kernel';
import { defineMechanism } from '../define.ts';

export default defineMechanism({
  id: 'staged-firmware-rollout',
  name: 'Staged firmware roll-out',
  problem: '{{users}} devices take an image of {{imageBytes}}: {{fleetBytes}} in all, and at once {{burst}}. A bad image on all of them is a visit to each.',
  when: { asked: ['device-management'], formula: 'users', reason: 'devices are updated from afar' },
  structure: 'image(id, model, version, sha256, signature, size, url); rollout(id, image_id, group_id, ring, state: planned | running | halted | done, started_at); device_update(rollout_id, device_id, state: offered | downloading | installed | confirmed | failed | rolled-back, from_version, at, primary key (rollout_id, device_id)). Images are objects behind the edge network; the device keeps two slots and boots the new one on trial.',
  steps: [
    'The build signs the image; devices hold the public key and refuse what it does not verify. The version counter only goes up.',
    'A roll-out goes through rings of {{firstRing}} devices first, then ten times as many, by group; a ring starts only when the one before has confirmed for {{soak}}.',
    'The offer is a change of desired version in the device’s shadow, spread over {{window}} at random, so that downloads come at {{rate}}.',
    'The device downloads by ranges and resumes; checks digest and signature; writes the idle slot; restarts on trial.',
    'On trial it must report healthy within {{trial}}; otherwise the boot loader returns to the old slot by itself and reports rolled-back.',
    'Failures above {{haltShare}} of a ring halt the roll-out and wake a person; devices offered and not started lose the offer.',
    'Devices that were off take the newest confirmed image when they return, never the ones between.',
  ],
  parameters: {
    image: assumption('image', interval(0.2e6, 2e6, 200e6), 'B', 'a sensor’s differs from a gateway’s by a thousand'),
    ringShare: assumption('first ring', interval(0.001, 0.01, 0.02), 'ratio', 'enough models and radios to see a fault, few enough to visit'),
    soakHours: assumption('time a ring must be healthy', interval(4, 24, 72), 'h', 'a day shows what only happens at night'),
    windowHours: assumption('spread of the offers of a ring', interval(1, 6, 24), 'h', 'bandwidth and help desk'),
    trialMinutes: assumption('time to report healthy', 10, 'count', 'boot, connect, one reading'),
    halt: assumption('failures that halt', interval(0.005, 0.02, 0.05), 'ratio', 'above the noise of devices that lose power'),
  },
  computed: [
    { id: 'imageBytes', label: 'image', unit: 'B', formula: 'image', meaning: 'one download' },
    { id: 'fleetBytes', label: 'whole fleet', unit: 'B', formula: 'users * image', meaning: 'of one release' },
    { id: 'burst', label: 'all in one hour', unit: 'B/s', formula: 'users * image / (3600 * oneSecond)', meaning: 'what the rings avoid' },
    { id: 'firstRing', label: 'first ring', unit: 'count', formula: 'max(1, ceil(users * ringShare))', meaning: 'devices that find the fault' },
    { id: 'rate', label: 'bytes out while a ring runs', unit: 'B/s', formula: 'users * image / (windowHours / oneHour * 3600 * oneSecond)', meaning: 'of the largest ring' },
    { id: 'soak', label: 'soak', unit: 'h', formula: 'soakHours', meaning: 'between rings' },
    { id: 'window', label: 'spread', unit: 'h', formula: 'windowHours', meaning: 'of the offers' },
    { id: 'trial', label: 'trial', unit: 's', formula: 'trialMinutes * 60 * oneSecond', meaning: 'before the boot loader goes back' },
    { id: 'haltShare', label: 'halt', unit: 'ratio', formula: 'halt', meaning: 'of a ring' },
    { id: 'atRisk', label: 'devices a bad image reaches', unit: 'count', formula: 'max(1, ceil(users * ringShare * halt))', meaning: 'failures seen before the halt' },
  ],
  tradeOff: 'A fault stops after about {{atRisk}} failed devices and they return by themselves; a release takes days from the first ring to the last, and urgent fixes need a shorter soak that someone signs for.',
  rejected: { alternative: 'offering the image to the whole fleet', because: '{{burst}} of downloads in an hour, and the first failure is everyone’s' },
  edgeCase: { case: 'the new image boots, reports healthy and can no longer update itself: it passes every check, and the next release reaches nobody', cure: 'the trial includes a dry run of the update path: fetch the signed manifest, verify it, write and discard a small test object to the idle slot' },
  sources: [{ title: 'RFC 9019, A Firmware Update Architecture for Internet of Things', url: 'https://www.rfc-editor.org/rfc/rfc9019', asOf: '2021-04', confidence: 'A' }, { title: 'The Update Framework specification', url: 'https://theupdateframework.github.io/specification/latest/', asOf: 'undated', confidence: 'B' }],
});

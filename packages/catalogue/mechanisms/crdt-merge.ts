import { assumption, interval } from '@archwright/kernel';
import { defineMechanism } from '../define.ts';

export default defineMechanism({
  id: 'crdt-merge',
  name: 'CRDT merge for offline edits',
  problem: 'Devices change the same data while apart for up to {{offline}}; {{pendingOps}} changes wait on a device and must merge in any order, twice delivered, without a server deciding.',
  when: { needs: ['long-lived-connections'], formula: 'users * recordWritePeak', reason: 'several devices change shared data without a constant connection' },
  structure: 'Per field the smallest type that fits: last-writer-wins register with a hybrid logical clock, add-wins set, counter per replica, sequence for text. update(document_id, replica_id, sequence, payload, primary key (document_id, replica_id, sequence)); state vector per replica.',
  steps: [
    'A device changes its copy and stores the update with its own sequence; the user never waits.',
    'On contact both sides exchange state vectors: the highest sequence seen of each replica.',
    'Each sends what the other lacks; repeated updates meet their primary key and vanish.',
    'Merge is commutative, associative and idempotent, so arrival order does not matter.',
    'The server merges {{serverMerges}}, keeps a compacted state per document_id with the sequence up to which it holds, and checks authorisation per update; the log behind it grows by {{logPerDay}} a day until compacted.',
    'Tombstones are removed when every replica has acknowledged past them, or after {{tombstoneLife}}; a replica older than that loads a fresh copy.',
  ],
  parameters: {
    offlineSeconds: assumption('time a device may be apart', interval(3600, 28_800, 604_800), 's', 'a flight to a holiday'),
    opsPerHour: assumption('changes an active user makes an hour', interval(10, 60, 600), 'count', 'fields and strokes, merged'),
    replicas: assumption('replicas of one document', interval(2, 4, 20), 'count', 'devices of its people and the server'),
    operationBytes: assumption('update as sent', 120, 'B', 'identifiers dominate the content'),
    tombstoneSeconds: assumption('tombstones kept', 7_776_000, 's', 'longer than any device stays away'),
    overhead: assumption('bytes of metadata ÷ bytes of content for text', interval(1, 2, 10), 'ratio', 'run-length encoded identifiers at the low end'),
  },
  computed: [
    { id: 'offline', label: 'time apart', unit: 's', formula: 'offlineSeconds', meaning: 'the design must merge this' },
    { id: 'pendingOps', label: 'changes waiting on a device', unit: 'count', formula: 'opsPerHour * offlineSeconds / (3600 * oneSecond)', meaning: 'upper bound: active all the time' },
    { id: 'pendingBytes', label: 'bytes waiting on a device', unit: 'B', formula: 'pendingOps * operationBytes', meaning: 'sent on contact' },
    { id: 'vectorBytes', label: 'state vector', unit: 'B', formula: 'replicas * 24 * oneByte', meaning: 'replica id and sequence each' },
    { id: 'serverMerges', label: 'merges at the server', unit: '1/s', formula: 'recordWritePeak', meaning: 'each update once' },
    { id: 'logPerDay', label: 'update log a day', unit: 'B', formula: 'recordWriteMean * 86400 * oneSecond * operationBytes', meaning: 'before compaction' },
    { id: 'metadataFactor', label: 'size against plain content', unit: 'ratio', formula: '1 + overhead', meaning: 'before compaction' },
    { id: 'tombstoneLife', label: 'tombstones kept', unit: 's', formula: 'tombstoneSeconds', meaning: 'older replicas start afresh' },
  ],
  tradeOff: 'No coordination and no lost offline work, at {{metadataFactor}} the size and with results a rule decides, not a person: two edits of one value keep one.',
  rejected: { alternative: 'last write wins on whole documents', because: '{{pendingOps}} changes made offline are discarded by one later keystroke elsewhere, silently' },
  edgeCase: { case: 'the types converge, the rules between fields do not: two offline bookings of the last seat merge into two bookings', cure: 'invariants over several records stay on the server: the device sends a request, shows it as pending, and the server accepts or refuses' },
  sources: [{ title: 'M. Shapiro and others, Conflict-free replicated data types (SSS 2011)', url: 'https://doi.org/10.1007/978-3-642-24550-3_29', asOf: '2011-10', confidence: 'B' }, { title: 'Yjs documentation', url: 'https://docs.yjs.dev/', asOf: 'undated', confidence: 'B' }],
});

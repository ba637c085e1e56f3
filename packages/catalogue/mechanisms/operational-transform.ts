import { assumption, interval } from '@archwright/kernel';
import { defineMechanism } from '../define.ts';

export default defineMechanism({
  id: 'operational-transform',
  name: 'Operational transformation with a central order',
  problem: 'Two people type into one document at once; operations arrive at {{editRate}} on documents opened by several, each made against a state {{conflictWindow}} old. Applied as they are, they break each other’s positions.',
  when: { needs: ['long-lived-connections'], formula: 'connections * max(recordWritePeak, appendPeak)', reason: 'people edit the same document at the same time' },
  structure: 'document(id, revision, snapshot, snapshot_revision); operation(document_id, revision, author_id, client_op_id, ops jsonb, primary key (document_id, revision)), unique (document_id, client_op_id). One owner process per open document, by lease, gives the revisions.',
  steps: [
    'A client applies its operation at once and sends it with the revision it is based on; it keeps one in flight and merges the rest.',
    'The owner transforms it against every operation since that revision, in order.',
    'It appends the result with revision + one by a conditional insert; the primary key refuses a second owner.',
    'It acknowledges to the author and broadcasts to the others with the revision.',
    'Clients transform what they receive against what they have in flight.',
    'Every {{snapshotEvery}} operations a snapshot is stored, so that opening replays {{replayLimit}} at most.',
  ],
  parameters: {
    opsPerWriter: assumption('operations of a typing person', interval(0.5, 2, 5), '1/s', 'keystrokes merged over a fraction of a second'),
    roundTrip: assumption('round trip of a client', interval(0.02, 0.1, 0.4), 's', 'mobile at the upper end'),
    peoplePerDocument: assumption('people in one shared document', interval(2, 3, 20), 'count', 'most have two or three'),
    snapshotInterval: assumption('operations between snapshots', 500, 'count', 'replay stays within tens of milliseconds'),
    operationBytes: assumption('operation as stored', 200, 'B', 'positions, text, author, keys'),
  },
  computed: [
    { id: 'editRate', label: 'operations at peak', unit: '1/s', formula: 'max(recordWritePeak, appendPeak)', meaning: 'all documents' },
    { id: 'busyDocuments', label: 'documents being edited together', unit: 'count', formula: 'ceil(editRate / (opsPerWriter * peoplePerDocument))', meaning: 'owners (leases) held at peak' },
    { id: 'conflictWindow', label: 'age of the base revision', unit: 's', formula: 'roundTrip', meaning: 'others’ operations in it must be transformed over' },
    { id: 'concurrentOps', label: 'operations to transform over', unit: 'count', formula: 'peoplePerDocument * opsPerWriter * roundTrip', meaning: 'per operation, in a busy document' },
    { id: 'broadcastRate', label: 'broadcasts', unit: '1/s', formula: 'editRate * max(peoplePerDocument - 1, 1)', meaning: 'to the other people in the document' },
    { id: 'snapshotEvery', label: 'snapshot every', unit: 'count', formula: 'snapshotInterval', meaning: 'operations' },
    { id: 'replayLimit', label: 'operations replayed on opening', unit: 'count', formula: 'snapshotInterval', meaning: 'at most' },
    { id: 'logBytesPerDay', label: 'operation log a day', unit: 'B', formula: 'editRate * 86400 * oneSecond * busyShare / max(peakFactor, 1) * operationBytes', meaning: 'history; compacted after its retention' },
  ],
  tradeOff: 'Documents stay small and order is clear, for one owner per document ({{busyDocuments}} leases at peak): its loss stops typing until the lease moves. Offline edits of hours transform badly.',
  rejected: { alternative: 'a CRDT for text', because: 'it needs no owner and merges offline work, but carries an identifier per character and tombstones; choose it where people work offline or without a server' },
  edgeCase: { case: 'the connection drops after the send: the client does not know whether its operation was taken and sends it again against a newer revision', cure: 'client_op_id is unique per document: the second insert is refused and the first result is returned' },
  snippet: { language: 'sql', code: `INSERT INTO operation (document_id, revision, author_id, client_op_id, ops)
SELECT $1, coalesce(max(revision), 0) + 1, $2, $3, $4 FROM operation WHERE document_id = $1
HAVING coalesce(max(revision), 0) = $5          -- transformed up to exactly this revision
ON CONFLICT DO NOTHING
RETURNING revision;` },
  sources: [{ title: 'C. Ellis, S. Gibbs, Concurrency control in groupware systems (SIGMOD 1989)', url: 'https://doi.org/10.1145/67544.66963', asOf: '1989-06', confidence: 'B' }, { title: 'D. Nichols and others, High-latency, low-bandwidth windowing in the Jupiter collaboration system (UIST 1995)', url: 'https://doi.org/10.1145/215585.215706', asOf: '1995-11', confidence: 'B' }],
});

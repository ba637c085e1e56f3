import { assumption, interval } from '@archwright/kernel';
import { defineMechanism } from '../define.ts';

export default defineMechanism({
  id: 'offline-sync',
  name: 'Offline work and catch-up',
  problem: 'Devices work without coverage for up to {{offline}} and then send what they did. {{queued}} changes wait in all hands at once; after a regional loss of coverage they arrive together, in any order, some twice, some against rows that others have changed meanwhile.',
  when: { formula: 'recordWritePeak', reason: 'people work where there is no coverage', words: 'offline|no signal|no coverage|no reception|without coverage|without reception|without signal|no mobile coverage|no connection|without connection|lose coverage|loses coverage|lose signal|loses signal|patchy coverage|poor coverage|poor reception|bad reception|dead zone' },
  structure: 'On the device: outbox(seq, change_id uuid, entity_id, base_version, fields, done_at) in SQLite, in the same transaction as the local row. On the server: applied_change(device_id, seq, change_id unique, primary key (device_id, seq)); row_log(cursor bigint, entity, entity_id, version, deleted) per working area, so that a device asks for everything behind its cursor.',
  steps: [
    'The device makes ids itself (UUIDv7) and works on its own copy; each change is one outbox row with the version it was based on.',
    'When coverage returns it waits a random time up to {{jitter}}, then sends up to {{batch}} changes, oldest first.',
    'The server takes a batch in one transaction: insert applied_change; on conflict the change is known and is answered as before.',
    'Same version as the base: apply. Other version, other fields: merge by field. Same field: keep the server’s value, store the device’s as a conflict row for a person to settle, and answer `merged` or `conflict` for each change.',
    'Acknowledged outbox rows are deleted on the device; then it pulls row_log behind its cursor in pages of {{batch}}, tombstones included.',
    'A device behind the oldest cursor kept ({{keepLog}}) gets a fresh snapshot of its area, after its own outbox is sent.',
  ],
  parameters: {
    offlineSeconds: assumption('longest time without coverage', interval(3_600, 28_800, 172_800), 's', 'a shift in cellars, forests or at sea; the brief’s own figure replaces it'),
    perPersonShare: assumption('share of the active people offline at once', interval(0.02, 0.1, 1), 'ratio', 'scattered holes in coverage; all of them after a regional loss'),
    jitterSeconds: assumption('spread of the return', interval(10, 60, 300), 's', 'nobody waits for the upload: the device shows its own copy'),
    batchChanges: assumption('changes in one batch', interval(20, 100, 500), 'count', 'below a second of work and 100 kB on a weak connection'),
    changeBytes: assumption('one change', interval(200, 600, 3_000), 'B', 'changed fields and ids as JSON; photos go by resumable upload'),
    logSeconds: assumption('time the log is kept', interval(1_209_600, 2_592_000, 7_776_000), 's', 'longer than a holiday: a device in a drawer'),
    applySeconds: assumption('time to apply one change', interval(0.001, 0.002, 0.01), 's', 'one insert and one conditional update inside a batch'),
  },
  computed: [
    { id: 'offline', label: 'offline for', unit: 's', formula: 'offlineSeconds', meaning: 'the device’s store must hold this' },
    { id: 'queued', label: 'changes waiting', unit: 'count', formula: 'recordWriteMean * offlineSeconds * perPersonShare', meaning: 'arrive with the coverage' },
    { id: 'jitter', label: 'spread', unit: 's', formula: 'jitterSeconds', meaning: 'random, per device' },
    { id: 'returnRate', label: 'arrival rate after a regional loss', unit: '1/s', formula: 'recordWriteMean * offlineSeconds / jitterSeconds', meaning: 'all of them, spread' },
    { id: 'batch', label: 'batch', unit: 'count', formula: 'batchChanges', meaning: 'one transaction' },
    { id: 'batchTime', label: 'time of a batch', unit: 's', formula: 'batchChanges * applySeconds', meaning: 'inside one request' },
    { id: 'drain', label: 'time to drain one connection’s worth', unit: 's', formula: 'queued * applySeconds', meaning: 'all waiting changes over one database connection' },
    { id: 'keepLog', label: 'log kept', unit: 's', formula: 'logSeconds', meaning: 'older cursors start afresh' },
    { id: 'queuedBytes', label: 'bytes waiting', unit: 'B', formula: 'queued * changeBytes', meaning: 'over all devices' },
  ],
  tradeOff: 'Work goes on for {{offline}} without the server, and a return costs {{returnRate}} for {{jitter}}; in exchange what somebody sees may be {{offline}} old, and conflicts of one field need a person.',
  rejected: { alternative: 'last writer wins by the device’s clock', because: 'clocks of devices differ by minutes, and with {{offline}} between reading and sending the later clock is often the older knowledge; the loser’s change vanishes without a trace' },
  edgeCase: { case: 'a device is offline while its user loses the right to a row: the outbox holds changes to something the user may no longer see', cure: 'check rights at the time of arrival against the time of the deed (done_at within the validity of the right, never later than the revocation plus the longest offline time), store refused changes as conflict rows for a supervisor, and wipe the area’s copy with the next pull' },
  snippet: { language: 'sql', code: `INSERT INTO applied_change (device_id, seq, change_id) VALUES ($1, $2, $3)
ON CONFLICT DO NOTHING RETURNING 1;            -- no row: known, answer as before

UPDATE visit SET note = $5, version = version + 1
 WHERE id = $4 AND version = $6 RETURNING version;   -- no row: merge by field or store the conflict` },
  sources: [{ title: 'Kleppmann et al., Local-first software', url: 'https://www.inkandswitch.com/local-first/', asOf: '2019-04', confidence: 'B' }, { title: 'SQLite documentation, Session Extension', url: 'https://www.sqlite.org/sessionintro.html', asOf: 'undated', confidence: 'A' }, { title: 'Amazon Builders’ Library: Timeouts, retries, and backoff with jitter', url: 'https://aws.amazon.com/builders-library/timeouts-retries-and-backoff-with-jitter/', asOf: 'undated', confidence: 'B' }],
});

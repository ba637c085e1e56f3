import { assumption, interval } from '@archwright/kernel';
import { defineMechanism } from '../define.ts';

export default defineMechanism({
  id: 'audit-hash-chain',
  name: 'Audit log with a hash chain',
  problem: 'An audit trail is only worth something if it is immutable: whoever can write the store can also rewrite its history. {{entriesPerDay}} entries a day must be kept for years ({{logBytes}} over {{keep}}) so that a removed or changed one is noticed, by people who do not trust the operator.',
  when: { formula: 'recordWritePeak', reason: 'who did what must be provable' },
  structure: 'audit_entry(chain_id, sequence, occurred_at, actor_id, action, object_type, object_id, tenant_id, detail jsonb, previous_hash, hash, primary key (chain_id, sequence)); {{chains}} chains by hash of the tenant, so that the chain’s tail is no hot row; insert-only role; anchors of all tails in write-once storage of another account.',
  steps: [
    'The change and its entry (or the outbox row that becomes it) commit together.',
    'A writer per chain takes entries in order, sets sequence, and hash = SHA-256 over previous hash and the canonical bytes of the entry.',
    'Entries are appended in batches of {{batch}}, one commit each.',
    'Every {{anchorEvery}} the tails are signed and put into write-once object storage in another account.',
    'Personal data in detail is encrypted with the person’s key: deleting the key erases the person and keeps the chain intact.',
    'A verifier recomputes yesterday’s entries against the anchors every night and alerts on any difference or gap.',
    'Reads of the log are themselves entries.',
  ],
  parameters: {
    readsLogged: assumption('share of reads that are logged too', interval(0, 0.05, 1), 'ratio', 'reads of sensitive records; all of them in health care'),
    entryBytes: assumption('entry as stored', interval(300, 500, 1500), 'B', 'identifiers, detail, two hashes and one index'),
    keepSeconds: assumption('time kept', interval(31_536_000, 63_072_000, 189_216_000), 's', 'one to six years; the compliance regime decides'),
    chainRate: assumption('entries one chain takes', 2000, '1/s', 'a single writer in batches'),
    batchSeconds: assumption('time an entry waits for its batch', 0.1, 's', 'nobody waits for it'),
    anchorSeconds: assumption('interval of anchors', 600, 's', 'the stretch a quick attacker could rewrite'),
    hashRate: assumption('entries a core hashes a second', 300_000, '1/s', 'SHA-256 over half a kilobyte; a fraction of what a core does'),
  },
  computed: [
    { id: 'entryRate', label: 'entries at peak', unit: '1/s', formula: 'recordWritePeak + recordReadPeak * readsLogged', meaning: 'changes and logged reads' },
    { id: 'entriesPerDay', label: 'entries a day', unit: 'count', formula: '(recordWriteMean + recordReadMean * readsLogged) * 86400 * oneSecond', meaning: 'mean' },
    { id: 'keep', label: 'time kept', unit: 's', formula: 'keepSeconds', meaning: 'see the compliance figures' },
    { id: 'logBytes', label: 'log at the end of its retention', unit: 'B', formula: 'entriesPerDay / (86400 * oneSecond) * keepSeconds * entryBytes', meaning: 'after months in object storage, compressed' },
    { id: 'chains', label: 'chains', unit: 'count', formula: 'max(1, ceil(entryRate / (chainRate * headroom)))', meaning: 'one writer each' },
    { id: 'batch', label: 'entries a batch', unit: 'count', formula: 'max(1, ceil(entryRate / chains * batchSeconds))', meaning: 'per chain' },
    { id: 'anchorEvery', label: 'anchor', unit: 's', formula: 'anchorSeconds', meaning: 'what lies before it is beyond rewriting' },
    { id: 'verifyTime', label: 'nightly verification', unit: 's', formula: 'entriesPerDay / hashRate', meaning: 'on one core' },
  ],
  tradeOff: 'Changes older than {{anchorEvery}} are detected by anyone with the anchors, for one hash an entry and {{logBytes}}; the log cannot be corrected, only added to.',
  rejected: { alternative: 'an audit table without hashes and with revoked rights', because: 'the database owner, a restored backup or a migration can still change it, and nothing shows' },
  edgeCase: { case: 'a person must be erased, but their entry is part of the chain', cure: 'hash the encrypted form: with the person’s key destroyed the entry is unreadable and the chain still verifies' },
  snippet: { language: 'sql', code: `CREATE TABLE audit_entry (
  chain_id      smallint    NOT NULL,
  sequence      bigint      NOT NULL,
  occurred_at   timestamptz NOT NULL,
  actor_id      text        NOT NULL,
  action        text        NOT NULL,
  object_type   text        NOT NULL,
  object_id     text        NOT NULL,
  detail        bytea       NOT NULL,
  previous_hash bytea       NOT NULL,
  hash          bytea       NOT NULL,
  PRIMARY KEY (chain_id, sequence)
);
REVOKE UPDATE, DELETE, TRUNCATE ON audit_entry FROM PUBLIC;

SELECT chain_id, sequence FROM (
  SELECT *, lag(hash) OVER (PARTITION BY chain_id ORDER BY sequence) AS expected FROM audit_entry
) e
WHERE (expected IS NOT NULL AND previous_hash <> expected)
   OR hash <> sha256(previous_hash || detail || convert_to(actor_id || '|' || action || '|' || object_type || '|' || object_id, 'UTF8'));` },
  sources: [{ title: 'S. Haber, W. Stornetta, How to time-stamp a digital document', url: 'https://doi.org/10.1007/BF00196791', asOf: '1991-01', confidence: 'B' }, { title: 'S. Crosby, D. Wallach, Efficient data structures for tamper-evident logging (USENIX Security 2009)', url: 'https://www.usenix.org/conference/usenixsecurity09/technical-sessions/presentation/efficient-data-structures-tamper', asOf: '2009-08', confidence: 'B' }, { title: 'RFC 9162, Certificate Transparency version 2.0', url: 'https://www.rfc-editor.org/rfc/rfc9162', asOf: '2021-12', confidence: 'B' }],
});

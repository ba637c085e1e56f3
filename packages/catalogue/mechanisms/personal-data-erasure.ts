import { assumption, fact, interval } from '@archwright/kernel';
import { defineMechanism } from '../define.ts';

export default defineMechanism({
  id: 'personal-data-erasure',
  name: 'Erasure of a person across stores (crypto-shredding)',
  problem: 'A person asks to be erased: their data is in records, {{appendBytes}} of appended rows, indexes, caches, object storage, backups and at providers. With {{requestsPerMonth}} requests a month it must be a job, not a hunt, and end within {{deadline}}.',
  when: { formula: 'users', reason: 'personal data is held' },
  structure: 'subject_key(subject_id, wrapped_key, erased_at): personal fields of append-only rows and of backups are encrypted under it; data_map(store, entity, key_path, action delete|shred|keep, legal_basis): one row per place, checked in CI against the classified schema; erasure(id, subject_id, state, due_at) and erasure_step(erasure_id, store, state, evidence).',
  steps: [
    'Verify the person; create the erasure with its due date; stop new processing by a flag.',
    'For each place of the data map a step: delete in records, search, cache and objects; shred (destroy the key) for rows and backups that cannot be rewritten; keep what the law demands, with its basis and end.',
    'Steps are idempotent jobs with retries; each leaves evidence (counts, not contents).',
    'Providers are told by their interface and must confirm.',
    'An event tells other contexts; each answers with its own evidence.',
    'A suppression entry (keyed hash of the identifier) keeps imports from bringing the person back.',
    'A restore of a backup replays all erasures since its date before it serves anybody.',
  ],
  parameters: {
    requestShare: assumption('share of users who ask a year', interval(0.0005, 0.002, 0.02), 'ratio', 'more after news; account deletion in apps counts'),
    deadlineSeconds: fact('answer to a request (one month, taken as 30 days)', 2_592_000, 's', { title: 'Regulation (EU) 2016/679 (GDPR), Article 12(3)', url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj', asOf: '2016-04-27', confidence: 'B' }),
    places: assumption('places per bounded context', 6, 'count', 'store, search, cache, objects, log, analytics'),
    backupSeconds: assumption('retention of backups', 3_024_000, 's', 'five weeks; longer than the deadline, hence shredding'),
    rewriteRate: assumption('rows rewritten a second to delete inside large history', 50_000, '1/s', 'column store mutation or partition rewrite'),
  },
  computed: [
    { id: 'requestsPerMonth', label: 'requests a month', unit: 'count', formula: 'users * requestShare / 12', meaning: 'mean' },
    { id: 'deadline', label: 'deadline', unit: 's', formula: 'deadlineSeconds', meaning: 'by the strictest of the usual laws' },
    { id: 'stepsPerRequest', label: 'steps a request', unit: 'count', formula: 'max(contexts, 1) * places', meaning: 'rows of the data map' },
    { id: 'backupRetention', label: 'backups kept', unit: 's', formula: 'backupSeconds', meaning: 'they would hold the person beyond the deadline' },
    { id: 'rowsHeld', label: 'appended rows held', unit: 'count', formula: 'appendBytes / max(appendRowBytes, oneByte)', meaning: 'to be searched without keys per subject' },
    { id: 'rewriteTime', label: 'time to rewrite history once', unit: 's', formula: 'rowsHeld / rewriteRate', meaning: 'instead of destroying one key' },
  ],
  tradeOff: 'Erasure is {{stepsPerRequest}} small steps and one destroyed key, in backups too; every read of personal history needs the key, and a lost key store erases everyone.',
  rejected: { alternative: 'deleting rows in history and backups', because: 'history would be rewritten for {{rewriteTime}} per run, and backups kept {{backupRetention}} cannot be changed at all without losing their worth' },
  edgeCase: { case: 'the person’s message is also in another person’s conversation, or their order in the books', cure: 'the data map says per field whose it is: author becomes “deleted”, content of others stays, invoices are kept for their legal term under a restricted role' },
  sources: [{ title: 'Regulation (EU) 2016/679 (GDPR), Articles 17 and 19', url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj', asOf: '2016-04-27', confidence: 'B' }, { title: 'NIST SP 800-57 part 1 revision 5, recommendation for key management', url: 'https://csrc.nist.gov/pubs/sp/800/57/pt1/r5/final', asOf: '2020-05', confidence: 'B' }],
});

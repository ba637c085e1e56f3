import { assumption, interval } from '@archwright/kernel';
import { defineMechanism } from '../define.ts';

export default defineMechanism({
  id: 'backup-and-restore',
  name: 'Point-in-time recovery that is drilled',
  problem: 'A bad release that writes wrong rows is copied to every replica within seconds. Only history helps: {{recordBytes}} of records must be brought back to the minute before, which takes {{restoreTime}}; a restore never tried is a hope.',
  when: { formula: 'recordBytes', reason: 'records must survive mistakes, not only machines' },
  structure: 'Daily base backup and continuous log archive in object storage of another account, immutable for {{window}}; restore configuration as code; restore_drill(started_at, finished_at, target_time, rows_checked, ok).',
  steps: [
    'Log segments are archived as they fill, at the latest every {{archiveEvery}}.',
    'A base backup each day; both encrypted with a key of the backup account.',
    'Mistake found: stop the writer, note the time, restore beside the live system to the second before.',
    'Compare by primary key; copy back only what was damaged, through the application’s own rules.',
    'Whole store lost: promote the restored one, after erasures have been replayed.',
    'A drill every {{drillEvery}} restores into a scratch instance, counts rows, checks invariants, writes its time beside the recovery objective.',
  ],
  parameters: {
    windowSeconds: assumption('history kept', 3_024_000, 's', 'longer than it takes to notice: month-end jobs find month-old mistakes'),
    archiveSeconds: assumption('longest delay of the archive', 60, 's', 'archive timeout'),
    restoreRate: assumption('bytes restored a second', interval(50e6, 150e6, 500e6), 'B/s', 'from object storage to network volumes'),
    replayRate: assumption('log replayed a second', interval(20e6, 60e6, 150e6), 'B/s', 'single process replay'),
    logBytesPerWrite: assumption('log bytes a write', interval(500, 2000, 8000), 'B', 'row, indexes, full pages'),
    drillSeconds: assumption('interval of drills', 2_592_000, 's', 'once a month, by a scheduled job'),
    dailyChange: assumption('share of pages that change a day', interval(0.02, 0.1, 0.3), 'ratio', 'recent records change, old ones rest'),
    compression: assumption('backup ÷ store', 0.4, 'ratio', 'compressed pages'),
  },
  computed: [
    { id: 'window', label: 'history kept', unit: 's', formula: 'windowSeconds', meaning: 'how far back one can go' },
    { id: 'archiveEvery', label: 'archive at the latest every', unit: 's', formula: 'archiveSeconds', meaning: 'loss when everything else is gone: the recovery point' },
    { id: 'dailyLog', label: 'log a day', unit: 'B', formula: 'recordWriteMean * 86400 * oneSecond * logBytesPerWrite', meaning: 'archived' },
    { id: 'restoreTime', label: 'time to restore', unit: 's', formula: 'recordBytes / restoreRate + dailyLog / 2 / replayRate', meaning: 'base backup and half a day of log: the recovery time' },
    { id: 'backupBytes', label: 'backup storage', unit: 'B', formula: '(recordBytes * windowSeconds / (86400 * oneSecond) * dailyChange + recordBytes + dailyLog * windowSeconds / (86400 * oneSecond)) * compression', meaning: 'one full copy, daily increments and the log' },
    { id: 'drillEvery', label: 'drill', unit: 's', formula: 'drillSeconds', meaning: 'from a scheduled job' },
  ],
  tradeOff: 'Any second of {{window}} can be had back, for {{backupBytes}} in another account; writes of the last {{archiveEvery}} are lost if replicas are gone as well, and a restore takes {{restoreTime}}.',
  rejected: { alternative: 'replicas as backup', because: 'they copy a mistake faster than anyone can stop it; they are for lost machines' },
  edgeCase: { case: 'the restored store is an hour old and starts to publish: outbox rows are sent again, schedules fire again, tokens that were revoked are valid', cure: 'start it with relays and schedulers off; consumers deduplicate by id; replay revocations and erasures from the audit log before it opens' },
  sources: [{ title: 'PostgreSQL 18 documentation, Continuous Archiving and Point-in-Time Recovery', url: 'https://www.postgresql.org/docs/18/continuous-archiving.html', asOf: '2025-09-25', confidence: 'B' }, { title: 'Site Reliability Engineering (Google), chapter Data Integrity', url: 'https://sre.google/sre-book/data-integrity/', asOf: '2016', confidence: 'B' }],
});

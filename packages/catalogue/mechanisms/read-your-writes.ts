import { assumption, interval } from '@archwright/kernel';
import { defineMechanism } from '../define.ts';

export default defineMechanism({
  id: 'read-your-writes',
  name: 'Read your own writes',
  problem: 'Replicas take {{readShare}} of the traffic, but lag: a user who saves and reloads within {{reloadTime}} sees the old state when the replica is {{usualLag}} behind. At peak users are surprised at a rate of {{surprised}}.',
  when: { formula: 'min(recordReadPeak - replicaWorth, recordWritePeak)', reason: 'reads are served by replicas or caches while users write' },
  structure: 'session(session_id, last_write_lsn, written_at), or the same in a signed cookie: the log position of the last write. replica_position(replica, replay_lsn, seen_at) in each process.',
  steps: [
    'After a commit the server reads pg_current_wal_insert_lsn() and puts it in last_write_lsn.',
    'A read compares last_write_lsn with replay_lsn of the replicas, refreshed by a heartbeat each {{heartbeat}}.',
    'A replica at or past the token answers.',
    'None there: wait up to {{waitLimit}} for the nearest, then read from the primary.',
    'Tokens older than {{tokenLife}} are dropped: every healthy replica has passed them.',
    'Reads for others (feeds, searches) carry no token.',
  ],
  parameters: {
    replicaWorth: assumption('read rate from which replicas are worth it', 2000, '1/s', 'below it one primary serves the reads'),
    usualLagSeconds: assumption('lag of a replica', interval(0.01, 0.1, 5), 's', 'milliseconds when idle, seconds during bulk writes'),
    reloadSeconds: assumption('time until a user reads what they wrote', interval(0.05, 0.3, 2), 's', 'redirect after post'),
    lagShare: assumption('share of time a replica lags beyond the reload time', interval(0.001, 0.01, 0.05), 'ratio', 'bulk jobs and long queries'),
    heartbeatSeconds: assumption('interval of the replicas’ report', 0.25, 's', 'finer than the wait'),
    waitSeconds: assumption('longest wait for a replica', 0.1, 's', 'a small part of the latency target'),
    tokenSeconds: assumption('life of a token', 30, 's', 'the lag from which a replica is taken out'),
  },
  computed: [
    { id: 'readShare', label: 'share of reads', unit: 'ratio', formula: 'recordReadPeak / max(recordReadPeak + recordWritePeak, 1 / oneSecond)', meaning: 'what replicas could take' },
    { id: 'reloadTime', label: 'time to reload', unit: 's', formula: 'reloadSeconds', meaning: 'lag beyond it is seen' },
    { id: 'usualLag', label: 'lag', unit: 's', formula: 'usualLagSeconds', meaning: 'typical; the range is wide' },
    { id: 'surprised', label: 'users who would see the old state', unit: '1/s', formula: 'recordWritePeak * lagShare', meaning: 'each write is followed by a read of it' },
    { id: 'heartbeat', label: 'replicas’ report', unit: 's', formula: 'heartbeatSeconds', meaning: 'age of the known positions' },
    { id: 'waitLimit', label: 'longest wait', unit: 's', formula: 'waitSeconds', meaning: 'then the primary answers' },
    { id: 'tokenLife', label: 'life of a token', unit: 's', formula: 'tokenSeconds', meaning: 'sessions that wrote recently' },
    { id: 'primaryReads', label: 'reads that fall to the primary', unit: '1/s', formula: 'min(recordReadPeak, recordWritePeak * lagShare)', meaning: 'beside its writes' },
  ],
  tradeOff: 'A user always sees their own writes and the primary gets {{primaryReads}} extra reads; others may still see the state of {{usualLag}} ago.',
  rejected: { alternative: 'all reads of a user to the primary for a minute after a write', because: 'simple, and right for a small system; with many writers it sends most reads to the primary, which the replicas were meant to relieve' },
  edgeCase: { case: 'after a failover positions of the old primary mean nothing, so a session waits for a position that never comes', cure: 'the token carries the timeline; a token of another timeline counts as old and the primary answers' },
  snippet: { language: 'sql', code: `-- on the primary, after the commit
SELECT pg_current_wal_lsn();
-- on a replica: has it replayed the session’s position?
SELECT pg_last_wal_replay_lsn() >= $1::pg_lsn AS fresh;` },
  sources: [{ title: 'D. Terry and others, Session guarantees for weakly consistent replicated data (PDIS 1994)', url: 'https://doi.org/10.1109/PDIS.1994.331722', asOf: '1994-09', confidence: 'B' }, { title: 'PostgreSQL 18 documentation, System Administration Functions', url: 'https://www.postgresql.org/docs/18/functions-admin.html', asOf: '2025-09-25', confidence: 'B' }, { title: 'M. Kleppmann, Designing Data-Intensive Applications', url: 'https://dataintensive.net/', asOf: '2017-03', confidence: 'B' }],
});

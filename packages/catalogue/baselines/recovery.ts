import { assumption, fact, interval, type Source } from '@archwright/kernel';
import type { Recovery } from '@archwright/model';

/** What the loss of a server, or of the zone it stands in, costs: data that was acknowledged and is gone, and time until it serves again. */

const nothing = (reason: string) => assumption('acknowledged data lost with a server or zone', 0, 's', reason);
const gone = (low: number, likely: number, high: number, reason: string) =>
  assumption('acknowledged data lost with a server or zone', interval(low, likely, high), 's', reason);
const back = (low: number, likely: number, high: number, reason: string) =>
  assumption('time until it serves again', interval(low, likely, high), 's', reason);

const multiAz: Source = {
  title: 'Amazon RDS user guide: Multi-AZ DB instance deployments', url: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.MultiAZSingleStandby.html',
  asOf: 'undated', confidence: 'B', note: 'a synchronous standby in a second zone; failover typically takes 60 to 120 s',
};
const pointInTime: Source = {
  title: 'Amazon RDS FAQ: point-in-time restore up to the latest restorable time', url: 'https://aws.amazon.com/rds/faqs/',
  asOf: 'undated', confidence: 'B', note: 'typically within the last five minutes',
};
const zoneRedundant: Source = {
  title: 'Azure Database for PostgreSQL flexible server: high availability', url: 'https://learn.microsoft.com/en-us/azure/reliability/reliability-postgresql-flexible-server',
  asOf: 'undated', confidence: 'A', note: 'zone-redundant: synchronous standby, failover with zero data loss',
};
const regional: Source = {
  title: 'Cloud SQL documentation: about high availability', url: 'https://cloud.google.com/sql/docs/postgres/high-availability',
  asOf: 'undated', confidence: 'A', note: 'writes are on disks in both zones before they are reported as committed; failover starts after about 60 s without an answer',
};
const sixCopies: Source = {
  title: 'Amazon Aurora user guide: high availability', url: 'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.AuroraHighAvailability.html',
  asOf: 'undated', confidence: 'A', note: 'synchronous to six storage nodes over the zones of a region',
};
const dailyBackups: Source = {
  title: 'Supabase documentation: database backups', url: 'https://supabase.com/docs/guides/platform/backups',
  asOf: 'undated', confidence: 'A', note: 'daily backups may lose up to 24 hours; point-in-time recovery is an add-on that is not priced here',
};
const elections: Source = {
  title: 'MongoDB manual: replica set elections', url: 'https://www.mongodb.com/docs/manual/core/replica-set-elections/',
  asOf: 'undated', confidence: 'A', note: 'the median time should not typically exceed 12 s',
};
const litestream: Source = {
  title: 'Litestream package documentation: DefaultMonitorInterval', url: 'https://pkg.go.dev/github.com/benbjohnson/litestream',
  asOf: '2026-08-04', confidence: 'A', note: 'one second between looks; the upload comes on top',
};

const lostFact = (value: number | ReturnType<typeof interval>, source: Source) => fact('acknowledged data lost with a server or zone', value, 's', source);

/** What has to be read back before a server of one's own answers again. */
const restored = assumption('rate at which a backup is restored', interval(30e6, 100e6, 300e6), 'B/s', 'download, unpack and replay of the log on one ordinary server');
const newServer = back(900, 3_600, 14_400, 'somebody notices, a machine is made from code and data is put back');
const archived = gone(30, 60, 300, 'the log is copied away as segments fill, each minute at the latest (archive_timeout)');

/** A cloud’s database with a synchronous standby in a second zone. */
export const standbyInZone = {
  rds: { lost: lostFact(0, multiAz), back: fact('time until it serves again', interval(60, 90, 120), 's', multiAz) },
  azure: { lost: lostFact(0, zoneRedundant), back: back(60, 90, 120, 'failover of a standby that is in step; one to two minutes with connections made again') },
  cloudSql: { lost: lostFact(0, regional), back: back(60, 90, 180, 'about a minute until failover starts, then the start on the other zone’s disk') },
  aurora: { lost: lostFact(0, sixCopies), back: back(15, 60, 120, 'a reader takes over on the same storage; connections are made again') },
} satisfies Record<string, Recovery>;

/** A cloud’s database without standby: a lost zone means a restore into another. */
export const restoredByCloud = {
  rds: { lost: lostFact(interval(60, 300, 300), pointInTime), back: back(1_200, 3_600, 14_400, 'a new instance from snapshot and logs; the size and the log decide how long') },
  azure: { lost: gone(60, 300, 900, 'logs are kept continuously; the last minutes may be missing'), back: back(1_200, 3_600, 14_400, 'a new server from backup and logs; the size and the log decide how long') },
  cloudSql: { lost: gone(60, 300, 900, 'a standalone instance is restored by hand from its logs, which are minutes behind'), back: back(1_200, 3_600, 14_400, 'a new instance from backup and logs, started by hand') },
  supabase: { lost: lostFact(interval(43_200, 86_400, 86_400), dailyBackups), back: back(1_800, 7_200, 28_800, 'the restore of a daily backup, during which the project is away') },
} satisfies Record<string, Recovery>;

/** A database on a server of one’s own, with its log copied away. */
export const restoredByUs: Recovery = { lost: archived, back: newServer, restores: { bytes: 'recordBytes', rate: restored } };
/** A SQLite file streamed to an object store. */
export const streamedFile: Recovery = {
  lost: fact('acknowledged data lost with a server or zone', interval(1, 2, 10), 's', litestream),
  back: newServer, restores: { bytes: 'recordBytes', rate: restored },
};
/** A self-run primary and a synchronous standby with automatic failover. */
export const ownPair: Recovery = {
  lost: nothing('a commit waits for the standby'), back: back(20, 60, 300, 'detection, fencing and promotion; a failover that goes wrong waits for a person'),
};
/** Copies of which a majority acknowledges each write. */
export const quorum: Recovery = {
  lost: nothing('a write is acknowledged by a majority of its copies'), back: back(0, 5, 30, 'the other copies answer; clients try again'),
};
export const replicaSet: Recovery = {
  lost: nothing('writes wait for a majority of the members'),
  back: fact('time until it serves again', interval(5, 12, 60), 's', elections),
};
/** A service that keeps its data in several zones and replaces its own servers. */
export const keptByService: Recovery = {
  lost: nothing('the service keeps several copies over zones before it answers'), back: back(0, 30, 300, 'requests go to another zone; nobody of ours has to act'),
};
/** One copy of a server over storage that the service keeps apart. */
export const restartedByService: Recovery = {
  lost: nothing('what was acknowledged is in storage of several zones'), back: back(30, 120, 1_800, 'the server is started again elsewhere by the service'),
};
/** An in-memory store whose log or copy lags. */
export const laggingCopy: Recovery = {
  lost: gone(0.1, 1, 2, 'the log is flushed each second, and a replica follows without being waited for'), back: back(10, 60, 300, 'promotion of the replica, or a restart from the log'),
};
/** Files on the one server, copied away at night. */
export const nightlyCopy: Recovery = {
  lost: gone(43_200, 86_400, 86_400, 'a copy every night'), back: newServer, restores: { bytes: 'blobBytes', rate: restored },
};
/** Processes that hold no data of record. */
export const processes = {
  oneMachine: { back: newServer },
  ownServer: { back: back(14_400, 86_400, 259_200, 'a failed part is a visit, or another server has to be found') },
  severalServers: { back: back(30, 120, 600, 'health checks take the lost one out; the others carry the load with less room') },
  severalZones: { back: back(5, 60, 300, 'health checks take the lost zone out and the platform starts more elsewhere') },
} satisfies Record<string, Recovery>;

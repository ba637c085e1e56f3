import { assumption, interval } from '@archwright/kernel';
import { defineMechanism } from '../define.ts';

export default defineMechanism({
  id: 'change-data-capture',
  name: 'Change data capture',
  problem: '{{eventConsumers}} consumers need to know what changed among {{recordWriteMean}} writes. Polling a changed_at column every {{pollInterval}} reads the table for nothing, misses deletes, and skips rows whose transaction commits late.',
  when: { formula: 'max(eventConsumers - 1, 0) * recordWritePeak', reason: 'several others must follow the changes of the store; for one the outbox is enough' },
  structure: 'cdc_offset(connector, slot_name, confirmed_lsn, heartbeat_at). Logical replication slot → connector → stream, partitioned by primary key; a published table list (columns of the contract only, or an outbox table); slot limit on retained log; snapshot for newcomers.',
  steps: [
    'Publish an outbox or views of the contract, not internal tables: consumers must not depend on columns.',
    'The connector takes a snapshot at a log position, then follows from exactly there.',
    'Each change is sent with key, operation, position and transaction id; order holds within a key.',
    'The slot advances when the stream has acknowledged; after a crash some changes are sent again.',
    'Consumers upsert by key and ignore positions they have passed.',
    'When the connector stands still, the log is kept: {{logPerHour}} an hour; alert at {{alertAfter}}, drop the slot at {{slotLimit}} and start again from a snapshot.',
  ],
  parameters: {
    pollSeconds: assumption('poll interval one would choose', 5, 's', 'freshness against load'),
    logFactor: assumption('log bytes ÷ changed bytes', interval(1.5, 2.5, 5), 'ratio', 'headers, full pages, indexes'),
    changeBytes: assumption('changed bytes a write', interval(200, 800, 3000), 'B', 'row images before and after'),
    connectorOutage: assumption('outage of the connector to ride out', 14_400, 's', 'a night without help, with the alert missed'),
    alertSeconds: assumption('delay that alerts', 900, 's', 'a restart takes less'),
    connectorRate: assumption('changes a connector carries', interval(2000, 7000, 20_000), '1/s', 'one slot is read by one process'),
  },
  computed: [
    { id: 'pollInterval', label: 'poll interval', unit: 's', formula: 'pollSeconds', meaning: 'of the rejected way' },
    { id: 'changePeak', label: 'changes at peak', unit: '1/s', formula: 'recordWritePeak', meaning: 'through one slot' },
    { id: 'connectorUse', label: 'use of one connector', unit: 'ratio', formula: 'recordWritePeak / connectorRate', meaning: 'above one: split tables over slots' },
    { id: 'logRate', label: 'log at peak', unit: 'B/s', formula: 'recordWritePeak * changeBytes * logFactor', meaning: 'kept while the slot stands still' },
    { id: 'logPerHour', label: 'log an hour', unit: 'B', formula: 'recordWriteMean * changeBytes * logFactor * 3600 * oneSecond', meaning: 'mean' },
    { id: 'alertAfter', label: 'alert at', unit: 'B', formula: 'logPerHour * alertSeconds / (3600 * oneSecond)', meaning: 'log behind' },
    { id: 'slotLimit', label: 'limit of retained log', unit: 'B', formula: 'recordWriteMean * changeBytes * logFactor * connectorOutage', meaning: 'max_slot_wal_keep_size; disk must have it free' },
    { id: 'deliveredRate', label: 'changes delivered', unit: '1/s', formula: 'recordWritePeak * eventConsumers', meaning: 'all consumers' },
  ],
  tradeOff: 'Nothing is missed and writers do nothing extra; the price is a connector to run and {{slotLimit}} of disk held ready for the day it stands still.',
  rejected: { alternative: 'triggers that write to a change table', because: 'they add a write to every statement inside its transaction; right only where no logical log is available' },
  edgeCase: { case: 'after a failover the standby has no slot at the same position: changes are lost or the connector starts over', cure: 'failover slots synchronised to the standby, and a failover that waits for them; consumers are idempotent, so starting again from a snapshot is slow but correct' },
  snippet: { language: 'sql', code: `CREATE PUBLICATION events FOR TABLE outbox WITH (publish = 'insert');
SELECT pg_create_logical_replication_slot('events', 'pgoutput', false, false, true);   -- failover slot
SELECT slot_name, pg_size_pretty(pg_wal_lsn_diff(pg_current_wal_lsn(), confirmed_flush_lsn)) AS behind
  FROM pg_replication_slots;` },
  sources: [{ title: 'Debezium documentation, PostgreSQL connector', url: 'https://debezium.io/documentation/reference/stable/connectors/postgresql.html', asOf: 'undated', confidence: 'B' }, { title: 'PostgreSQL 18 documentation, Logical Decoding', url: 'https://www.postgresql.org/docs/18/logicaldecoding.html', asOf: '2025-09-25', confidence: 'B' }, { title: 'PostgreSQL 18 documentation, Logical Replication Failover', url: 'https://www.postgresql.org/docs/18/logical-replication-failover.html', asOf: '2025-09-25', confidence: 'B' }],
});

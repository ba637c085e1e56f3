import { assumption, interval } from '@archwright/kernel';
import { defineMechanism } from '../define.ts';

export default defineMechanism({
  id: 'write-path-cost',
  name: 'What one write costs',
  problem: '{{appendPeak}} arriving rows are not that many disk writes: the log, each index and each copy repeat them. Per row and with {{indexes}} indexes the store writes {{amplification}} the bytes sent, {{diskRate}} at peak.',
  when: { formula: 'appendPeak - noticeable', reason: 'the append rate is high enough for the write path to decide the store' },
  structure: 'The path of a row: client → batch under (batch_id, sequence) → write-ahead log (sequential, flushed at commit) → heap page → one page per index → checkpoint → replica log. Settings that carry it: synchronous_commit, max_wal_size, checkpoint_timeout. In a merge-tree store: log → sorted memory table → runs that are merged level by level.',
  steps: [
    'Clients batch: {{batchRows}} rows or {{batchWait}}, whichever comes first.',
    'One commit flushes the log once for the batch: {{commitRate}} flushes instead of one a row.',
    'Each index not dropped here is one random page per row once it outgrows memory; keep the primary key and what a query proves it needs.',
    'Keys in time order go to the right edge of an index; random keys touch the whole of it.',
    'Replicas receive the log again: bandwidth {{replicationRate}}.',
    'When the batch cannot be stored, the client keeps it: answer only after the commit.',
  ],
  parameters: {
    noticeable: assumption('rate from which batching matters', 500, '1/s', 'a small primary commits this many single rows with room to spare'),
    indexesKept: assumption('indexes of an append table', 2, 'count', 'primary key and one by time'),
    indexEntryBytes: assumption('index entry', 40, 'B', 'key, pointer and page overhead'),
    rowHeader: assumption('row header and line pointer', 28, 'B', 'row stores keep versions in the row'),
    fullPageFactor: assumption('log bytes ÷ row bytes', interval(1.3, 2, 4), 'ratio', 'record headers and full pages after each checkpoint'),
    batchSize: assumption('rows a batch', 1000, 'count', 'where gains of a multi-row insert flatten'),
    waitSeconds: assumption('longest wait for a batch', 0.1, 's', 'unnoticed in a pipeline'),
    copies: assumption('copies of the data', 2, 'count', 'primary and standby'),
  },
  computed: [
    { id: 'indexes', label: 'indexes', unit: 'count', formula: 'indexesKept', meaning: 'each is written for each row' },
    { id: 'bytesPerRow', label: 'bytes written a row', unit: 'B', formula: '(appendRowBytes + rowHeader) * (1 + fullPageFactor) + indexesKept * indexEntryBytes * (1 + fullPageFactor)', meaning: 'log and data, one copy' },
    { id: 'amplification', label: 'write amplification', unit: 'ratio', formula: 'bytesPerRow / max(appendRowBytes, oneByte)', meaning: 'bytes written ÷ bytes sent' },
    { id: 'diskRate', label: 'bytes to disk at peak', unit: 'B/s', formula: 'appendPeak * bytesPerRow', meaning: 'against the volume’s throughput' },
    { id: 'replicationRate', label: 'log to the copies', unit: 'B/s', formula: 'appendPeak * (appendRowBytes + rowHeader + indexesKept * indexEntryBytes) * fullPageFactor * (copies - 1)', meaning: 'between zones' },
    { id: 'batchRows', label: 'rows a batch', unit: 'count', formula: 'max(1, min(batchSize, ceil(appendPeak * waitSeconds)))', meaning: 'size or time, whichever first' },
    { id: 'batchWait', label: 'longest wait', unit: 's', formula: 'waitSeconds', meaning: 'added latency' },
    { id: 'commitRate', label: 'commits with batches', unit: '1/s', formula: 'appendPeak / batchRows', meaning: 'log flushes at peak' },
  ],
  tradeOff: '{{commitRate}} commits instead of {{appendPeak}}, for at most {{batchWait}} of delay; a batch fails or succeeds as a whole.',
  rejected: { alternative: 'asynchronous commit', because: 'it is as fast as a batch but acknowledges rows that a crash then loses, which the client can no longer send again' },
  edgeCase: { case: 'one malformed row fails its whole batch, the client repeats the batch for ever and later rows queue behind it', cure: 'on error halve the batch until the bad row stands alone, set it aside with its error, go on' },
  sources: [{ title: 'P. O’Neil and others, The log-structured merge-tree', url: 'https://doi.org/10.1007/s002360050048', asOf: '1996-06', confidence: 'B' }, { title: 'PostgreSQL 18 documentation, WAL Configuration', url: 'https://www.postgresql.org/docs/18/wal-configuration.html', asOf: '2025-09-25', confidence: 'B' }, { title: 'PostgreSQL 18 documentation, Populating a Database', url: 'https://www.postgresql.org/docs/18/populate.html', asOf: '2025-09-25', confidence: 'B' }],
});

import { assumption, fact, interval } from '@archwright/kernel';
import { defineMechanism } from '../define.ts';

export default defineMechanism({
  id: 'partition-key-salting',
  name: 'Partition-key salting',
  problem: 'One key takes {{hotKeyWrites}} of the writes at peak, a partition takes {{partitionLimit}}: the key is throttled while the table as a whole is idle.',
  when: { formula: 'max(appendPeak, recordWritePeak) * hottestShare - partitionWrites * headroom', reason: 'the hottest key exceeds what one partition takes' },
  structure: 'Key = (natural key, salt, time) with {{salts}} salts. Salt = hash(event id) mod {{salts}}, so that a repeated event meets its first copy; only keys marked hot are salted.',
  steps: [
    'Write: look the key up in the list of hot keys (cached in the process); ordinary keys have salt zero.',
    'Hot key: salt from the hash of the event’s own id.',
    'Read one event: its id gives the salt, one look-up.',
    'Read a range: {{salts}} queries at once, merged by time; cost grows by {{salts}}.',
    'A key becomes hot when its sampled rate passes half of {{partitionLimit}}; the list records from when on it is salted.',
    'A key never returns to cold within a retention, since its old salted rows are still there.',
  ],
  parameters: {
    hottestShare: assumption('share of writes on the hottest key', interval(0.01, 0.05, 0.2), 'ratio', 'heavy-tailed popularity; the largest tenant or device group'),
    partitionWrites: fact('writes of one partition', 1000, '1/s', { title: 'Amazon DynamoDB Developer Guide, designing partition keys', url: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-partition-key-design.html', asOf: 'undated', confidence: 'B' }),
  },
  computed: [
    { id: 'hotKeyWrites', label: 'writes of the hottest key', unit: '1/s', formula: 'max(appendPeak, recordWritePeak) * hottestShare', meaning: 'what one key must carry' },
    { id: 'partitionLimit', label: 'limit of a partition', unit: '1/s', formula: 'partitionWrites', meaning: 'of a store that partitions by key' },
    { id: 'salts', label: 'salts', unit: 'count', formula: 'max(1, ceil(hotKeyWrites / (partitionWrites * headroom)))', meaning: 'partitions the key is spread over' },
    { id: 'perSalt', label: 'writes of one salt', unit: '1/s', formula: 'hotKeyWrites / salts', meaning: 'below the limit with headroom' },
  ],
  tradeOff: 'The key carries {{hotKeyWrites}} at {{perSalt}} a partition; a range read of it costs {{salts}} queries instead of one, and order across salts exists only after the merge.',
  rejected: { alternative: 'a random salt', because: 'a repeated write would land under another salt and be stored twice; with a hash of its id it meets itself' },
  edgeCase: { case: 'the number of salts is raised: look-ups by id compute a salt the old rows do not have', cure: 'salts only grow by doubling and the hot list keeps (count, from): a look-up tries the present count, then the one before' },
  snippet: { language: 'typescript', code: `const salt = (eventId: string, count: number): number => Number(BigInt('0x' + sha256(eventId).slice(0, 12)) % BigInt(count));
const partitionKey = (key: string, eventId: string, hot: ReadonlyMap<string, number>): string =>
  \`\${key}#\${hot.has(key) ? salt(eventId, hot.get(key)!) : 0}\`;` },
  sources: [{ title: 'Amazon DynamoDB Developer Guide, using write sharding to distribute workloads evenly', url: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-partition-key-sharding.html', asOf: 'undated', confidence: 'B' }, { title: 'Amazon DynamoDB Developer Guide, designing partition keys', url: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-partition-key-design.html', asOf: 'undated', confidence: 'B' }, { title: 'G. DeCandia and others, Dynamo: Amazon’s highly available key-value store (SOSP 2007)', url: 'https://doi.org/10.1145/1294261.1294281', asOf: '2007-10', confidence: 'B' }],
});

import { assumption, fact, interval } from '@archwright/kernel';
import { defineMechanism } from '../define.ts';

export default defineMechanism({
  id: 'id-generation',
  name: 'Identifiers: time-ordered UUID, and a key generation service for short codes',
  problem: '{{rowRate}} new rows at peak each need an identity that nobody hands out centrally. Random ids touch a random page of every index: page reads at {{coldPages}} once the index has outgrown memory. A code people type must be short, and {{codeLetters}} letters are enough for {{codes}} only if none is wasted.',
  when: { formula: 'recordWritePeak + appendPeak', reason: 'rows are created by several processes' },
  structure: 'Keys: UUID version seven (milliseconds, then random), made by the application or the store. Public ids: the same, with a type prefix. Short codes: key generation service, a table code_block(block_start, size, taken_by, taken_at); each instance takes blocks of {{block}} numbers and encodes them by a keyed permutation in base62, so that neighbours do not look alike.',
  steps: [
    'The client may make the id itself: that is also its idempotency key.',
    'The primary key stores it as sixteen bytes, not as text.',
    'Short code: take the next number of the block in memory; permute (Feistel network over the whole range); write in base62; insert.',
    'At {{refillAt}} left of a block, take the next in the background by one conditional update.',
    'A crash loses the rest of a block: {{lostShare}} of the range a year at one restart per instance and day.',
    'Reserved words are skipped; custom codes live in the same unique column.',
  ],
  parameters: {
    uuidRandomBits: fact('random bits of UUID version seven', 74, 'count', { title: 'RFC 9562, Universally Unique IDentifiers', url: 'https://www.rfc-editor.org/rfc/rfc9562', asOf: '2024-05', confidence: 'B' }),
    indexShare: assumption('share of an index that is not in memory when keys are random', interval(0.2, 0.6, 0.95), 'ratio', 'index several times larger than memory'),
    indexes: assumption('indexes keyed by the id', 2, 'count', 'primary key and one reference'),
    blockSize: assumption('numbers a block', 1000, 'count', 'seconds to minutes of work, little waste'),
    letters: assumption('letters of a short code', 7, 'count', 'fits on paper and in a message'),
    instances: assumption('instances that take blocks', interval(2, 4, 20), 'count', 'application processes'),
    refillShare: assumption('share of a block at which the next is taken', 0.2, 'ratio', 'the round trip is hidden'),
  },
  computed: [
    { id: 'rowRate', label: 'new rows at peak', unit: '1/s', formula: 'recordWritePeak + appendPeak', meaning: 'records and appended rows' },
    { id: 'coldPages', label: 'page reads a second with random keys', unit: '1/s', formula: 'rowRate * indexes * indexShare', meaning: 'with ordered keys: almost none' },
    { id: 'collision', label: 'chance of a collision in one millisecond', unit: 'ratio', formula: 'pow(rowRate * 0.001 * oneSecond, 2) / pow(2, uuidRandomBits + 1)', meaning: 'birthday bound' },
    { id: 'codeLetters', label: 'letters', unit: 'count', formula: 'letters', meaning: 'base62' },
    { id: 'codes', label: 'codes', unit: 'count', formula: 'pow(62, letters)', meaning: 'range of the permutation' },
    { id: 'block', label: 'block', unit: 'count', formula: 'blockSize', meaning: 'numbers' },
    { id: 'blockRate', label: 'blocks taken', unit: '1/s', formula: 'recordWritePeak / blockSize', meaning: 'writes on the block table' },
    { id: 'refillAt', label: 'refill at', unit: 'ratio', formula: 'refillShare', meaning: 'left of the block' },
    { id: 'lostShare', label: 'codes lost in a year', unit: 'ratio', formula: 'instances * 365 * blockSize / codes', meaning: 'one restart per instance and day' },
    { id: 'yearsOfCodes', label: 'range lasts', unit: 's', formula: 'codes / max(recordWriteMean, 0.000001 / oneSecond)', meaning: 'if every record write took a code' },
  ],
  tradeOff: 'Nobody waits for an id, {{coldPages}} of page reads are saved, and two ids of one millisecond meet with a chance of {{collision}}; the id tells when it was made, to everyone who sees it.',
  rejected: { alternative: 'random short codes with a retry on collision', because: 'the chance of a collision is the share of codes in use; and without a retry table under load the retries come when it is fullest' },
  edgeCase: { case: 'a clock jumps back: time-ordered ids are made for a moment that has ids already; uniqueness holds by the random part, order does not', cure: 'never read order of events from ids across machines; within a process keep the last time and count up' },
  snippet: { language: 'sql', code: `CREATE TABLE code_block (
  block_start bigint PRIMARY KEY,
  taken_by    text,
  taken_at    timestamptz
);
UPDATE code_block SET taken_by = $1, taken_at = now()
 WHERE block_start = (SELECT block_start FROM code_block WHERE taken_by IS NULL ORDER BY block_start LIMIT 1 FOR UPDATE SKIP LOCKED)
RETURNING block_start;

CREATE TABLE link (id uuid PRIMARY KEY DEFAULT uuidv7(), code text NOT NULL UNIQUE, target text NOT NULL);` },
  sources: [{ title: 'RFC 9562, Universally Unique IDentifiers', url: 'https://www.rfc-editor.org/rfc/rfc9562', asOf: '2024-05', confidence: 'B' }, { title: 'Twitter engineering, Announcing Snowflake', url: 'https://blog.x.com/engineering/en_us/a/2010/announcing-snowflake', asOf: '2010-06-01', confidence: 'B' }, { title: 'PostgreSQL 18 documentation, UUID Functions', url: 'https://www.postgresql.org/docs/18/functions-uuid.html', asOf: '2025-09-25', confidence: 'B' }],
});

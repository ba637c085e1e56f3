import type { KeyDesign } from '@archwright/model';

const cure = 'a copy of the value in each process for a second, and one flight a process for its misses; beyond that the key is held in several copies under salted tags, and readers pick one at random';
const id = '018f3c1e-7b2a-7c4d-9e5f-2a1b3c4d5e6f';

/** Records read one by one: cache-aside, deleted when they change, with an age limit below. */
export const recordKeys: readonly KeyDesign[] = [
  {
    id: 'record-<entity>', pattern: 'cache:v1:<tenant>:<entity>:{<id>}', type: 'string', holds: 'one row as JSON with its version; the key carries the version of the schema, so that a deploy never reads what it does not know',
    slot: 'the id alone: with the tenant in braces everything of a large tenant would be on one shard', sample: { id, tenant: 'b1f0c0de-0000-7000-8000-00000000002a' },
    write: ['SET <key> <filler> PX <milliseconds>'], read: ['GET <key>'],
    expires: { after: 'recordLife', because: 'the age an answer may reach where a deletion was lost' },
    keys: 'entityHotBytes / max(entityRowBytes, oneByte)', itemBytes: 'entityRowBytes + keyBytes', payload: 'entityRowBytes',
    hottest: { rate: 'entityReads * cacheableShare', share: 'hottestShare', cure },
    evictable: true, onLoss: 'the next read fetches it from its store and writes it again; a lost node sends its whole share of the reads to the store at once, so that misses must be coalesced',
  },
];

/** Lists: each change of a list begins a new generation, and the pages of older ones are left to expire. */
export const pageKeys: readonly KeyDesign[] = [
  {
    id: 'page-<entity>', pattern: 'page:v1:<tenant>:<entity>:{<list>}:<generation>:<page>', type: 'string', holds: 'one page of a list as JSON, as it was in that generation of the list',
    slot: 'the list: a reader takes its generation and the page from one shard', sample: { list: id, generation: '1796083200123', page: '0', tenant: 'b1f0c0de-0000-7000-8000-00000000002a' },
    write: ['SET <key> <filler> PX <milliseconds>'], read: ['GET generation:v1:<entity>:{<list>}', 'GET <key>'], together: ['generation:v1:<entity>:{<list>}'],
    expires: { after: 'recordLife', because: 'pages of older generations are never asked for again, and nobody deletes them' },
    keys: 'entityHotBytes / max(entityPageBytes, oneByte)', itemBytes: 'entityPageBytes + keyBytes', payload: 'entityPageBytes',
    hottest: { rate: 'entityReads * cacheableShare', share: 'hottestShare', cure },
    evictable: true, onLoss: 'the next reader of the list makes the page again from the store',
  },
  {
    id: 'generation-<entity>', pattern: 'generation:v1:<entity>:{<list>}', type: 'string', holds: 'when the list last changed, in milliseconds: part of the keys of its pages',
    slot: 'the list, as its pages', sample: { list: id },
    write: ['SET <key> 1796083200123 PX <milliseconds>'], read: ['GET <key>'],
    expires: { after: '2 * recordLife', because: 'longer than any page that carries it' },
    keys: 'entityHotBytes / max(entityPageBytes, oneByte)', itemBytes: 'smallKeyBytes',
    hottest: { rate: 'entityReads * cacheableShare', share: 'hottestShare', cure },
    evictable: true, onLoss: 'the next reader sets it to the present: pages of before are not found again, and one read more fills the new one',
  },
];

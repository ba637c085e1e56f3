import { assumption, fact, interval } from '@archwright/kernel';
import { defineMechanism } from '../define.ts';

export default defineMechanism({
  id: 'geo-index',
  name: 'Geo index by cells',
  problem: 'Finding what is near among {{movers}} moving things by comparing distances takes comparisons at {{naiveComparisons}}; an exact tree over them is rewritten at {{positionWrites}}.',
  when: { needs: ['geo'], formula: 'appendPeak', reason: 'queries ask what is near, among things that move; places that stay are served by the store’s own spatial index' },
  structure: 'The earth in hexagonal or square cells (H3, S2, geohash; a quadtree is the same idea with cells of unequal size); memory: cell → set of (id, latitude, longitude, seen_at), and id → cell. Cells of edge {{cellEdge}}, so that a search of radius {{searchRadius}} touches {{cellsPerSearch}}. The store keeps the last position per thing; history goes to the append store.',
  steps: [
    'A position arrives: compute its cell; same cell as before, only the coordinates change; another, move the id between two sets.',
    'Ignore positions older than the one held (compare the device’s time and sequence).',
    'A search takes the cells that cover the circle, reads their sets, computes exact distances, sorts, cuts.',
    'Too few results: widen ring by ring to a limit; too many: stop at the nearest ring that has enough.',
    'Things not seen for {{expiry}} leave the index.',
    'Shards hold whole coarse cells; a search that crosses a border asks two shards.',
  ],
  parameters: {
    reportSeconds: assumption('interval of position reports', interval(2, 5, 30), 's', 'battery against freshness'),
    searchShare: assumption('share of requests that search nearby', 0.3, 'ratio', 'the main read of such services'),
    radius: assumption('search radius in metres', 2000, 'count', 'a few minutes of driving in a city'),
    edge: fact('edge of an H3 cell of resolution 8 in metres', 531.4, 'count', { title: 'H3 documentation, tables of cell statistics', url: 'https://h3geo.org/docs/core-library/restable/', asOf: 'undated', confidence: 'B' }),
    entryBytes: assumption('memory of one entry', 120, 'B', 'id, coordinates, time and two hash entries'),
    staleFactor: assumption('intervals until a thing counts as gone', 6, 'count', 'several lost reports'),

    thingsPerCell: assumption('things in an occupied cell', interval(2, 20, 200), 'count', 'streets at night against a station square'),
    hottestCell: assumption('share of reads and writes on the busiest cell', interval(0.002, 0.01, 0.05), 'ratio', 'an airport or a stadium'),
    pointerBytes: assumption('memory of a thing’s pointer to its cell', interval(130, 190, 250), 'B', 'measured: key, cell and expiry'),
  },
  computed: [
    { id: 'movers', label: 'moving things', unit: 'count', formula: 'appendPeak * reportSeconds', meaning: 'in the index at peak: reports times their interval' },
    { id: 'positionWrites', label: 'positions', unit: '1/s', formula: 'appendPeak', meaning: 'updates in memory' },
    { id: 'nearbySearches', label: 'searches', unit: '1/s', formula: 'requestPeak * searchShare', meaning: 'at peak' },
    { id: 'naiveComparisons', label: 'comparisons without an index', unit: '1/s', formula: 'nearbySearches * movers', meaning: 'each search against each thing' },
    { id: 'cellEdge', label: 'cell edge in metres', unit: 'count', formula: 'edge', meaning: 'about a quarter of the radius' },
    { id: 'searchRadius', label: 'radius in metres', unit: 'count', formula: 'radius', meaning: 'of an ordinary search' },
    { id: 'rings', label: 'rings of cells', unit: 'count', formula: 'ceil(radius / (1.5 * edge))', meaning: 'ring spacing is at least one and a half edges' },
    { id: 'cellsPerSearch', label: 'cells a search', unit: 'count', formula: '1 + 3 * rings * (rings + 1)', meaning: 'a hexagon of that many rings' },
    { id: 'cellReads', label: 'cell reads', unit: '1/s', formula: 'nearbySearches * cellsPerSearch', meaning: 'pipelined: one round trip a search' },
    { id: 'indexMemory', label: 'memory', unit: 'B', formula: 'movers * entryBytes', meaning: 'fits one node up to tens of millions' },
    { id: 'expiry', label: 'gone after', unit: 's', formula: 'staleFactor * reportSeconds', meaning: 'without a report' },
  ],
  inMemory: [
    {
      id: 'cell', pattern: 'cell:{<cell>}', type: 'hash', holds: 'things in one cell, each with latitude, longitude and when it was seen',
      slot: 'the cell: a search asks several shards at once, each for its cells', sample: { cell: '881f1d4887fffff', thing: '018f3c1e-7b2a-7c4d-9e5f' },
      write: ['HSET <key> <thing>-<n> 52.520008,13.404954,1796083200', 'PEXPIRE <key> <milliseconds>'], read: ['HGETALL <key>'],
      expires: { after: 'expiry', because: 'a cell in which nothing reported for as long is empty' },
      keys: 'max(1, movers / thingsPerCell)', items: 'thingsPerCell', itemBytes: 'entryBytes',
      hottest: { rate: 'positionWrites + cellReads', share: 'hottestCell', cure: 'the busiest places get finer cells, one resolution down: a seventh of the things and of the reads each' },
      evictable: true, onLoss: 'every thing is back with its next report',
    },
    {
      id: 'place', pattern: 'place:{<thing>}', type: 'string', holds: 'the cell a thing is in, so that a move knows what to leave',
      slot: 'the thing: its old and new cell are on shards of their own, and the move is two commands', sample: { thing: '018f3c1e-7b2a-7c4d-9e5f-2a1b3c4d5e6f' },
      write: ['SET <key> 881f1d4887fffff PX <milliseconds>'], read: ['GET <key>'],
      expires: { after: 'expiry', because: 'without a report the thing is gone' },
      keys: 'max(1, movers)', itemBytes: 'pointerBytes',
      hottest: { rate: '2 * positionWrites', share: '1 / max(movers, 1)', cure: 'none: a thing reports for itself alone' },
      evictable: true, onLoss: 'the thing may stand in two cells until the old entry is seen to be older; a reader takes the newer',
    },
  ],
  tradeOff: 'A search reads {{cellsPerSearch}} small sets instead of {{movers}} things, and a move inside a cell costs nothing; the index is in memory ({{indexMemory}}) and is rebuilt from reports within {{expiry}} after a loss.',
  rejected: { alternative: 'a spatial tree in the relational store (GiST)', because: 'right for places that stay; index updates at {{positionWrites}} create dead rows faster than vacuum removes them' },
  edgeCase: { case: 'two points metres apart lie in different cells, and near the poles or the antimeridian a prefix of the code says nothing about nearness', cure: 'always search the neighbouring ring and let the exact distance decide; use the library’s neighbour function, never prefixes' },
  snippet: { language: 'sql', code: `-- places that stay: the relational store is enough (PostGIS)
CREATE INDEX place_location ON place USING gist (location);
SELECT id, ST_Distance(location, $1::geography) AS metres
  FROM place
 WHERE ST_DWithin(location, $1::geography, 2000)
 ORDER BY metres LIMIT 20;` },
  sources: [{ title: 'H3 documentation, tables of cell statistics', url: 'https://h3geo.org/docs/core-library/restable/', asOf: 'undated', confidence: 'B' }, { title: 'S2 Geometry documentation', url: 'https://s2geometry.io/', asOf: 'undated', confidence: 'B' }, { title: 'PostGIS manual, spatial indexes and ST_DWithin', url: 'https://postgis.net/docs/', asOf: 'undated', confidence: 'B' }],
});

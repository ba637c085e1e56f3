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

import { assumption, interval } from '@archwright/kernel';
import { defineMechanism } from '../define.ts';

export default defineMechanism({
  id: 'leaderboard-sorted-set',
  name: 'Leaderboard on a sorted set',
  problem: 'The rank of one player is the number of players with more points: a count over up to {{players}} rows; with reads at {{rankReads}}, rows are compared at {{comparedRows}}.',
  when: { needs: ['sorted-set'], formula: 'users', reason: 'ranks and neighbours by score' },
  structure: 'A sorted set per board and period in memory: member = player id, score = points with the tie-breaker in the low digits. The store keeps score_event(player_id, board_id, event_id unique, points, at) as the truth; sets are rebuilt from it.',
  steps: [
    'A result is checked by the server, inserted (unique event id), and its event updates the set.',
    'Update with a rule: best score (`GT`) or sum; repeated events have been stopped by the unique id.',
    'Tie-breaker: `score * 2^20 + (2^20 - minutes since the period began)`, so that the earlier of two equal scores ranks higher; within the exact integers of a double.',
    'Rank, top page and neighbours are {{steps}} comparisons each.',
    'Boards above {{splitAt}} members are split by score range; rank = members of the higher ranges + rank within.',
    'A period ends by renaming the set; the top is written to the store, the set expires.',
  ],
  parameters: {
    playersShare: assumption('share of users on the largest board', interval(0.2, 0.6, 1), 'ratio', 'global board of the season'),
    rankShare: assumption('share of record reads that ask for a rank', interval(0.1, 0.4, 0.9), 'ratio', 'the screen after each game'),
    memberBytes: assumption('memory of a member', interval(100, 140, 180), 'B', 'measured with ids of some thirty letters: hash entry, skip list node, id'),
    splitMembers: assumption('members from which a board is split', 50_000_000, 'count', 'one node’s memory and the time of a resynchronisation'),
    rebuildRate: assumption('members loaded a second', 200_000, '1/s', 'pipelined inserts on one core'),

    boardsHeld: assumption('boards of the largest size held at once', interval(1, 2, 4), 'count', 'the running period and the one before'),
    writesRanked: assumption('share of record writes that change a score', interval(0.2, 0.6, 1), 'ratio', 'the end of each game'),
  },
  computed: [
    { id: 'players', label: 'members of the largest board', unit: 'count', formula: 'users * playersShare', meaning: 'all who have a score' },
    { id: 'rankReads', label: 'rank reads at peak', unit: '1/s', formula: 'recordReadPeak * rankShare', meaning: 'rank, top and neighbours' },
    { id: 'comparedRows', label: 'rows compared by counting', unit: '1/s', formula: 'rankReads * players / 2', meaning: 'half the board on average' },
    { id: 'steps', label: 'comparisons in the sorted set', unit: 'count', formula: 'ceil(log2(max(players, 2)))', meaning: 'skip list' },
    { id: 'boardMemory', label: 'memory of the largest board', unit: 'B', formula: 'players * memberBytes', meaning: 'one copy' },
    { id: 'splitAt', label: 'split from', unit: 'count', formula: 'splitMembers', meaning: 'members' },
    { id: 'shards', label: 'score ranges', unit: 'count', formula: 'max(1, ceil(players / splitMembers))', meaning: 'usually one' },
    { id: 'rebuildTime', label: 'time to rebuild', unit: 's', formula: 'players / rebuildRate', meaning: 'after a loss, from the store' },
  ],
  inMemory: [
    {
      id: 'board', pattern: 'board:{<board>}:<period>', type: 'zset', holds: 'players by score, the tie-breaker in the low digits',
      slot: 'the board: a period ends by renaming one key to another of the same board', sample: { board: 'global', period: 'live', player: '018f3c1e-7b2a-7c4d-9e5f' },
      write: ['ZADD <key> GT CH 105<n> <player>-<n>'], read: ['ZREVRANK <key> <player>-000000000001', 'ZRANGE <key> 0 9 REV WITHSCORES'], together: ['board:{<board>}:final'],
      expires: { never: 'a running board has no end; when its period ends it is renamed, its top is written to the store, and only then it is given an expiry' },
      keys: 'boardsHeld', items: 'players', itemBytes: 'memberBytes',
      hottest: { rate: 'rankReads + recordWritePeak * writesRanked', share: '1', cure: 'the top page is held in each process for a second; ranks are read from replicas; beyond that the board is split by score range, and a rank is the members of the higher ranges and the rank within' },
      evictable: false, onLoss: 'the board is rebuilt from the score events of its period; until then ranks are marked as provisional',
    },
  ],
  tradeOff: 'A rank costs {{steps}} comparisons, for {{boardMemory}} of memory; the set may lose its last second on a failover and is then repaired from the events.',
  rejected: { alternative: 'an index on score in the relational store', because: 'it finds the top page at once, but counting above a player in the middle walks {{players}} entries; enough for boards that show only the top' },
  edgeCase: { case: 'a cheater’s score is removed after the season has ended: ranks that were shown and prizes given were computed with it', cure: 'the final board is computed from score events marked valid, and frozen after an appeal period; live boards are labelled provisional' },
  snippet: { language: 'text', code: `ZADD board:2027-w01 GT CH 1050624 player:42   # composite score
ZREVRANK board:2027-w01 player:42             # rank, from zero
ZREVRANGE board:2027-w01 0 9 WITHSCORES       # top ten` },
  sources: [{ title: 'Redis documentation, sorted sets', url: 'https://redis.io/docs/latest/develop/data-types/sorted-sets/', asOf: 'undated', confidence: 'B' }, { title: 'W. Pugh, Skip lists: a probabilistic alternative to balanced trees', url: 'https://doi.org/10.1145/78973.78977', asOf: '1990-06', confidence: 'B' }],
});

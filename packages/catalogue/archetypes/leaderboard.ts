import { assumption, exactly, interval, SECONDS_PER_DAY, type Source } from '@archwright/kernel';
import { defineArchetype } from '../define.ts';

const booknotes: Source = {
  title: 'System Design Interview notes, chapter 26: gaming leaderboard', url: 'https://github.com/preslavmihaylov/booknotes/blob/e82ff15/system-design/system-design-interview/chapter26/README.md', asOf: '2025-03-01', confidence: 'C', note: 'exercise: 5M daily players, 10 games a day, 500 updates/s, 25M entries of 26 bytes',
};
const redisSets: Source = { title: 'Redis documentation, sorted sets', url: 'https://redis.io/docs/latest/develop/data-types/sorted-sets/', asOf: 'undated', confidence: 'A' };

export default defineArchetype({
  id: 'leaderboard', name: 'Real-time leaderboard', context: 'Leaderboards',
  summary: 'accepts scores from trusted game servers, keeps a ranked set per board and season, and answers who leads and where a player stands',
  triggers: {
    strong: ['leaderboard', 'high score', 'high-score', 'game score', 'top player', 'player ranking', 'score ranking', 'ranking system', 'scoreboard'],
    weak: ['season', 'tournament', 'rank', 'score', 'player', 'top 10', 'top 100', 'match'],
    exclude: ['search ranking', 'page rank', 'credit score'],
    signs: [
      ['quiz|trivia|contest|race|game show|competition', 'ranking|ranked|scoreboard|standing|league table|leader', 'answer|question|guess|point|score|finish|play'],
      ['point|score|result|lap|time', 'collect|earn|gain|win|get|make', 'stand|position|rank|place|ranking|standing|best|ahead'],
      ['weekly|monthly|daily|seasonal|national|global|yearly', 'ranking|standing|rank|league table', 'player|runner|team|driver|rider|gamer|team|friend|athlete|member'],
    ],
    facets: [
      { must: 3, need: 5, groups: ['most|top|best|rank|ahead|standing|ranking|lead|place|first', 'point|score|tick|species|kilometre|collect|solve|win|catch|result|lap|metre|length|fish|goal|weight|time', 'nationwide|county|class|school|friend|world|club|country|league|region|weekly|season|lake|table|any time', 'moment|second|live|see|at once|current|immediately|everybody|at any time|any time', '@person|birdwatcher'] },
      { must: 4, need: 4, groups: ['point|score|kilometre|mile|lap|medal|trophy|step|metre|win|puzzle|catch|badge|distance|time', 'collect|earn|gain|compete|competition|race|play|solve|contest|challenge|win|level', 'stand|rank|standing|top|above|below|ahead|behind|ranking|best', 'see|show|everybody|class|school|friend|country|world|weekly|neighbour|league|at any'] },
    ],
  },
  entities: [
    {
      name: 'Player', purpose: 'public name of a player as boards show it; the account lives with identity', rowBytes: 250, store: 'record', alsoCalled: ['runner', 'cyclist', 'rider', 'athlete', 'driver'], perUser: 1,
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'displayName', type: 'text', classification: 'pii' }, { name: 'country', type: 'text', nullable: true },
        { name: 'avatarUrl', type: 'text', nullable: true }, { name: 'hidden', type: 'boolean' }, { name: 'createdAt', type: 'timestamptz' },
      ],
    },
    {
      name: 'Board', purpose: 'what is ranked and how: metric, direction, tie-break, window', rowBytes: 500, store: 'record', alsoCalled: ['ranking', 'game', 'league'], createdBy: 'create-board',
      fields: [
        { name: 'id', type: 'text', key: true }, { name: 'title', type: 'text' }, { name: 'metric', type: 'text' }, { name: 'direction', type: 'text', values: ['descending', 'ascending'] },
        { name: 'tieBreak', type: 'text', values: ['earliest', 'latest', 'shared'] }, { name: 'scope', type: 'text', values: ['global', 'regional', 'friends'] },
        { name: 'createdAt', type: 'timestamptz' },
      ],
    },
    {
      name: 'Season', purpose: 'a period of one board with an opening and a closing instant', rowBytes: 400, store: 'record', createdBy: 'create-season',
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'boardId', type: 'text', references: 'Board.id' }, { name: 'startsAt', type: 'timestamptz' }, { name: 'endsAt', type: 'timestamptz' },
        { name: 'state', type: 'text', values: ['planned', 'open', 'frozen', 'settled'] }, { name: 'rewardRules', type: 'jsonb' },
      ],
    },
    {
      name: 'ScoreEvent', purpose: 'every accepted score, once per match and player; the instant comes from the signed result, so a retry meets the same key. The ranked set is rebuilt from it', rowBytes: 140, store: 'journal', alsoCalled: ['point', 'score', 'result', 'lap'], createdBy: 'submit-score', retentionDays: 180,
      fields: [
        { name: 'matchId', type: 'uuid', key: true }, { name: 'playerId', type: 'uuid', key: true, references: 'Player.id' },
        { name: 'seasonId', type: 'uuid', key: true, references: 'Season.id' }, { name: 'finishedAt', type: 'timestamptz', key: true }, { name: 'points', type: 'bigint' },
        { name: 'signature', type: 'text', classification: 'internal' },
      ],
    },
    {
      name: 'BoardEntry', purpose: 'best or total score of a player in a season; the durable twin of the ranked set in memory', rowBytes: 90, store: 'record', perUser: 2,
      fields: [
        { name: 'seasonId', type: 'uuid', key: true, references: 'Season.id' }, { name: 'playerId', type: 'uuid', key: true, references: 'Player.id' }, { name: 'score', type: 'bigint' },
        { name: 'reachedAt', type: 'timestamptz' }, { name: 'version', type: 'int' },
      ],
    },
    {
      name: 'SeasonStanding', purpose: 'final rank of a player when the season closed; never changes afterwards', rowBytes: 90, store: 'record', perUser: 1,
      fields: [
        { name: 'seasonId', type: 'uuid', key: true, references: 'Season.id' }, { name: 'playerId', type: 'uuid', key: true, references: 'Player.id' }, { name: 'finalRank', type: 'bigint' },
        { name: 'score', type: 'bigint' }, { name: 'settledAt', type: 'timestamptz' },
      ],
    },
    {
      name: 'Reward', purpose: 'what a player earned at the close, paid out exactly once', rowBytes: 160, store: 'record', perUser: 0.1,
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'seasonId', type: 'uuid', references: 'Season.id' }, { name: 'playerId', type: 'uuid', references: 'Player.id' },
        { name: 'kind', type: 'text' }, { name: 'quantity', type: 'bigint' }, { name: 'state', type: 'text', values: ['pending', 'granted', 'failed'] },
        { name: 'grantedAt', type: 'timestamptz', nullable: true },
      ],
    },
  ],
  // Shares follow a player who finishes ten games a day, looks at the top three times and at the own surroundings after every fourth game.
  operations: [
    {
      id: 'submit-score', summary: 'Record the score of a finished match', actor: 'game server',
      method: 'POST', path: '/seasons/{seasonId}/scores', kind: 'write', share: 0.52724214, requestBytes: 250, responseBytes: 60, latencyP99Ms: 200, entity: 'ScoreEvent',
      idempotent: true, synonyms: ['submit score', 'score', 'update score', 'record score', 'post score', 'send score', 'play game', 'finish match', 'score update', 'complete game'],
      body: [
        { name: 'matchId', type: 'uuid' }, { name: 'playerId', type: 'uuid' }, { name: 'points', type: 'bigint' }, { name: 'finishedAt', type: 'timestamptz' },
        { name: 'signature', type: 'text' },
      ],
      example: { matchId: '0192f0c2-0d6e-7a31-8f10-22d4c0a1b7e9', playerId: '0192f0c2-3b9a-7c55-9a02-6b1f5c8d0e42', points: 1_840, finishedAt: '2026-03-14T20:11:05Z', signature: 'ed25519:mP0c8Yk' },
    },
    {
      id: 'list-top', summary: 'List the leaders of a board', actor: 'player',
      method: 'GET', path: '/seasons/{seasonId}/top', kind: 'read', share: 0.168, requestBytes: 80, responseBytes: 4_000, latencyP99Ms: 150, entity: 'BoardEntry',
      list: true, synonyms: ['view leaderboard', 'read leaderboard', 'list top player', 'show top', 'see ranking', 'load leaderboard', 'fetch top'],
    },
    {
      id: 'list-around-player', summary: 'List the entries just above and below a player', actor: 'player',
      method: 'GET', path: '/seasons/{seasonId}/players/{playerId}/neighbours', kind: 'read', share: 0.126, requestBytes: 80, responseBytes: 1_500, latencyP99Ms: 150, entity: 'BoardEntry',
      synonyms: ['view rank', 'see position', 'show nearby player', 'view surrounding'],
    },
    {
      id: 'get-rank', summary: 'Tell the rank of one player', actor: 'player',
      method: 'GET', path: '/seasons/{seasonId}/players/{playerId}/rank', kind: 'read', share: 0.0421, requestBytes: 80, responseBytes: 120, latencyP99Ms: 120, entity: 'BoardEntry',
      synonyms: ['get rank', 'check rank', 'query rank', 'look up rank'],
    },
    {
      id: 'follow-top', summary: 'Follow changes among the leaders live', actor: 'player',
      method: 'STREAM', path: '/seasons/{seasonId}/top/updates', kind: 'stream', share: 0.105, requestBytes: 40, responseBytes: 300, latencyP99Ms: 1_000, entity: 'BoardEntry',
      synonyms: ['follow leaderboard', 'watch leaderboard', 'live leaderboard'],
    },
    {
      id: 'get-standings', summary: 'List final standings of a closed season', actor: 'player',
      method: 'GET', path: '/seasons/{seasonId}/standings', kind: 'read', share: 0.0105, requestBytes: 80, responseBytes: 6_000, latencyP99Ms: 400, entity: 'SeasonStanding',
      list: true, synonyms: ['view standing', 'view past season', 'view result'],
    },
    {
      id: 'list-boards', summary: 'List boards with their open season', actor: 'player',
      method: 'GET', path: '/boards', kind: 'read', share: 0.0211, requestBytes: 80, responseBytes: 2_000, latencyP99Ms: 200, entity: 'Board',
      list: true, synonyms: ['list board', 'list leaderboard', 'browse leaderboard'],
    },
    {
      id: 'create-board', summary: 'Create a board', actor: 'game operator',
      method: 'POST', path: '/boards', kind: 'write', share: 0.00000526, requestBytes: 400, responseBytes: 300, latencyP99Ms: 500, entity: 'Board',
      idempotent: true, synonyms: ['create board', 'create leaderboard'],
      body: [
        { name: 'id', type: 'text' }, { name: 'title', type: 'text' }, { name: 'metric', type: 'text' }, { name: 'direction', type: 'text', values: ['descending', 'ascending'] },
        { name: 'tieBreak', type: 'text', values: ['earliest', 'latest', 'shared'] }, { name: 'scope', type: 'text', values: ['global', 'regional', 'friends'] },
      ],
      example: { id: 'duels-eu', title: 'Duels, Europe', metric: 'points', direction: 'descending', tieBreak: 'earliest', scope: 'regional' },
    },
    {
      id: 'create-season', summary: 'Plan the next season of a board', actor: 'game operator',
      method: 'POST', path: '/boards/{boardId}/seasons', kind: 'write', share: 0.0000263, requestBytes: 800, responseBytes: 300, latencyP99Ms: 500, entity: 'Season',
      idempotent: true, synonyms: ['create season', 'start tournament', 'start season'],
      body: [{ name: 'startsAt', type: 'timestamptz' }, { name: 'endsAt', type: 'timestamptz' }, { name: 'rewardRules', type: 'jsonb' }],
      example: { startsAt: '2026-04-01T00:00:00Z', endsAt: '2026-04-30T23:59:59Z', rewardRules: { top: [{ upToRank: 10, kind: 'gold_chest', quantity: 1 }] } },
    },
    {
      id: 'void-score', summary: 'Remove the scores of a cheating player', actor: 'game operator',
      method: 'DELETE', path: '/seasons/{seasonId}/players/{playerId}', kind: 'write', share: 0.0000263, requestBytes: 100, responseBytes: 50, latencyP99Ms: 500, entity: 'BoardEntry',
      idempotent: true, synonyms: ['remove score', 'ban player', 'delete score'],
    },
  ],
  mainOperation: 'submit-score',
  flows: [
    {
      id: 'submit-score', title: 'A finished match changes a rank', operation: 'submit-score', mode: 'sync',
      steps: [
        { from: 'client', to: 'api', action: 'the game server posts the signed score with the match id' },
        { from: 'api', to: 'append-store', action: 'appends the score unless this match and player are already there' },
        { from: 'api', to: 'cache', action: 'raises the member in the ranked set of the season, with the instant as tie-break' },
        { from: 'api', to: 'client', action: 'returns the new score and rank' },
      ],
    },
    {
      id: 'persist-entry', title: 'The durable board follows the ranked set', operation: 'submit-score', mode: 'async',
      steps: [
        { from: 'append-store', to: 'worker', action: 'hands over new score events in batches' },
        { from: 'worker', to: 'primary-store', action: 'upserts one row per player and season with the batch total' },
      ],
    },
    {
      id: 'read-around', title: 'A player sees the surroundings', operation: 'list-around-player', mode: 'sync',
      steps: [
        { from: 'client', to: 'api', action: 'asks for the entries around a player' },
        { from: 'api', to: 'cache', action: 'reads the rank, then the range around it' },
        { from: 'api', to: 'primary-store', action: 'reads display names missing in the name cache' },
        { from: 'api', to: 'client', action: 'returns ranks, names and scores' },
      ],
    },
    {
      id: 'rebuild', title: 'The ranked set is lost and comes back', mode: 'batch',
      steps: [
        { from: 'worker', to: 'primary-store', action: 'streams the entries of each open season' },
        { from: 'worker', to: 'cache', action: 'loads them in pipelined batches under a new key' },
        { from: 'worker', to: 'append-store', action: 'replays scores newer than the last stored batch' },
        { from: 'worker', to: 'cache', action: 'swaps the key once it has caught up' },
      ],
    },
    {
      id: 'close-season', title: 'A season ends and rewards go out', operation: 'create-season', mode: 'batch',
      steps: [
        { from: 'worker', to: 'primary-store', action: 'takes the season lease and freezes the season at its closing instant' },
        { from: 'worker', to: 'append-store', action: 'waits for late scores within the grace time and recomputes the totals' },
        { from: 'worker', to: 'primary-store', action: 'writes final standings and pending rewards in one transaction per page' },
        { from: 'worker', to: 'external:game-backend', action: 'grants each reward with its id as idempotency key' },
      ],
    },
  ],
  accessPatterns: [
    { id: 'top-of-season', entity: 'BoardEntry', purpose: 'leaders of a board', by: ['seasonId', 'score'], order: 'score desc', kind: 'rank', operation: 'list-top' },
    { id: 'entry-of-player', entity: 'BoardEntry', purpose: 'rank and surroundings of one player', by: ['seasonId', 'playerId'], kind: 'rank', operation: 'list-around-player' },
    { id: 'score-of-match', entity: 'ScoreEvent', purpose: 'refuse a match that was counted', by: ['matchId', 'playerId', 'seasonId'], kind: 'lookup', operation: 'submit-score' },
    { id: 'scores-of-player', entity: 'ScoreEvent', purpose: 'cheat review of one player', by: ['playerId', 'finishedAt'], order: 'finishedAt desc', kind: 'range' },
    { id: 'standings-of-season', entity: 'SeasonStanding', purpose: 'final table page by page', by: ['seasonId', 'finalRank'], order: 'finalRank asc', kind: 'range', operation: 'get-standings' },
    { id: 'seasons-due', entity: 'Season', purpose: 'seasons to freeze', by: ['state', 'endsAt'], order: 'endsAt asc', kind: 'queue' },
    { id: 'pending-rewards', entity: 'Reward', purpose: 'rewards not yet granted', by: ['state', 'seasonId'], kind: 'queue' },
  ],
  events: [
    { name: 'ScoreAccepted', when: 'a match was counted for the first time', entity: 'ScoreEvent', consumers: ['entry writer', 'live board', 'cheat detection'] },
    { name: 'LeadersChanged', when: 'somebody entered or left the shown top', entity: 'BoardEntry', consumers: ['live board'] },
    { name: 'SeasonSettled', when: 'final standings were written', entity: 'Season', consumers: ['rewards', 'notifications'] },
  ],
  externals: [
    { id: 'game-backend', name: 'Game inventory', purpose: 'credits rewards to the player', providers: ['own game backend', 'PlayFab', 'Nakama'], timeoutMs: 3_000, share: 0.01 },
  ],
  consistency: [
    { scope: 'score', need: 'counted once per match and player, by a unique key', why: 'a retry or a replayed packet must not win a tournament' },
    { scope: 'rank', need: 'eventual, within a second', why: 'a shown rank is stale as soon as the next match ends' },
    { scope: 'own rank', need: 'read-your-writes, from the answer of the submission', why: 'a player checks the effect of the match at once' },
    { scope: 'final standings', need: 'strong at the close, recomputed from the events', why: 'rewards have value and are disputed' },
  ],
  needs: ['in-memory', 'sorted-set', 'append-heavy', 'unique-constraint', 'point-read', 'transactions'],
  defaults: [
    { key: 'retention', subject: 'score-event', value: interval(90 * SECONDS_PER_DAY, 180 * SECONDS_PER_DAY, 400 * SECONDS_PER_DAY), unit: 's', reason: 'two seasons of evidence for cheat reviews and rebuilds' },
    { key: 'duration', subject: 'season', value: interval(7 * SECONDS_PER_DAY, 30 * SECONDS_PER_DAY, 90 * SECONDS_PER_DAY), unit: 's', reason: 'a month is the usual season of a mobile game' },
    { key: 'latency', subject: 'submit-score', value: interval(0.1, 0.2, 0.5), unit: 's', reason: 'shown on the result screen while the animation runs' },
    { key: 'population', subject: 'board', value: interval(1, 10, 100), unit: 'count', reason: 'global, a few regions, daily and weekly variants' },
    { key: 'size', subject: 'board-entry', value: exactly(26), unit: 'B', reason: 'a 24-character id and a 16-bit score; real structures in memory take three to four times that', source: booknotes },
  ],
  operationsPerUserPerDay: assumption('requests and pushes per daily player', interval(8, 19, 40), 'count', 'ten games a day as in the published exercise, and about as many looks at the board'),
  peakFactor: assumption('peak ÷ mean of score updates', interval(3, 5, 20), 'ratio', 'the published exercise takes 5 for evening play; the last minutes of a tournament reach 20'),
  jobs: {
    perMainOperation: assumption('jobs per score', interval(0.05, 0.2, 1), 'count', 'entries are written in batches, live pushes are coalesced per second'),
    seconds: assumption('seconds a job holds a worker', interval(0.01, 0.05, 0.2), 's', 'one multi-row upsert'),
    bytes: assumption('job message', interval(100, 200, 500), 'B', 'season, player and score'),
  },
  risks: [
    { risk: 'the memory of ranks is lost and every board is empty', failureModes: ['cache-down'] },
    { risk: 'one global board is a single key that one core serves', failureModes: ['hot-key'] },
    { risk: 'scores are forged because the client signs them or a server key leaks', failureModes: ['credential-leak'] },
    { risk: 'two workers close the same season and rewards are granted twice', failureModes: ['cron-overlap', 'duplicate-delivery'] },
    { risk: 'a wrong rule corrupts scores and must be recomputed from events', failureModes: ['data-corruption'] },
  ],
  mechanisms: ['leaderboard-sorted-set', 'deduplication-window', 'exactly-once-effects', 'leased-scheduler', 'idempotency-key', 'request-coalescing', 'partition-key-salting', 'cursor-pagination', 'time-partitioned-tables'],
  questions: [
    { id: 'score-rate', question: 'How many scores arrive a day, and in the busiest minute?', default: '50,000 a day', changes: 'whether one ranked set carries it or scores are spread over several', key: 'volume', subject: 'submit-score', priority: 1 },
    { id: 'entries', question: 'How many players does the largest board rank?', default: '100,000', changes: 'memory for the ranked set', key: 'population', subject: 'player', priority: 1 },
    { id: 'tail', question: 'Must every shown rank be exact at once, or may it lag a second and be a percentile outside the top thousand?', default: 'eventual', changes: 'exact ranks for all keep one set on one node; percentiles allow splitting by score range', key: 'consistency', subject: 'rank', priority: 2 },
    { id: 'boards', question: 'How many boards exist at once (regions, friends, daily)?', default: '10', changes: 'each score is written once per board it counts for', key: 'population', subject: 'board', priority: 3 },
    { id: 'live', question: 'Must open boards move by themselves, or is a refresh enough?', default: 'refresh, top ten live', changes: 'connections held open', key: 'capability', subject: 'real-time', priority: 3 },
    { id: 'evidence', question: 'How long must single scores be kept?', default: '180 days', changes: 'storage, and how far back a board can be recomputed', key: 'retention', subject: 'score-event', priority: 4 },
  ],
  nonGoals: [
    'matchmaking and skill rating',
    'game simulation and cheat detection itself',
    'friends graph',
  ],
  sources: [booknotes, redisSets],
});

import { assumption, interval, SECONDS_PER_DAY, type Source } from '@archwright/kernel';
import { defineArchetype } from '../define.ts';

const primerTwitter: Source = { title: 'System Design Primer: Twitter', url: 'https://github.com/donnemartin/system-design-primer/blob/ae9bbd7/solutions/system_design/twitter/README.md', asOf: '2026-03-19', confidence: 'C', note: '100,000 reads, 6,000 posts and 60,000 fan-out deliveries a second; 10 KB a post with media' };

export default defineArchetype({
  id: 'social-feed', name: 'Social feed', context: 'Feed',
  summary: 'people follow people, post short items, and open a feed of what those they follow posted; reactions and comments outnumber posts',
  triggers: {
    strong: ['social network', 'social media', 'news feed', 'timeline', 'twitter-like', 'instagram-like', 'followers', 'activity feed', 'social app', 'community platform', 'twitter', 'tweet', 'tweets', 'instagram', 'facebook feed', 'newsfeed', 'reddit', 'mastodon', 'threads app', 'linkedin feed'],
    weak: ['like', 'comment', 'share', 'post', 'follow', 'feed', 'profile', 'friend'],
    exclude: ['chat only', 'rss feed'],
    signs: [
      ['follow|subscribe to', 'show|channel|author|creator|artist|podcaster|blogger|seller', 'listener|reader|viewer|fan|user|audience'],
      ['put|publish|share|post|show|upload', 'picture|photo|video|story|update|recipe|poem|route|what they', 'follow|admire|friend|fan|like'],
    ],
    facets: [
      { must: 3, need: 4, groups: ['put up|post|share|show|upload|publish|show off|put out', 'photo|picture|post|story|video|poem|sketch|update|drawing|what they|layout|work|model|they built|loaf|climb|record', 'subscribe to|follow|fan|those one likes|befriend|pick other|they like|one likes|likes|each other\'s', 'morning|new|newest|scroll|open|latest|comment|cheer|last|thumbs up|remark|what these'] },
      { must: 3, need: 3, groups: ['post|share|publish|show|put up|upload|put', 'follow one another|follow each other|people who follow|who follow|follower|they follow|follow people|follow friend|follow them', 'see|scroll|open|feed|top|newest|cheer|like|comment|look'] },
    ],
  },
  entities: [
    {
      name: 'Profile', purpose: 'the public face of a person, with counts that may lag', store: 'record', alsoCalled: ['climber', 'knitter', 'listener', 'fan', 'podcaster'], rowBytes: 800, perUser: 1,
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'handle', type: 'text', unique: true, classification: 'pii' },
        { name: 'displayName', type: 'text', classification: 'pii' }, { name: 'biography', type: 'text', nullable: true, classification: 'pii' },
        { name: 'followerCount', type: 'bigint' }, { name: 'visibility', type: 'text', values: ['public', 'followers', 'suspended'] },
        { name: 'createdAt', type: 'timestamptz' },
      ],
    },
    {
      name: 'Follow', purpose: 'who sees whose posts', store: 'record', alsoCalled: ['follower'], rowBytes: 60, perUser: 80,
      fields: [
        { name: 'followerId', type: 'uuid', key: true, references: 'Profile.id' },
        { name: 'followeeId', type: 'uuid', key: true, references: 'Profile.id' }, { name: 'createdAt', type: 'timestamptz' },
      ],
    },
    {
      name: 'Post', purpose: 'what someone said; its id is ordered by time', store: 'record', alsoCalled: ['picture', 'photo', 'route', 'story', 'recipe', 'video'], rowBytes: 700, createdBy: 'create-post', rowsPerOperation: 1,
      fields: [
        { name: 'id', type: 'bigint', key: true }, { name: 'authorId', type: 'uuid', references: 'Profile.id' },
        { name: 'text', type: 'text', classification: 'pii' }, { name: 'mediaKeys', type: 'text[]' },
        { name: 'visibility', type: 'text', values: ['public', 'followers', 'removed'] }, { name: 'reactionCount', type: 'bigint' },
        { name: 'commentCount', type: 'bigint' }, { name: 'createdAt', type: 'timestamptz' },
      ],
    },
    {
      name: 'FeedEntry', purpose: 'a post’s place in one reader’s feed; derived, capped, and rebuilt from follows and posts when lost', store: 'record', rowBytes: 40, createdBy: 'create-post', rowsPerOperation: 60, retentionDays: 14,
      fields: [
        { name: 'readerId', type: 'uuid', key: true, references: 'Profile.id' }, { name: 'postId', type: 'bigint', key: true, references: 'Post.id' },
        { name: 'score', type: 'double precision' },
      ],
    },
    {
      name: 'Reaction', purpose: 'one person’s reaction to one post', store: 'record', rowBytes: 50, createdBy: 'react-to-post', rowsPerOperation: 0.9,
      fields: [
        { name: 'postId', type: 'bigint', key: true, references: 'Post.id' },
        { name: 'profileId', type: 'uuid', key: true, references: 'Profile.id' }, { name: 'kind', type: 'smallint' },
        { name: 'createdAt', type: 'timestamptz' },
      ],
    },
    {
      name: 'Comment', purpose: 'an answer below a post', store: 'record', rowBytes: 400, createdBy: 'comment-on-post', rowsPerOperation: 1,
      fields: [
        { name: 'id', type: 'bigint', key: true }, { name: 'postId', type: 'bigint', references: 'Post.id' },
        { name: 'authorId', type: 'uuid', references: 'Profile.id' }, { name: 'parentId', type: 'bigint', nullable: true, references: 'Comment.id' },
        { name: 'text', type: 'text', classification: 'pii' }, { name: 'createdAt', type: 'timestamptz' },
      ],
    },
    {
      name: 'PostMedia', purpose: 'a picture or clip of a post', store: 'blob', rowBytes: 300_000, createdBy: 'create-post', rowsPerOperation: 0.4,
      fields: [
        { name: 'objectKey', type: 'text', key: true }, { name: 'postId', type: 'bigint', nullable: true, references: 'Post.id' },
        { name: 'ownerId', type: 'uuid', references: 'Profile.id' }, { name: 'mediaType', type: 'text' }, { name: 'sizeBytes', type: 'bigint' },
        { name: 'state', type: 'text', values: ['uploading', 'ready', 'rejected'] },
      ],
    },
    {
      name: 'ModerationCase', purpose: 'a report or an automatic suspicion, its decision and the reason given', store: 'record', rowBytes: 600, createdBy: 'report-post', rowsPerOperation: 1, retentionDays: 730,
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'postId', type: 'bigint', references: 'Post.id' },
        { name: 'reporterId', type: 'uuid', nullable: true, references: 'Profile.id' }, { name: 'reason', type: 'text' },
        { name: 'state', type: 'text', values: ['open', 'kept', 'restricted', 'removed', 'appealed'] }, { name: 'openedAt', type: 'timestamptz' },
        { name: 'decidedAt', type: 'timestamptz', nullable: true },
      ],
    },
  ],
  operations: [
    {
      id: 'get-feed', summary: 'Show the newest or best of those one follows', actor: 'user', method: 'GET', path: '/feed', kind: 'read', share: 0.45,
      requestBytes: 100, responseBytes: 30_000, latencyP99Ms: 500, entity: 'FeedEntry', list: true,
      synonyms: ['view feed', 'read feed', 'open feed', 'view timeline', 'scroll feed', 'load timeline', 'browse feed', 'refresh feed'],
    },
    {
      id: 'get-post', summary: 'Show one post', actor: 'user', method: 'GET', path: '/posts/{postId}', kind: 'read', share: 0.15,
      requestBytes: 100, responseBytes: 4_000, latencyP99Ms: 300, entity: 'Post',
      synonyms: ['view post', 'read post', 'open post', 'view photo'],
    },
    {
      id: 'list-profile-posts', summary: 'Page through what one person posted', actor: 'user', method: 'GET', path: '/profiles/{profileId}/posts', kind: 'read', share: 0.12,
      requestBytes: 100, responseBytes: 25_000, latencyP99Ms: 400, entity: 'Post', list: true,
      synonyms: ['view profile', 'browse profile', 'list post', 'view user post'],
    },
    {
      id: 'create-post', summary: 'Publish a post', actor: 'user', method: 'POST', path: '/posts', kind: 'write', share: 0.03,
      requestBytes: 1_200, responseBytes: 800, latencyP99Ms: 600, entity: 'Post', idempotent: true,
      synonyms: ['create post', 'publish post', 'post', 'tweet', 'share photo', 'share update', 'post photo', 'post update', 'upload photo', 'share content'],
      body: [{ name: 'text', type: 'text', classification: 'pii' }, { name: 'mediaKeys', type: 'text[]', nullable: true }, { name: 'visibility', type: 'text', values: ['public', 'followers'] }],
      example: { text: 'First frost on the allotment this morning.', mediaKeys: ['m/0197a6/frost.webp'], visibility: 'public' },
    },
    {
      id: 'react-to-post', summary: 'Set or change one’s reaction', actor: 'user', method: 'PUT', path: '/posts/{postId}/reaction', kind: 'write', share: 0.15,
      requestBytes: 60, responseBytes: 30, latencyP99Ms: 300, entity: 'Reaction', idempotent: true,
      synonyms: ['like post', 'react to post', 'like', 'upvote post', 'like photo'],
      body: [{ name: 'kind', type: 'smallint' }], example: { kind: 1 },
    },
    {
      id: 'comment-on-post', summary: 'Comment on a post', actor: 'user', method: 'POST', path: '/posts/{postId}/comments', kind: 'write', share: 0.039,
      requestBytes: 500, responseBytes: 400, latencyP99Ms: 400, entity: 'Comment', idempotent: true,
      synonyms: ['comment on post', 'write comment', 'add comment', 'reply to post', 'comment'],
      body: [{ name: 'text', type: 'text', classification: 'pii' }, { name: 'parentId', type: 'bigint', nullable: true, references: 'Comment.id' }], example: { text: 'Ours too, the dahlias are gone.' },
    },
    {
      id: 'follow-profile', summary: 'Follow someone', actor: 'user', method: 'PUT', path: '/follows/{profileId}', kind: 'write', share: 0.02,
      requestBytes: 80, responseBytes: 30, latencyP99Ms: 300, entity: 'Follow', idempotent: true,
      synonyms: ['follow user', 'follow profile', 'add friend', 'connect with user', 'subscribe to user'], body: [],
    },
    {
      id: 'search-profiles', summary: 'Find people and posts', actor: 'user', method: 'GET', path: '/search', kind: 'read', share: 0.04,
      requestBytes: 150, responseBytes: 15_000, latencyP99Ms: 600, entity: 'Profile', list: true,
      synonyms: ['search user', 'find friend', 'search post', 'discover people', 'search hashtag'],
    },
    {
      id: 'report-post', summary: 'Report a post to the moderators', actor: 'user', method: 'POST', path: '/posts/{postId}/reports', kind: 'write', share: 0.001,
      requestBytes: 300, responseBytes: 100, latencyP99Ms: 600, entity: 'ModerationCase', asynchronous: true,
      synonyms: ['report post', 'flag post', 'moderate content', 'report abuse'],
      body: [{ name: 'reason', type: 'text' }], example: { reason: 'harassment' },
    },
  ],
  mainOperation: 'create-post',
  flows: [
    {
      id: 'publish-post', title: 'Publish a post', operation: 'create-post', mode: 'sync',
      steps: [
        { from: 'client', to: 'api', action: 'POST the post; its media are already in the object store' },
        { from: 'api', to: 'primary-store', action: 'insert post and outbox row in one transaction' },
        { from: 'api', to: 'cache', action: 'put it first in the author’s own feed' },
        { from: 'api', to: 'client', action: 'answer the post' },
      ],
    },
    {
      id: 'fan-out-post', title: 'Place it in followers’ feeds', operation: 'create-post', mode: 'async',
      steps: [
        { from: 'worker', to: 'queue', action: 'split the followers into chunks of a thousand; authors above the follower limit are left to be merged when feeds are read' },
        { from: 'queue', to: 'worker', action: 'lease one chunk' },
        { from: 'worker', to: 'primary-store', action: 'read the follower ids of the chunk in key order' },
        { from: 'worker', to: 'cache', action: 'push the post id into feeds of readers active this month, cutting each at 500' },
      ],
    },
    {
      id: 'read-feed', title: 'Read the feed', operation: 'get-feed', mode: 'sync',
      steps: [
        { from: 'client', to: 'api', action: 'GET the feed with the last score seen' },
        { from: 'api', to: 'cache', action: 'read post ids of the reader’s feed; a missing feed is rebuilt from follows' },
        { from: 'api', to: 'cache', action: 'merge the latest of the big authors the reader follows, and load the posts in one batch' },
        { from: 'api', to: 'client', action: 'answer a page without posts that were removed or that the reader may not see' },
      ],
    },
    {
      id: 'count-reactions', title: 'Count reactions', operation: 'react-to-post', mode: 'async',
      steps: [
        { from: 'api', to: 'primary-store', action: 'upsert the reaction' },
        { from: 'api', to: 'event-stream', action: 'note the change' },
        { from: 'worker', to: 'primary-store', action: 'add the sum of a few seconds to the post’s count, so that a popular row is written once' },
      ],
    },
    {
      id: 'moderate', title: 'Moderate', operation: 'report-post', mode: 'async',
      steps: [
        { from: 'api', to: 'queue', action: 'enqueue reports, and posts that automatic checks distrust' },
        { from: 'worker', to: 'external:moderation', action: 'score text and pictures' },
        { from: 'worker', to: 'primary-store', action: 'open a case, or restrict at once above the threshold' },
        { from: 'worker', to: 'cache', action: 'drop removed posts from caches' },
      ],
    },
  ],
  accessPatterns: [
    { id: 'feed-page', entity: 'FeedEntry', purpose: 'feed of one reader', by: ['readerId', 'score'], order: 'score desc', kind: 'range', operation: 'get-feed' },
    { id: 'post-by-id', entity: 'Post', purpose: 'one post, or a batch of ids', by: ['id'], kind: 'lookup', operation: 'get-post' },
    { id: 'posts-of-author', entity: 'Post', purpose: 'profile page, and merging big authors', by: ['authorId', 'createdAt'], order: 'createdAt desc', kind: 'range', operation: 'list-profile-posts' },
    { id: 'followers-of', entity: 'Follow', purpose: 'fan-out in key order', by: ['followeeId', 'followerId'], order: 'followerId asc', kind: 'range', operation: 'create-post' },
    { id: 'followed-by', entity: 'Follow', purpose: 'rebuild a feed', by: ['followerId', 'followeeId'], kind: 'range', operation: 'get-feed' },
    { id: 'comments-of-post', entity: 'Comment', purpose: 'thread', by: ['postId', 'createdAt'], order: 'createdAt asc', kind: 'range', operation: 'get-post' },
    { id: 'own-reaction', entity: 'Reaction', purpose: 'whether the reader reacted', by: ['postId', 'profileId'], kind: 'lookup', operation: 'get-post' },
    { id: 'profile-by-handle', entity: 'Profile', purpose: 'profile page', by: ['handle'], kind: 'lookup', operation: 'list-profile-posts' },
    { id: 'profiles-by-words', entity: 'Profile', purpose: 'search people', by: ['handle', 'displayName'], kind: 'search', operation: 'search-profiles' },
    { id: 'open-cases', entity: 'ModerationCase', purpose: 'moderators’ queue', by: ['state', 'openedAt'], order: 'openedAt asc', kind: 'queue' },
  ],
  events: [
    { name: 'PostPublished', when: 'a post is stored', entity: 'Post', consumers: ['fan-out', 'search', 'moderation', 'notifications'] },
    { name: 'PostReacted', when: 'a reaction is set or taken back', entity: 'Reaction', consumers: ['counters', 'notifications', 'ranking'] },
    { name: 'ProfileFollowed', when: 'someone starts to follow', entity: 'Follow', consumers: ['feed', 'notifications'] },
    { name: 'PostRemoved', when: 'its author or a moderator removes it', entity: 'Post', consumers: ['feed', 'search', 'edge-cache'] },
  ],
  externals: [
    { id: 'moderation', name: 'Content moderation', purpose: 'scores text and pictures', providers: ['Amazon Rekognition', 'Google Cloud Vision', 'Hive'], timeoutMs: 10_000, share: 0.3 },
    { id: 'push', name: 'Push provider', purpose: 'tells people about reactions and answers', providers: ['Firebase Cloud Messaging', 'Apple Push Notification service'], timeoutMs: 3_000, share: 0.3 },
  ],
  consistency: [
    { scope: 'own posts and reactions', need: 'read-your-writes', why: 'what one did must be there at once' },
    { scope: 'feed of others', need: 'eventual within 5 seconds', why: 'fan-out takes the time it takes' },
    { scope: 'counts', need: 'eventual, approximate', why: 'exact counts of a popular post would serialise everyone on one row' },
    { scope: 'blocking and removal', need: 'effective at the read, within seconds', why: 'feeds hold copies, so the check belongs where they are read' },
  ],
  needs: ['transactions', 'unique-constraint', 'joins', 'point-read', 'range-scan', 'full-text', 'object-storage', 'work-queue', 'dead-letter'],
  defaults: [
    { key: 'ratio', subject: 'followers-per-profile', value: interval(20, 80, 300), unit: 'ratio', reason: 'mean; the largest accounts decide the method, not this', source: { title: 'System Design Primer: social graph', url: 'https://github.com/donnemartin/system-design-primer/blob/ae9bbd7/solutions/system_design/social_graph/README.md', asOf: '2026-03-19', confidence: 'C', note: '50 friends a person' } },
    { key: 'population', subject: 'largest-following', value: interval(1_000, 100_000, 10_000_000), unit: 'count', reason: 'followers of the best-known account' },
    { key: 'share', subject: 'posts-with-media', value: interval(0.1, 0.4, 0.95), unit: 'ratio', reason: 'text-first and picture-first products lie far apart' },
    { key: 'size', subject: 'post-media', value: interval(100_000, 300_000, 5_000_000), unit: 'B', reason: 'a picture after compression' },
    { key: 'duration', subject: 'feed-delay', value: interval(1, 5, 60), unit: 's', reason: 'time until a follower’s feed shows a post' },
    { key: 'retention', subject: 'feed-entry', value: interval(3 * SECONDS_PER_DAY, 14 * SECONDS_PER_DAY, 30 * SECONDS_PER_DAY), unit: 's', reason: 'nobody scrolls back further; older pages are read from authors' },
    { key: 'read-write-ratio', value: interval(3, 3.2, 100), unit: 'ratio', reason: 'counting reactions as writes' },
  ],
  operationsPerUserPerDay: assumption('requests a daily user causes', interval(20, 60, 200), 'count', 'ten feed openings with pages, some profiles, a dozen reactions'),
  peakFactor: assumption('peak ÷ mean', interval(1.7, 2.5, 10), 'ratio', 'evenings; live events lift posts and reactions together'),
  jobs: {
    perMainOperation: assumption('jobs a post starts', interval(3, 6, 1_000), 'count', 'fan-out chunks, moderation, search, notifications and counters of its reactions'),
    seconds: assumption('time a job holds a worker', interval(0.02, 0.1, 0.5), 's', 'a chunk of a thousand pushes'),
    bytes: assumption('message on the queue', interval(100, 300, 1_000), 'B', 'post id and range of followers'),
  },
  risks: [
    { risk: 'someone with millions of followers posts', failureModes: ['fanout-explosion', 'hot-key', 'queue-backlog'] },
    { risk: 'everybody reacts to one post and waits on its count', failureModes: ['db-lock-contention'] },
    { risk: 'feeds in memory are lost and all are rebuilt at once', failureModes: ['cache-down', 'cache-stampede'] },
    { risk: 'spam and automated accounts', failureModes: ['ddos'] },
    { risk: 'removed posts live on in caches and feeds', failureModes: ['stale-cache'] },
  ],
  mechanisms: ['hybrid-fan-out', 'sharded-counter', 'read-your-writes', 'one-row-per-pair', 'id-generation', 'cursor-pagination', 'request-coalescing', 'transactional-outbox', 'cache-invalidation', 'sliding-window-limit', 'priority-lanes', 'resumable-upload'],
  questions: [
    { id: 'active', question: 'How many people are active a day?', default: '50,000 daily active users', changes: 'size of every tier', key: 'users.daily', priority: 1 },
    { id: 'largest-following', question: 'How many followers has the largest account?', default: '100,000 followers', changes: 'copying posts to followers, merging at the read, or both', key: 'population', subject: 'largest-following', priority: 2 },
    { id: 'posts', question: 'How many posts a day?', default: '2 posts per daily user', changes: 'fan-out writes', key: 'volume', subject: 'create-post', priority: 3 },
    { id: 'ranking', question: 'Is the feed in order of time, or ranked?', default: 'by time', changes: 'ranking needs features, a model and a second pass over candidates', key: 'capability', subject: 'ranked-feed', priority: 4 },
    { id: 'media', question: 'What share of posts carries pictures or video?', default: '40%', changes: 'object storage and traffic, soon the largest cost', key: 'share', subject: 'posts-with-media', priority: 5 },
    { id: 'delay', question: 'How soon must followers see a post?', default: '5 seconds', changes: 'workers for fan-out', key: 'duration', subject: 'feed-delay', priority: 6 },
  ],
  nonGoals: ['advertising', 'recommendation of strangers’ posts by learned models', 'live video', 'private messages'],
  sources: [
    primerTwitter,
    { title: 'System Design Primer: social graph', url: 'https://github.com/donnemartin/system-design-primer/blob/ae9bbd7/solutions/system_design/social_graph/README.md', asOf: '2026-03-19', confidence: 'C' },
    { title: 'System Design Interview notes, chapter 12: news feed', url: 'https://github.com/preslavmihaylov/booknotes/blob/e82ff15/system-design/system-design-interview/chapter12/README.md', asOf: '2025-03-01', confidence: 'C' },
    { title: 'DeathStarBench: social network', url: 'https://github.com/delimitrou/DeathStarBench/tree/6ecb097/socialNetwork', asOf: '2024-06-27', confidence: 'A' },
  ],
});

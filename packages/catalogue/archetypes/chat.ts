import { assumption, fact, interval, SECONDS_PER_DAY } from '@archwright/kernel';
import { defineArchetype } from '../define.ts';

export default defineArchetype({
  id: 'chat', name: 'Chat and messaging', context: 'Messaging',
  summary: 'people and groups exchange short messages over connections that stay open; each conversation has one order, a history, receipts and presence',
  triggers: {
    strong: ['chat', 'chat app', 'messaging app', 'messenger', 'instant message', 'group chat', 'direct message', 'slack-like', 'whatsapp-like', 'team messaging', 'live chat', 'whatsapp', 'slack clone', 'like slack', 'clone of slack', 'design slack', 'build slack', 'telegram clone', 'like telegram', 'clone of telegram', 'design telegram', 'build telegram', 'facebook messenger', 'discord clone', 'like discord', 'clone of discord', 'design discord', 'build discord', 'signal messenger'],
    weak: ['presence', 'typing indicator', 'websocket', 'read receipt', 'channel', 'conversation', 'message'],
    exclude: ['chatbot only', 'notification only', 'chatbot', 'cite', 'answer engine', 'ask questions'],
    signs: [
      ['write|talk|text|send', 'each other|one another|themselves|among themselves', 'group|read|seen|saw|team|class|lesson|privately|in private|before|photo|at once'],
    ],
    facets: [
      { must: 3, need: 5, groups: ['talk|write|text|chat|message|exchange|speak|drop|reply|send', 'each other|one another|group|between|among|one to one|privately|directly', 'read|seen|typing|online|answer|reply|saw|see it|know whether', 'text|message|voice|picture|photo|snippet|history|line|short line|voice note', '@person'] },
      { must: 3, need: 3, groups: ['message|text|note|write|talk|exchange', 'typing|has read|have read|seen it|read it|seen by|is online|saw it', 'group|one to one|each other|one another|privately|class|team|picture|teacher|parent|partner|photo'] },
      { must: 3, need: 3, groups: ['exchange|swap', 'message|text|note|voice message', 'one to one|each other|one another|in groups|in a group|privately|by class|history|typing|offline'] },
    ],
  },
  entities: [
    {
      name: 'Conversation', purpose: 'a direct or group conversation; allocates the sequence that orders its messages', store: 'record', alsoCalled: ['group', 'class group', 'team', 'channel', 'room'], rowBytes: 260, perUser: 8,
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'workspaceId', type: 'uuid' },
        { name: 'kind', type: 'text', values: ['direct', 'group', 'channel'] },
        { name: 'title', type: 'text', nullable: true, classification: 'pii' }, { name: 'lastSequence', type: 'bigint' },
        { name: 'lastMessageAt', type: 'timestamptz', nullable: true }, { name: 'createdAt', type: 'timestamptz' },
      ],
    },
    {
      name: 'Member', purpose: 'who takes part, in which role, and how far they have read', store: 'record', rowBytes: 120, perUser: 12,
      fields: [
        { name: 'conversationId', type: 'uuid', key: true, references: 'Conversation.id' }, { name: 'userId', type: 'uuid', key: true },
        { name: 'role', type: 'text', values: ['owner', 'admin', 'member', 'guest'] }, { name: 'lastReadSequence', type: 'bigint' },
        { name: 'mutedUntil', type: 'timestamptz', nullable: true }, { name: 'joinedAt', type: 'timestamptz' },
      ],
    },
    {
      name: 'Message', purpose: 'one message at its place in the conversation; an edit or deletion is a later row that points at it', store: 'journal', alsoCalled: ['text', 'short text'], rowBytes: 400, createdBy: 'send-message', rowsPerOperation: 1,
      fields: [
        { name: 'conversationId', type: 'uuid', key: true, references: 'Conversation.id' }, { name: 'sequence', type: 'bigint', key: true },
        { name: 'senderId', type: 'uuid' }, { name: 'clientMessageId', type: 'uuid' },
        { name: 'kind', type: 'text', values: ['text', 'attachment', 'edit', 'deletion', 'reaction', 'system'] },
        { name: 'amendsSequence', type: 'bigint', nullable: true }, { name: 'body', type: 'text', classification: 'pii' },
        { name: 'sentAt', type: 'timestamptz' },
      ],
    },
    {
      name: 'Attachment', purpose: 'a file in the object store, visible to members of its conversation', store: 'blob', rowBytes: 100_000, createdBy: 'send-message', rowsPerOperation: 0.05,
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'conversationId', type: 'uuid', references: 'Conversation.id' },
        { name: 'uploaderId', type: 'uuid' }, { name: 'objectKey', type: 'text', unique: true }, { name: 'mediaType', type: 'text' },
        { name: 'sizeBytes', type: 'bigint' }, { name: 'state', type: 'text', values: ['uploading', 'scanned', 'rejected'] },
      ],
    },
    {
      name: 'DeviceSession', purpose: 'a device, the gateway it is connected to, and the last sequence it holds; the live part exists in memory only', store: 'record', rowBytes: 300, perUser: 1.8,
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'userId', type: 'uuid' },
        { name: 'pushToken', type: 'text', nullable: true, classification: 'secret' }, { name: 'gateway', type: 'text', nullable: true },
        { name: 'lastSeenAt', type: 'timestamptz' },
      ],
    },
  ],
  // Each message sent is received by four connected devices on average.
  operations: [
    {
      id: 'send-message', summary: 'Send a message and get its place in the conversation back', actor: 'user', method: 'STREAM', path: '/conversations/{conversationId}/messages', kind: 'write', share: 0.125,
      requestBytes: 400, responseBytes: 80, latencyP99Ms: 300, entity: 'Message', idempotent: true,
      synonyms: ['send message', 'post message', 'chat', 'exchange message', 'reply to message', 'write message', 'message'],
      body: [
        { name: 'clientMessageId', type: 'uuid' }, { name: 'body', type: 'text', classification: 'pii' },
        { name: 'attachmentIds', type: 'uuid[]', nullable: true },
      ],
      example: { clientMessageId: '0197a610-2b11-7e44-9b8a-6f0f1e2d3c4b', body: 'The build is green again.' },
    },
    {
      id: 'receive-messages', summary: 'Hold a connection on which new messages, receipts and presence arrive', actor: 'user', method: 'STREAM', path: '/connection', kind: 'stream', share: 0.5,
      requestBytes: 60, responseBytes: 450, latencyP99Ms: 400, entity: 'Message',
      synonyms: ['receive message', 'deliver message', 'connect to chat', 'subscribe to conversation', 'see who is online', 'show presence', 'show typing indicator'],
    },
    {
      id: 'mark-read', summary: 'Move the read mark of a conversation forward', actor: 'user', method: 'STREAM', path: '/conversations/{conversationId}/read-mark', kind: 'write', share: 0.2,
      requestBytes: 60, responseBytes: 20, latencyP99Ms: 400, entity: 'Member', idempotent: true,
      synonyms: ['read message', 'mark read', 'send read receipt', 'acknowledge message'],
      body: [{ name: 'lastReadSequence', type: 'bigint' }], example: { lastReadSequence: 10_482 },
    },
    {
      id: 'list-messages', summary: 'Page through history, or catch up after a reconnect', actor: 'user', method: 'GET', path: '/conversations/{conversationId}/messages', kind: 'read', share: 0.1,
      requestBytes: 120, responseBytes: 20_000, latencyP99Ms: 350, entity: 'Message', list: true,
      synonyms: ['list message', 'view history', 'load history', 'read conversation', 'sync message'],
    },
    {
      id: 'list-conversations', summary: 'Show one’s conversations with unread counts', actor: 'user', method: 'GET', path: '/conversations', kind: 'read', share: 0.05,
      requestBytes: 100, responseBytes: 12_000, latencyP99Ms: 400, entity: 'Conversation', list: true,
      synonyms: ['list conversation', 'view conversation', 'list channel', 'open inbox'],
    },
    {
      id: 'search-messages', summary: 'Find messages by words in conversations one belongs to', actor: 'user', method: 'GET', path: '/messages/search', kind: 'read', share: 0.005,
      requestBytes: 150, responseBytes: 10_000, latencyP99Ms: 1_000, entity: 'Message', list: true,
      synonyms: ['search message', 'find message', 'search history', 'search conversation'],
    },
    {
      id: 'start-conversation', summary: 'Open a direct or group conversation', actor: 'user', method: 'POST', path: '/conversations', kind: 'write', share: 0.005,
      requestBytes: 500, responseBytes: 500, latencyP99Ms: 500, entity: 'Conversation', idempotent: true,
      synonyms: ['start conversation', 'create group', 'create channel', 'invite member', 'join channel'],
      body: [{ name: 'kind', type: 'text', values: ['direct', 'group', 'channel'] }, { name: 'title', type: 'text', nullable: true }, { name: 'memberIds', type: 'uuid[]' }],
      example: { kind: 'group', title: 'Release 4.2', memberIds: ['0197a611-0001-7aaa-8aaa-000000000001', '0197a611-0002-7aaa-8aaa-000000000002'] },
    },
    {
      id: 'request-attachment-upload', summary: 'Get a signed address to upload a file to', actor: 'user', method: 'POST', path: '/attachments', kind: 'write', share: 0.015,
      requestBytes: 200, responseBytes: 600, latencyP99Ms: 400, entity: 'Attachment',
      synonyms: ['send file', 'share file', 'upload attachment', 'share photo', 'send image'],
      body: [{ name: 'conversationId', type: 'uuid', references: 'Conversation.id' }, { name: 'mediaType', type: 'text' }, { name: 'sizeBytes', type: 'bigint' }],
      example: { conversationId: '0197a612-1f00-7c00-9c00-00000000000a', mediaType: 'image/jpeg', sizeBytes: 184_220 },
    },
  ],
  mainOperation: 'send-message',
  flows: [
    {
      id: 'send-message', title: 'Send a message', operation: 'send-message', mode: 'sync',
      steps: [
        { from: 'client', to: 'real-time', action: 'send the message with an id of its own over the open connection' },
        { from: 'real-time', to: 'api', action: 'check membership from the cached member list and the sender’s rate' },
        { from: 'api', to: 'primary-store', action: 'raise the conversation’s last sequence and return it; a known client id returns the earlier sequence' },
        { from: 'api', to: 'append-store', action: 'store the message under conversation and sequence' },
        { from: 'real-time', to: 'client', action: 'acknowledge with the sequence' },
      ],
    },
    {
      id: 'fan-out-message', title: 'Deliver to members who are connected', operation: 'receive-messages', mode: 'async',
      steps: [
        { from: 'api', to: 'event-stream', action: 'publish conversation, sequence and body once, whatever the number of members' },
        { from: 'event-stream', to: 'real-time', action: 'hand it to the gateways that hold a member of this conversation' },
        { from: 'real-time', to: 'client', action: 'push to each connected device; a gap in the sequence makes the device ask for the range' },
      ],
    },
    {
      id: 'push-to-absent', title: 'Wake members who are not connected', mode: 'async',
      steps: [
        { from: 'worker', to: 'cache', action: 'read which members have no live connection' },
        { from: 'worker', to: 'queue', action: 'enqueue one push per absent, unmuted member, merged over a few seconds' },
        { from: 'worker', to: 'external:push', action: 'send the push without the text where the workspace forbids it' },
      ],
    },
    {
      id: 'reconnect', title: 'Catch up after a reconnect', operation: 'list-messages', mode: 'sync',
      steps: [
        { from: 'client', to: 'real-time', action: 'connect after a random delay with the last sequence of each open conversation' },
        { from: 'api', to: 'primary-store', action: 'compare with the last sequence of each' },
        { from: 'api', to: 'append-store', action: 'read the missing ranges, newest page first' },
        { from: 'api', to: 'client', action: 'answer pages; live delivery continues meanwhile' },
      ],
    },
    {
      id: 'share-file', title: 'Share a file', operation: 'request-attachment-upload', mode: 'async',
      steps: [
        { from: 'client', to: 'api', action: 'ask for an upload address' },
        { from: 'client', to: 'blob-store', action: 'upload the file directly' },
        { from: 'worker', to: 'blob-store', action: 'scan it and make a preview' },
        { from: 'worker', to: 'primary-store', action: 'mark it scanned, so that members may open it' },
      ],
    },
  ],
  accessPatterns: [
    { id: 'history-page', entity: 'Message', purpose: 'messages of a conversation before or after a sequence', by: ['conversationId', 'sequence'], order: 'sequence desc', kind: 'range', operation: 'list-messages' },
    { id: 'message-by-client-id', entity: 'Message', purpose: 'recognise a resend', by: ['conversationId', 'clientMessageId'], kind: 'lookup', operation: 'send-message' },
    { id: 'messages-by-word', entity: 'Message', purpose: 'search within conversations of the reader', by: ['conversationId', 'body'], kind: 'search', operation: 'search-messages' },
    { id: 'conversations-of-user', entity: 'Member', purpose: 'conversation list', by: ['userId', 'conversationId'], kind: 'range', operation: 'list-conversations' },
    { id: 'members-of-conversation', entity: 'Member', purpose: 'permission check and fan-out', by: ['conversationId', 'userId'], kind: 'lookup', operation: 'send-message' },
    { id: 'next-sequence', entity: 'Conversation', purpose: 'allocate a place in the order', by: ['id'], kind: 'lookup', operation: 'send-message' },
    { id: 'devices-of-user', entity: 'DeviceSession', purpose: 'where to push', by: ['userId'], kind: 'lookup' },
  ],
  events: [
    { name: 'MessageSent', when: 'a message has its sequence and is stored', entity: 'Message', consumers: ['real-time', 'push', 'search', 'moderation'] },
    { name: 'ConversationRead', when: 'a member’s read mark moves', entity: 'Member', consumers: ['real-time'] },
    { name: 'MemberJoined', when: 'someone is added to a conversation', entity: 'Member', consumers: ['real-time', 'audit'] },
    { name: 'AttachmentScanned', when: 'a file was found clean or rejected', entity: 'Attachment', consumers: ['real-time'] },
  ],
  externals: [
    {
      id: 'push', name: 'Push provider', purpose: 'reaches phones whose app is closed', providers: ['Firebase Cloud Messaging', 'Apple Push Notification service'], timeoutMs: 3_000, share: 0.6,
      unitPrice: fact('one push message through FCM or APNs', 0, 'USD', { title: 'Firebase Cloud Messaging documentation', url: 'https://firebase.google.com/docs/cloud-messaging', asOf: '2026-05-05', confidence: 'C', note: 'no charge per message' }),
    },
  ],
  consistency: [
    { scope: 'order within a conversation', need: 'strong: one sequence, no gaps', why: 'an answer must not appear above its question' },
    { scope: 'delivery', need: 'at-least-once, deduplicated by the client’s message id', why: 'phones lose the network in the middle of a send' },
    { scope: 'read marks', need: 'eventual, only forward, the highest wins', why: 'several devices of one person report them' },
    { scope: 'presence and typing', need: 'at-most-once, forgotten after seconds', why: 'stale presence is worse than none, so it is never stored' },
  ],
  needs: ['long-lived-connections', 'point-read', 'range-scan', 'conditional-write', 'append-heavy', 'full-text', 'object-storage', 'work-queue'],
  defaults: [
    { key: 'ratio', subject: 'deliveries-per-message', value: interval(1.5, 4, 50), unit: 'ratio', reason: 'members of a conversation who are connected; a large channel moves it most' },
    { key: 'share', subject: 'connected-at-once', value: interval(0.1, 0.25, 0.5), unit: 'ratio', reason: 'part of the daily users whose app is open at the evening peak' },
    { key: 'size', subject: 'message', value: interval(100, 400, 2_000), unit: 'B', reason: 'text with ids and envelope', source: { title: 'karanpratapsingh/system-design', url: 'https://github.com/karanpratapsingh/system-design/blob/a5c0c1a/README.md', asOf: '2026-04-01', confidence: 'C', note: '100 B of text in the exercise' } },
    { key: 'retention', subject: 'message', value: interval(90 * SECONDS_PER_DAY, 5 * 365 * SECONDS_PER_DAY, 10 * 365 * SECONDS_PER_DAY), unit: 's', reason: 'people expect history to stay; workplaces often cap it' },
    { key: 'population', subject: 'largest-group', value: interval(50, 200, 10_000), unit: 'count', reason: 'private groups are small, public channels are not' },
    { key: 'size', subject: 'attachment', value: interval(50_000, 100_000, 2_000_000), unit: 'B', reason: 'a compressed photo on average' },
    { key: 'users.concurrent', subject: 'user', value: interval(500, 10_000, 1_000_000), unit: 'count', reason: 'used only where neither users nor daily users are known; the share above applies otherwise' },
  ],
  operationsPerUserPerDay: assumption('requests and frames a daily user causes', interval(80, 320, 800), 'count', 'forty messages sent, as published exercises assume, four received for each, and their receipts, history pages and lists'),
  peakFactor: assumption('peak ÷ mean', interval(2, 2.5, 10), 'ratio', 'an evening hump; reconnects after a gateway restart go far above it for a minute'),
  jobs: {
    perMainOperation: assumption('jobs a message starts', interval(0.5, 1.5, 5), 'count', 'pushes to absent members, search indexing, preview of links'),
    seconds: assumption('time a job holds a worker', interval(0.03, 0.1, 0.4), 's', 'one call to the push provider or a bulk index'),
    bytes: assumption('message on the queue', interval(200, 500, 2_000), 'B', 'ids and a short text'),
  },
  risks: [
    { risk: 'a gateway restarts and its clients all return in the same second', failureModes: ['websocket-node-loss', 'thundering-herd'] },
    { risk: 'one message in a huge channel becomes a hundred thousand pushes', failureModes: ['fanout-explosion', 'hot-key'] },
    { risk: 'a message is acknowledged but neither stored nor delivered, or delivered twice', failureModes: ['duplicate-delivery', 'dual-write-loss'] },
    { risk: 'idle connections eat the memory of a gateway', failureModes: ['resource-leak', 'oom-killed'] },
    { risk: 'automated accounts flood conversations', failureModes: ['ddos'] },
  ],
  mechanisms: ['presence-fan-out', 'hybrid-fan-out', 'id-generation', 'token-bucket', 'idempotency-key', 'cursor-pagination', 'consistent-hashing', 'resumable-upload', 'connection-pooling', 'backpressure-and-shedding', 'inverted-index'],
  questions: [
    { id: 'connections', question: 'How many people are connected at once at the busiest time?', default: '10,000 concurrent users', changes: 'number of gateways and how messages reach the right one', key: 'users.concurrent', subject: 'user', priority: 1 },
    { id: 'largest-group', question: 'How many members has the largest group or channel?', default: '200 members', changes: 'pushing to members, or letting them pull when they open the channel', key: 'population', subject: 'largest-group', priority: 2 },
    { id: 'messages', question: 'How many messages are sent a day?', default: '40 messages per daily user', changes: 'store for messages and its partitions', key: 'volume', subject: 'send-message', priority: 3 },
    { id: 'history', question: 'How long is history kept, and must it be searchable?', default: '5 years', changes: 'storage, and a search index over private text', key: 'retention', subject: 'message', priority: 4 },
    { id: 'encryption', question: 'Must messages be unreadable to the operator (end-to-end encryption)?', default: 'no', changes: 'rules out server search, moderation and previews; adds key management between devices', key: 'capability', subject: 'end-to-end-encryption', priority: 5 },
  ],
  nonGoals: ['voice and video calls', 'bots and app marketplace', 'e-mail bridging'],
  sources: [
    { title: 'System Design Interview notes, chapter 13: chat system', url: 'https://github.com/preslavmihaylov/booknotes/blob/e82ff15/system-design/system-design-interview/chapter13/README.md', asOf: '2025-03-01', confidence: 'C', note: '10 KB of memory a connection assumed' },
    { title: 'karanpratapsingh/system-design: WhatsApp', url: 'https://github.com/karanpratapsingh/system-design/blob/a5c0c1a/README.md', asOf: '2026-04-01', confidence: 'C' },
    { title: 'HLD handbook: channel-scale chat', url: 'https://handbook-hld.pages.dev/curriculum/case-studies/channel-scale-chat/', asOf: '2026-05-11', confidence: 'D', note: 'a million concurrent people in one Discord server' },
  ],
});

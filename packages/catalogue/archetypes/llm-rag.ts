import { assumption, exactly, fact, interval, SECONDS_PER_DAY, type Source } from '@archwright/kernel';
import { defineArchetype } from '../define.ts';

const tokenPrices: Source = {
  title: 'PE Collective: token prices of the major models', url: 'https://pecollective.com/blog/llm-token-pricing-guide', asOf: '2026-04-06', confidence: 'C', note: 'USD per million tokens in / out: Gemini 2.5 Flash 0.15 / 0.60, GPT-4.1 mini 0.40 / 1.60, Claude Sonnet 4 3 / 15; priced here for 4,000 tokens in and 500 out',
};
const embeddingPrice: Source = {
  title: 'tokenprice.fyi: text-embedding-3-small', url: 'https://tokenprice.fyi/models/text-embedding-3-small', asOf: '2026-07-03', confidence: 'C', note: '0.02 USD per million tokens, 1,536 dimensions; priced here for a document of 5,000 tokens',
};
const question: Source = {
  title: 'nqbao/llm-system-design, RAG search assistant question', url: 'https://github.com/nqbao/llm-system-design/blob/5794e50/questions.yaml', asOf: '2026-06-20', confidence: 'C',
};
const demo: Source = {
  title: 'OpenTelemetry demo, chatbot service', url: 'https://github.com/open-telemetry/opentelemetry-demo/tree/054282e/src/chatbot', asOf: '2026-08-22', confidence: 'B',
};

export default defineArchetype({
  id: 'llm-rag', name: 'Assistant over own documents (RAG)', context: 'Assistant',
  summary: 'turns documents into searchable passages, finds those a person may read, has a language model answer from them with citations, and keeps spend and quality in check',
  triggers: {
    strong: ['rag', 'retrieval augmented generation', 'retrieval-augmented generation', 'llm', 'large language model', 'chatbot', 'ai assistant', 'ai chat', 'embedding', 'vector search', 'vector database', 'semantic search', 'question answering', 'copilot', 'chat with documents'],
    weak: ['prompt', 'token', 'knowledge base', 'agent', 'gpt', 'claude', 'passage', 'citation', 'model provider'],
    exclude: ['quiz', 'exam', 'survey', 'poll', 'questionnaire', 'token authentication', 'train a model from scratch'],
    signs: [
      ['ask|question|enquire', 'manual|document|file|handbook|collection|law|policy|contract|knowledge|archive|matter|regulation|guideline|standard|report', 'answer|own words|plain words|plain language|natural language|everyday language|across'],
    ],
    facets: [
      { must: 3, need: 4, groups: ['ask|question|query|wonder', 'answer|reply|respond|explain|explanation', 'manual|agreement|document|contract|regulation|law|paper|file|rule|handbook|archive|minutes|report|guide|policy|book|workshop book|instruction|standard', 'paragraph|page|source|cite|normal language|plain|own words|quote|invent|out of|passage|lean on|leans on|based on|chapter'] },
      { must: 4, need: 4, groups: ['ask|question|enquire|query', 'manual|document|file|handbook|law|policy|contract|archive|regulation|guideline|report|rule|textbook|paper|wiki|minutes|letter|case|procedure|protocol|recipe book', 'answer|reply|explanation|summary', 'page|source|quote|cite|come from|comes from|came from|taken from|draw from|drawn from|based on|invent|passage|plain words|own words|paragraph|made up'] },
    ],
  },
  entities: [
    {
      name: 'Document', purpose: 'source document with its version, owner groups and ingest state', rowBytes: 900, store: 'record', alsoCalled: ['manual', 'machine manual', 'file', 'handbook', 'law', 'contract', 'policy', 'report', 'regulation'], createdBy: 'add-document',
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'tenantId', type: 'uuid' }, { name: 'sourceUri', type: 'text' }, { name: 'title', type: 'text' },
        { name: 'contentHash', type: 'text' }, { name: 'allowedGroups', type: 'text[]' }, { name: 'language', type: 'text' }, { name: 'version', type: 'int' },
        { name: 'state', type: 'text', values: ['queued', 'parsing', 'embedding', 'ready', 'failed', 'deleted'] }, { name: 'objectKey', type: 'text' },
        { name: 'updatedAt', type: 'timestamptz' },
      ],
    },
    {
      name: 'Passage', purpose: 'piece of a document with its embedding and a copy of the access list, so that the filter runs inside the search', rowBytes: 8_500, store: 'record', alsoCalled: ['page', 'paragraph'], createdBy: 'add-document', rowsPerOperation: 12,
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'tenantId', type: 'uuid' }, { name: 'documentId', type: 'uuid', references: 'Document.id' }, { name: 'documentVersion', type: 'int' },
        { name: 'positionInDocument', type: 'int' }, { name: 'content', type: 'text' }, { name: 'embedding', type: 'real[]' }, { name: 'embeddingModel', type: 'text' },
        { name: 'allowedGroups', type: 'text[]' },
      ],
    },
    {
      name: 'Conversation', purpose: 'thread of questions of one person', rowBytes: 300, store: 'record', createdBy: 'start-conversation', retentionDays: 365,
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'tenantId', type: 'uuid' }, { name: 'userId', type: 'uuid' }, { name: 'title', type: 'text', classification: 'pii' },
        { name: 'createdAt', type: 'timestamptz' }, { name: 'updatedAt', type: 'timestamptz' },
      ],
    },
    {
      name: 'Message', purpose: 'question, or finished answer with citations, token counts and cost; an answer in progress lives in memory until its last token', rowBytes: 3_000, store: 'journal', alsoCalled: ['question', 'answer'], createdBy: 'ask-question', rowsPerOperation: 2, retentionDays: 365,
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'conversationId', type: 'uuid', references: 'Conversation.id' }, { name: 'role', type: 'text', values: ['user', 'assistant'] },
        { name: 'content', type: 'text', classification: 'pii' }, { name: 'citations', type: 'jsonb', nullable: true }, { name: 'model', type: 'text', nullable: true },
        { name: 'tokensIn', type: 'int' }, { name: 'tokensOut', type: 'int' }, { name: 'costMicroUsd', type: 'bigint' },
        { name: 'state', type: 'text', values: ['complete', 'stopped', 'failed'] }, { name: 'createdAt', type: 'timestamptz', key: true },
      ],
    },
    {
      name: 'UsageDay', purpose: 'tokens and money a tenant has used on a day and model; read before each call', rowBytes: 120, store: 'record', perUser: 0.5,
      fields: [
        { name: 'tenantId', type: 'uuid', key: true }, { name: 'model', type: 'text', key: true }, { name: 'usageDate', type: 'date', key: true }, { name: 'tokensIn', type: 'bigint' },
        { name: 'tokensOut', type: 'bigint' }, { name: 'costMicroUsd', type: 'bigint' }, { name: 'limitMicroUsd', type: 'bigint' },
      ],
    },
    {
      name: 'Feedback', purpose: 'verdict of a reader on an answer', rowBytes: 250, store: 'journal', createdBy: 'rate-answer', retentionDays: 730,
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'messageId', type: 'uuid' }, { name: 'userId', type: 'uuid' },
        { name: 'verdict', type: 'text', values: ['helpful', 'wrong', 'incomplete', 'unsafe'] }, { name: 'remark', type: 'text', nullable: true, classification: 'pii' },
        { name: 'createdAt', type: 'timestamptz', key: true },
      ],
    },
    {
      name: 'EvaluationCase', purpose: 'question with the expected facts and sources: the release test of prompts, models and retrieval', rowBytes: 2_000, store: 'record',
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'tenantId', type: 'uuid', nullable: true }, { name: 'question', type: 'text' }, { name: 'expectedFacts', type: 'jsonb' },
        { name: 'expectedDocuments', type: 'jsonb' }, { name: 'tags', type: 'jsonb' }, { name: 'createdAt', type: 'timestamptz' },
      ],
    },
  ],
  // Shares follow one question: its answer is streamed once, the thread is reopened half the time, one answer in ten gets a verdict.
  operations: [
    {
      id: 'start-conversation', summary: 'Start a conversation', actor: 'user',
      method: 'POST', path: '/conversations', kind: 'write', share: 0.0719, requestBytes: 150, responseBytes: 200, latencyP99Ms: 300, entity: 'Conversation',
      idempotent: true, synonyms: ['start conversation', 'start chat', 'new chat'],
      body: [{ name: 'title', type: 'text', nullable: true, classification: 'pii' }],
      example: { title: 'Supplier contract' },
    },
    {
      id: 'ask-question', summary: 'Ask a question; the answer is streamed', actor: 'user',
      method: 'POST', path: '/conversations/{conversationId}/messages', kind: 'write', share: 0.2871, requestBytes: 2_000, responseBytes: 300, latencyP99Ms: 500, entity: 'Message',
      asynchronous: true, idempotent: true, synonyms: ['ask question', 'send prompt', 'send query', 'chat with assistant', 'query assistant', 'answer question', 'generate answer', 'prompt', 'question', 'chat request', 'submit query'],
      body: [{ name: 'content', type: 'text', classification: 'pii' }, { name: 'collectionIds', type: 'jsonb', nullable: true }, { name: 'modelPreference', type: 'text', nullable: true }],
      example: { content: 'How many days of notice does the supplier contract ask for?', collectionIds: ['contracts'] },
    },
    {
      id: 'stream-answer', summary: 'Stream the answer with its citations', actor: 'user',
      method: 'STREAM', path: '/messages/{messageId}/stream', kind: 'stream', share: 0.288, requestBytes: 100, responseBytes: 4_000, latencyP99Ms: 3_000, entity: 'Message',
      synonyms: ['stream answer', 'stream response', 'receive token'],
    },
    {
      id: 'list-conversations', summary: 'List own conversations', actor: 'user',
      method: 'GET', path: '/conversations', kind: 'read', share: 0.101, requestBytes: 100, responseBytes: 8_000, latencyP99Ms: 300, entity: 'Conversation',
      list: true, synonyms: ['list conversation', 'view history'],
    },
    {
      id: 'get-conversation', summary: 'Reopen a conversation', actor: 'user',
      method: 'GET', path: '/conversations/{conversationId}', kind: 'read', share: 0.144, requestBytes: 100, responseBytes: 20_000, latencyP99Ms: 400, entity: 'Message',
      list: true, synonyms: ['open conversation', 'view conversation', 'view thread'],
    },
    {
      id: 'search-passages', summary: 'Find passages without asking the model', actor: 'user',
      method: 'POST', path: '/search', kind: 'read', share: 0.0576, requestBytes: 400, responseBytes: 12_000, latencyP99Ms: 600, entity: 'Passage',
      synonyms: ['search document', 'semantic search', 'search knowledge base', 'retrieve passage'],
      body: [{ name: 'query', type: 'text' }, { name: 'collectionIds', type: 'jsonb', nullable: true }, { name: 'maxResults', type: 'int', nullable: true }],
      example: { query: 'notice period supplier', maxResults: 8 },
    },
    {
      id: 'add-document', summary: 'Add or replace a document', actor: 'editor',
      method: 'POST', path: '/documents', kind: 'write', share: 0.0144, requestBytes: 200_000, responseBytes: 300, latencyP99Ms: 1_000, entity: 'Document',
      asynchronous: true, idempotent: true, synonyms: ['upload document', 'add document', 'ingest document', 'index document', 'embed document', 'process document', 'upload pdf'],
      body: [{ name: 'sourceUri', type: 'text' }, { name: 'title', type: 'text' }, { name: 'allowedGroups', type: 'text[]' }, { name: 'objectKey', type: 'text' }],
      example: { sourceUri: 'sharepoint://legal/supplier-2026.pdf', title: 'Supplier contract 2026', allowedGroups: ['legal', 'procurement'], objectKey: 'inbox/7f/supplier-2026.pdf' },
    },
    {
      id: 'delete-document', summary: 'Remove a document from answers', actor: 'editor',
      method: 'DELETE', path: '/documents/{documentId}', kind: 'write', share: 0.00144, requestBytes: 80, responseBytes: 40, latencyP99Ms: 600, entity: 'Document',
      idempotent: true, synonyms: ['delete document', 'remove document'],
    },
    {
      id: 'rate-answer', summary: 'Rate an answer', actor: 'user',
      method: 'PUT', path: '/messages/{messageId}/feedback', kind: 'write', share: 0.0288, requestBytes: 400, responseBytes: 40, latencyP99Ms: 300, entity: 'Feedback',
      idempotent: true, synonyms: ['rate answer', 'give feedback', 'rate response'],
      body: [{ name: 'verdict', type: 'text', values: ['helpful', 'wrong', 'incomplete', 'unsafe'] }, { name: 'remark', type: 'text', nullable: true, classification: 'pii' }],
      example: { verdict: 'incomplete', remark: 'Leaves out the clause on renewal' },
    },
    {
      id: 'get-usage', summary: 'Show tokens and spend against the limit', actor: 'administrator',
      method: 'GET', path: '/usage', kind: 'read', share: 0.00576, requestBytes: 100, responseBytes: 2_000, latencyP99Ms: 500, entity: 'UsageDay',
      synonyms: ['view usage', 'check quota', 'view spend', 'track cost'],
    },
  ],
  mainOperation: 'ask-question',
  flows: [
    {
      id: 'ingest', title: 'A document becomes passages', operation: 'add-document', mode: 'async',
      steps: [
        { from: 'client', to: 'blob-store', action: 'uploads the original to a signed address' },
        { from: 'client', to: 'api', action: 'registers the document with its groups' },
        { from: 'api', to: 'queue', action: 'enqueues the document unless its content hash is known' },
        { from: 'worker', to: 'blob-store', action: 'extracts text and cuts it into overlapping passages along headings' },
        { from: 'worker', to: 'external:embedding', action: 'embeds passages in batches within the provider’s token limit' },
        { from: 'worker', to: 'primary-store', action: 'writes the new passages and switches the document to them in one transaction, then drops the old ones' },
      ],
    },
    {
      id: 'answer', title: 'A question is answered', operation: 'ask-question', mode: 'async',
      steps: [
        { from: 'client', to: 'api', action: 'posts the question' },
        { from: 'api', to: 'cache', action: 'reserves the estimated spend against the tenant’s limit of the day' },
        { from: 'api', to: 'external:embedding', action: 'embeds the question' },
        { from: 'api', to: 'primary-store', action: 'finds the nearest passages among those the person’s groups may read, merged with a keyword search' },
        { from: 'api', to: 'external:model', action: 'sends instructions, passages marked as data, and the question' },
        { from: 'external:model', to: 'api', action: 'streams tokens' },
        { from: 'api', to: 'real-time', action: 'forwards tokens and citations to the client' },
        { from: 'api', to: 'append-store', action: 'stores the answer with tokens and cost, and settles the reservation' },
      ],
    },
    {
      id: 'degrade', title: 'The model provider is throttled or down', operation: 'ask-question', mode: 'async',
      steps: [
        { from: 'api', to: 'external:model', action: 'calls the first provider; throttling opens its breaker' },
        { from: 'api', to: 'external:model', action: 'sends the same prompt to the next provider in the order' },
        { from: 'api', to: 'client', action: 'returns the found passages without an answer when no provider is left' },
      ],
    },
    {
      id: 'revoke', title: 'A group loses access to a document', mode: 'async',
      steps: [
        { from: 'worker', to: 'primary-store', action: 'updates the groups on the document and its passages in one transaction' },
        { from: 'worker', to: 'cache', action: 'drops cached answers that cite the document' },
      ],
    },
    {
      id: 'evaluate', title: 'A new prompt or model is released', mode: 'batch',
      steps: [
        { from: 'worker', to: 'primary-store', action: 'reads the evaluation cases' },
        { from: 'worker', to: 'external:model', action: 'answers each case with the candidate configuration' },
        { from: 'worker', to: 'primary-store', action: 'stores scores for facts, citations and refusals' },
        { from: 'worker', to: 'api', action: 'raises the share of traffic only when no score fell' },
      ],
    },
  ],
  accessPatterns: [
    { id: 'nearest-passages', entity: 'Passage', purpose: 'passages closest to the question that the reader may see', by: ['tenantId', 'allowedGroups', 'embedding'], kind: 'vector', operation: 'search-passages' },
    { id: 'passages-by-words', entity: 'Passage', purpose: 'names and numbers that embeddings miss', by: ['tenantId', 'content'], kind: 'search' },
    { id: 'passages-of-document', entity: 'Passage', purpose: 'replace or show a document', by: ['documentId', 'positionInDocument'], order: 'positionInDocument asc', kind: 'range' },
    { id: 'document-by-hash', entity: 'Document', purpose: 'skip unchanged documents', by: ['tenantId', 'contentHash'], kind: 'lookup', operation: 'add-document' },
    { id: 'messages-of-conversation', entity: 'Message', purpose: 'thread and context of the next question', by: ['conversationId', 'createdAt'], order: 'createdAt asc', kind: 'range', operation: 'get-conversation' },
    { id: 'conversations-of-user', entity: 'Conversation', purpose: 'list of threads', by: ['tenantId', 'userId', 'updatedAt'], order: 'updatedAt desc', kind: 'range', operation: 'list-conversations' },
    { id: 'usage-of-day', entity: 'UsageDay', purpose: 'limit before each call', by: ['tenantId', 'model', 'usageDate'], kind: 'lookup', operation: 'get-usage' },
  ],
  events: [
    { name: 'DocumentReady', when: 'all passages of a version can be found', entity: 'Document', consumers: ['document owner', 'answer cache'] },
    { name: 'AnswerCompleted', when: 'the last token was stored', entity: 'Message', consumers: ['usage metering', 'quality sampling'] },
    { name: 'SpendLimitReached', when: 'a tenant used its limit of the day', entity: 'UsageDay', consumers: ['administrator', 'alerting'] },
    { name: 'AccessRevoked', when: 'a group lost access', entity: 'Document', consumers: ['answer cache'] },
  ],
  externals: [
    { id: 'model', name: 'Language model', purpose: 'writes the answer', providers: ['OpenAI', 'Anthropic', 'Google Gemini', 'Amazon Bedrock', 'self-run open-weight model'], timeoutMs: 60_000, share: 1, unitPrice: fact('one answer: 4,000 tokens in, 500 out', interval(0.0009, 0.0024, 0.0195), 'USD', tokenPrices) },
    { id: 'embedding', name: 'Embedding model', purpose: 'turns questions and passages into vectors', providers: ['OpenAI', 'Cohere', 'Voyage AI', 'self-run model'], timeoutMs: 5_000, share: 0.05, unitPrice: fact('embedding one document of 5,000 tokens', 0.0001, 'USD', embeddingPrice) },
  ],
  consistency: [
    { scope: 'access to passages', need: 'a lost permission takes effect within a minute, filtered inside the search', why: 'an answer that quotes a forbidden document is a leak' },
    { scope: 'spend limit', need: 'strong: reserved before the call, settled after it', why: 'a loop can spend a month’s budget in an hour' },
    { scope: 'index', need: 'eventual, minutes after an upload; a document switches versions at once', why: 'half-replaced documents give contradictory answers' },
  ],
  needs: ['vector', 'full-text', 'transactions', 'object-storage', 'work-queue', 'long-lived-connections'],
  defaults: [
    { key: 'population', subject: 'document', value: interval(1_000, 50_000, 1_000_000), unit: 'count', reason: 'from one team’s wiki to a company’s file share; a dozen passages each' },
    { key: 'size', subject: 'embedding', value: exactly(6_144), unit: 'B', reason: '1,536 numbers of 4 bytes', source: embeddingPrice },
    { key: 'size', subject: 'prompt-tokens', value: interval(2_000, 4_000, 8_000), unit: 'count', reason: 'instructions, eight passages of 400 tokens and recent turns' },
    { key: 'latency', subject: 'stream-answer', value: interval(0.8, 1.5, 3), unit: 's', reason: 'first token; embedding and search take about 0.3 s of it' },
    { key: 'duration', subject: 'answer', value: interval(4, 10, 40), unit: 's', reason: '500 tokens at the pace hosted models stream' },
    { key: 'share', subject: 'documents-changed-daily', value: interval(0.001, 0.01, 0.05), unit: 'ratio', reason: 'each change is embedded again' },
    { key: 'retention', subject: 'message', value: interval(30 * SECONDS_PER_DAY, 365 * SECONDS_PER_DAY, 730 * SECONDS_PER_DAY), unit: 's', reason: 'people return to old threads; questions contain personal data' },
  ],
  operationsPerUserPerDay: assumption('requests per daily user', interval(10, 40, 100), 'count', 'a dozen questions, each with its stream, and the threads reopened'),
  peakFactor: assumption('peak ÷ mean', interval(2, 3, 8), 'ratio', 'office hours of one or two time zones'),
  jobs: {
    perMainOperation: assumption('model calls per question', interval(1, 1.3, 3), 'count', 'one answer, now and then a rewritten question or a retry elsewhere'),
    seconds: assumption('seconds a call holds a worker', interval(4, 10, 40), 's', 'the connection stays open while tokens arrive; almost no CPU'),
    bytes: assumption('bytes of a call', interval(8_000, 18_000, 40_000), 'B', 'about four bytes a token'),
  },
  risks: [
    { risk: 'the model provider throttles, slows down or fails', failureModes: ['llm-degradation', 'provider-rate-limit', 'external-provider-outage'] },
    { risk: 'a loop or a careless integration spends the budget', failureModes: ['quota-cost-runaway'] },
    { risk: 'a document contains instructions that make the model reveal or do what it should not', failureModes: ['credential-leak'] },
    { risk: 'answers come from stale or half-replaced passages', failureModes: ['search-index-drift'] },
    { risk: 'open streams exhaust connections and memory', failureModes: ['resource-leak'] },
    { risk: 'a prompt change makes answers worse and nobody notices', failureModes: ['bad-config-push', 'llm-degradation'] },
  ],
  mechanisms: ['vector-retrieval-with-access-control', 'quota-metering', 'circuit-breaker', 'bulkhead', 'token-bucket', 'tenant-row-level-security', 'backpressure-and-shedding', 'deduplication-window', 'retry-budget', 'request-coalescing', 'cursor-pagination', 'resumable-upload'],
  questions: [
    { id: 'questions', question: 'How many questions are asked a day?', default: '5,000 a day', changes: 'the model bill, which usually exceeds the servers', key: 'volume', subject: 'ask-question', priority: 1 },
    { id: 'corpus', question: 'How many documents (of about ten pages) must be searchable?', default: '50,000', changes: 'vectors beside the relational data, or a vector store of its own', key: 'population', subject: 'document', priority: 1 },
    { id: 'permissions', question: 'May every user see every document, or do permissions differ by group or person?', default: 'by group', changes: 'how passages are filtered and how fast a revocation must act', key: 'capability', subject: 'document-permissions', priority: 1 },
    { id: 'residency', question: 'May questions and passages leave your region or go to a hosted model at all?', default: 'no requirement', changes: 'choice of provider; running a model needs GPUs', key: 'residency', priority: 2 },
    { id: 'quality', question: 'Must each statement be backed by a citation, and what does a wrong answer cost?', default: 'citations required', changes: 'reranking, evaluation set, refusal rules', key: 'capability', subject: 'citations', priority: 3 },
    { id: 'change-rate', question: 'What share of the documents changes on a day?', default: '1 %', changes: 'embedding jobs and freshness', key: 'share', subject: 'documents-changed-daily', priority: 4 },
  ],
  nonGoals: [
    'training or fine-tuning a model',
    'agents that act in other systems',
    'speech',
    'optical recognition of scanned paper beyond what the parser offers',
  ],
  sources: [tokenPrices, embeddingPrice, question, demo],
});

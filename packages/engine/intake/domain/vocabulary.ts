/**
 * Ways to say the same thing. A trigger that stands in a group is also met by the others; this is general vocabulary, kept
 * here so that a catalogue entry need not list every spelling.
 */
export const SAME_MEANING: readonly (readonly string[])[] = [
  ['e-commerce', 'ecommerce', 'online store', 'online shop', 'web shop', 'webshop', 'web store', 'internet shop', 'online retail', 'storefront', 'shop'],
  ['shopping cart', 'shopping basket', 'basket'],
  ['login', 'log in', 'sign in', 'signin', 'log on'],
  ['sso', 'single sign-on', 'single sign on'],
  ['mfa', 'two-factor', '2fa', 'multi-factor'],
  ['email', 'e-mail'],
  ['url shortener', 'link shortener', 'link shortening', 'short link', 'short url'],
  ['messaging app', 'messenger', 'chat app', 'instant message', 'instant messaging'],
  ['direct message', 'private message', 'one-to-one message'],
  ['logging system', 'log ingestion', 'log aggregation', 'log storage', 'log store', 'log search', 'log management', 'log pipeline', 'log analytics', 'application log', 'server log', 'access log', 'centralised logging', 'centralized logging', 'system log'],
  ['metrics pipeline', 'metrics store', 'metrics storage', 'monitoring metrics', 'metrics platform'],
  ['autocomplete', 'autocompletion', 'auto-complete', 'completion', 'typeahead', 'type-ahead', 'search-as-you-type', 'search suggestion'],
  ['ehr', 'emr', 'electronic health record', 'electronic medical record', 'health record', 'medical record', 'patient record'],
  ['healthcare', 'health care', 'health-care'],
  ['telemedicine', 'telehealth', 'remote consultation'],
  ['ride hailing', 'ride-hailing', 'ride sharing', 'ridesharing', 'ride-sharing', 'cab hailing', 'taxi app', 'taxi'],
  ['food delivery', 'meal delivery', 'takeaway', 'takeout'],
  ['grocery delivery', 'groceries'],
  ['b2b app', 'b2b platform', 'b2b product', 'b2b service', 'b2b saas', 'b2b tool', 'b2b software', 'b2b application'],
  ['multi-tenant', 'multitenant', 'multi tenant', 'multi-tenancy', 'multitenancy'],
  ['saas', 'software as a service', 'software-as-a-service'],
  ['job scheduler', 'task scheduler', 'job scheduling', 'scheduled jobs', 'cron service', 'cron job'],
  ['task queue', 'job queue'],
  ['workflow engine', 'workflow orchestration', 'job orchestration'],
  ['webhook', 'web hook', 'webhooks'],
  ['iot', 'internet of things'],
  ['device fleet', 'fleet of devices', 'connected device', 'fleet of sensors'],
  ['telemetry', 'sensor data', 'sensor reading', 'device reading', 'meter reading'],
  ['video upload', 'upload videos', 'video hosting', 'video sharing', 'video platform', 'video on demand'],
  ['transcode', 'transcoding', 'video encoding', 'encode video'],
  ['image processing', 'photo processing', 'resize images', 'image resizing'],
  ['file upload', 'upload files', 'file sharing service'],
  ['social network', 'social media', 'social platform', 'social app'],
  ['news feed', 'social feed', 'activity feed', 'home feed', 'newsfeed'],
  ['leaderboard', 'leader board', 'score board', 'scoreboard', 'high score'],
  ['auction', 'auctions'],
  ['warehouse', 'stockroom', 'distribution centre', 'distribution center'],
  ['inventory', 'stock keeping', 'stock control', 'stock level'],
  ['subscription', 'subscription billing', 'recurring payment', 'recurring billing'],
  ['invoice', 'invoicing'],
  ['feature flag', 'feature toggle', 'feature switch', 'feature flagging'],
  ['experimentation', 'a/b testing platform', 'experiment platform'],
  ['newsletter', 'mailing list', 'bulk email', 'mass mailing', 'email campaign', 'email newsletter'],
  ['ad click', 'click on ad', 'click on adverts', 'advert click', 'ad impression', 'advertising click', 'clicks on advertisement'],
  ['collaborative editing', 'collaborative editor', 'co-editing', 'edit together', 'editing together', 'edit the same document', 'simultaneous editing'],
  ['rag', 'retrieval augmented generation', 'retrieval-augmented generation'],
  ['llm', 'large language model', 'language model', 'gpt'],
  ['ai assistant', 'ai chatbot', 'chatbot', 'ask questions about our documents'],
  ['vector search', 'similarity search'],
  ['cms', 'content management', 'content management system', 'headless cms'],
  ['analytics', 'product analytics', 'business analytics', 'web analytics'],
  ['data warehouse', 'warehouse for analytics', 'business intelligence'],
  ['appointment', 'appointment booking'],
  ['push notification', 'mobile push', 'push message'],
  ['double entry', 'double-entry', 'double entry bookkeeping', 'double-entry bookkeeping'],
  ['money transfer', 'transfer money', 'send money', 'peer-to-peer payment'],
  ['courier', 'delivery rider'],
];

/**
 * Words with a common meaning outside the domains that use them as triggers ("99.9 % availability", "training session"):
 * one alone is a hint, and counts in full only beside another sign of the same domain.
 */
export const AMBIGUOUS = new Set(
  (
    'availability timeline session gateway ranking nearby proximity prompt rollout headless dashboard reporting login publishing impression campaign subscription calendar ' +
    'hotel taxi uber suggestion settlement reconciliation restaurant follower inventory hospital warehouse editorial capacity completion bid basket shop courier groceries invoice ' +
    'patient payment wallet analytics schedule order transaction ticket catalogue catalog product embedding agent experimentation flag monitor alert hire fleet sensor chat ' +
    'reservation booking notification clinical authentication'
  ).split(' '),
);

/** Of the ambiguous words, those that name their domain when they are what is being built: "a payment service". */
export const FIRM_AMBIGUOUS = new Set(
  'reservation booking notification payment chat sensor patient analytics subscription inventory wallet warehouse hospital authentication invoice bid shop settlement clinical'.split(' '),
);

/** Runs of words that mean something of their own; single words inside them are no sign of a domain. */
export const FIXED_PHRASES: readonly string[] = [
  'in|on order to', 'out of order', 'order|orders of magnitude', 'sort|sorting|sorted|reverse|chronological|alphabetical|ascending|descending|any|random|priority order', 'in order', 'order by', 'ordered by', 'in|of|on the order',
  'log in|on|out|off|into', 'sign in|up|out|on', 'check in|with|that|whether|if', 'look up|at|for', 'book value|keeping', 'post code|office|mortem', 'share of', 'in real time',
  'high|higher|service|target availability', 'availability ?of|target|sla|zone|requirement|number', 'uptime|reliability|durability|scalability|security|performance|latency|consistency ~1 availability', 'availability ~1 uptime|reliability|durability|scalability|security|performance|latency|consistency',
  'api|payment|internet|nat|sms|vpc gateway', 'project|delivery|release|tight|short|our timeline', 'timeline ?is|of|: ?about', 'training|practice|therapy|yoga|recording|study|drinking|jam session',
  'blue-green|canary|gradual|phased rollout', 'rollout ?is|in|plan', 'search|page ranking', 'prompt response|answer|reply|delivery', 'command|shell prompt', 'in|on|at this|that|the moment', 'rate limit', 'limit order',
  'read|write|access pattern', 'message queue|broker|bus', 'load balancer|test', 'unit|integration test', 'connection|thread pool', 'time series', 'stock market|exchange', 'audit log', 'transaction log', 'change log',
  'event log', 'captain|vlog log', 'wood|fire log', 'security|burglar|fire alarm', 'language model', 'business|data|domain|pricing model', 'team|staff|board meeting', 'data|call|medical|fulfilment center|centre', 'chat support', 'live chat',
];

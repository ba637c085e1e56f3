import { assumption, interval, SECONDS_PER_DAY, type Source } from '@archwright/kernel';
import { defineArchetype } from '../define.ts';

const booknotes: Source = {
  title: 'System Design Interview notes, chapter 22: ad click aggregation', url: 'https://github.com/preslavmihaylov/booknotes/blob/e82ff15/system-design/system-design-interview/chapter22/README.md', asOf: '2025-03-01', confidence: 'C', note: 'exercise: 1bn users, a click a day each, 10k/s, peak × 5, 100 bytes an event',
};
const beam: Source = {
  title: 'Apache Beam programming guide: windows, watermarks and late data', url: 'https://beam.apache.org/documentation/programming-guide/', asOf: 'undated', confidence: 'A',
};

export default defineArchetype({
  id: 'ad-click-aggregation', name: 'Ad click aggregation', context: 'Ad events',
  summary: 'takes every click on an advertisement, counts it once per minute and dimension, stops campaigns that have spent their budget, and reconciles the counts that money depends on',
  triggers: {
    strong: ['ad click', 'ad event', 'click aggregation', 'click tracking for ads', 'ad impression', 'ad analytics', 'advertising platform', 'ad server', 'rtb reporting', 'conversion tracking', 'ad billing', 'click fraud'],
    weak: ['click', 'impression', 'campaign', 'advertiser', 'cpc', 'cpm', 'attribution', 'publisher', 'ad'],
    exclude: ['product analytics only', 'email campaign', 'newsletter', 'url shortener'],
    signs: [
      ['tap|click|press|showing|impression|view|displayed|shown', 'banner|advert|ad|sponsored|placement|promoted|advertisement', 'pay|charge|bill|invoice|cost|price|budget'],
    ],
    facets: [
      { must: 2, need: 5, groups: ['tap|click|press|showing|impression|view|on screen|on a phone|seen', 'pay|owe|charge|bill|cost|invoice', 'each|every|per|whenever|thousand times|thousand', 'cent|penny|price|budget|euro|fee', 'robot|bot|fake|twice|count|fraud|genuine|once|left out|leave out|cheat', 'brand|advertiser|shop|agent|sponsor|merchant|banner|ad|placement|line|slot|picture|panel|tradesman'] },
      { must: 4, need: 4, groups: ['pay|charge|bill', 'cent|penny|amount|price|fee|money|euro|dollar|pound', 'whenever|each time|every time|for each|for every|per', 'tap|click|press|showing|view|impression'] },
      { must: 5, need: 5, groups: ['brand|advertiser|sponsor|shop|merchant', 'tap|click|showing|impression|view', 'count|tell|report', 'bill|buy|pay|charge|budget|spend', 'once|twice|night|day|campaign|banner|promoted|slot|message|picture|fake|fraud|genuine'] },
    ],
  },
  entities: [
    {
      name: 'Campaign', purpose: 'what an advertiser buys: ads, period, price per click and budget', rowBytes: 700, store: 'record', alsoCalled: ['brand order'], createdBy: 'create-campaign',
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'advertiserId', type: 'uuid' }, { name: 'name', type: 'text' },
        { name: 'state', type: 'text', values: ['draft', 'active', 'paused', 'exhausted', 'ended'] }, { name: 'budgetMinor', type: 'bigint' }, { name: 'spentMinor', type: 'bigint' },
        { name: 'currency', type: 'text' }, { name: 'pricePerClickMinor', type: 'bigint' }, { name: 'startsAt', type: 'timestamptz' }, { name: 'endsAt', type: 'timestamptz' },
        { name: 'updatedAt', type: 'timestamptz' },
      ],
    },
    {
      name: 'Ad', purpose: 'creative with its target address; belongs to one campaign', rowBytes: 600, store: 'record', alsoCalled: ['sponsored listing', 'listing', 'banner', 'placement', 'advert'], createdBy: 'create-campaign', rowsPerOperation: 5,
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'campaignId', type: 'uuid', references: 'Campaign.id' }, { name: 'targetUrl', type: 'text' },
        { name: 'state', type: 'text', values: ['active', 'paused'] }, { name: 'createdAt', type: 'timestamptz' },
      ],
    },
    {
      name: 'ClickEvent', purpose: 'click as received: what counts are recomputed from', rowBytes: 120, store: 'append', alsoCalled: ['tap', 'press', 'showing', 'impression', 'view'], createdBy: 'record-click', retentionDays: 90,
      fields: [
        { name: 'eventId', type: 'uuid', key: true }, { name: 'clickedAt', type: 'timestamptz', key: true }, { name: 'receivedAt', type: 'timestamptz' }, { name: 'adId', type: 'uuid' },
        { name: 'campaignId', type: 'uuid' }, { name: 'country', type: 'text' }, { name: 'device', type: 'text' }, { name: 'userHash', type: 'bytea', nullable: true, classification: 'pii' },
        { name: 'addressHash', type: 'bytea', nullable: true, classification: 'pii' }, { name: 'verdict', type: 'text', values: ['counted', 'duplicate', 'invalid'] },
      ],
    },
    {
      name: 'AdMinute', purpose: 'counted clicks of an ad per minute and dimension; late events add a row with a higher revision, and the highest counts', rowBytes: 70, store: 'append', createdBy: 'record-click', rowsPerOperation: 0.05, retentionDays: 400,
      fields: [
        { name: 'adId', type: 'uuid', key: true }, { name: 'minuteAt', type: 'timestamptz', key: true }, { name: 'country', type: 'text', key: true },
        { name: 'device', type: 'text', key: true }, { name: 'campaignId', type: 'uuid' }, { name: 'clicks', type: 'bigint' }, { name: 'invalidClicks', type: 'bigint' },
        { name: 'costMinor', type: 'bigint' }, { name: 'revision', type: 'int', key: true },
      ],
    },
    {
      name: 'AdDay', purpose: 'billed counts of an ad per day in the advertiser’s time zone, closed after reconciliation', rowBytes: 90, store: 'record', createdBy: 'record-click', rowsPerOperation: 0.0005, retentionDays: 2_555,
      fields: [
        { name: 'adId', type: 'uuid', key: true }, { name: 'billingDate', type: 'date', key: true }, { name: 'campaignId', type: 'uuid', references: 'Campaign.id' },
        { name: 'clicks', type: 'bigint' }, { name: 'costMinor', type: 'bigint' }, { name: 'state', type: 'text', values: ['open', 'reconciled', 'corrected'] },
        { name: 'closedAt', type: 'timestamptz', nullable: true },
      ],
    },
    {
      name: 'Correction', purpose: 'difference found by reconciliation, with its reason and the amount credited', rowBytes: 200, store: 'journal', createdBy: 'record-click', rowsPerOperation: 0.00001, retentionDays: 2_555,
      fields: [
        { name: 'id', type: 'uuid', key: true }, { name: 'foundAt', type: 'timestamptz', key: true }, { name: 'adId', type: 'uuid' }, { name: 'billingDate', type: 'date' },
        { name: 'clicksBefore', type: 'bigint' }, { name: 'clicksAfter', type: 'bigint' }, { name: 'reason', type: 'text' },
      ],
    },
  ],
  // Shares follow a hundred clicks: dashboards ask for counts three times and for the top list once; campaigns are created rarely.
  operations: [
    {
      id: 'record-click', summary: 'Record a click and redirect to the advertiser', actor: 'viewer',
      method: 'GET', path: '/clicks/{adToken}', kind: 'write', redirect: true, share: 0.95643414, requestBytes: 250, responseBytes: 300, latencyP99Ms: 100, entity: 'ClickEvent',
      idempotent: true, synonyms: ['click ad', 'record click', 'track click', 'ad click', 'ingest click', 'collect click', 'receive click', 'count click', 'ad event', 'click event', 'process click'],
    },
    {
      id: 'get-ad-counts', summary: 'Tell the clicks of an ad over a time range', actor: 'advertiser',
      method: 'GET', path: '/ads/{adId}/counts', kind: 'read', share: 0.0287, requestBytes: 120, responseBytes: 600, latencyP99Ms: 500, entity: 'AdMinute',
      synonyms: ['get count', 'query click', 'count click of ad', 'view click count', 'query ad'],
    },
    {
      id: 'list-top-ads', summary: 'List the most clicked ads of the last minutes', actor: 'advertiser',
      method: 'GET', path: '/ads/top', kind: 'read', share: 0.00956, requestBytes: 80, responseBytes: 4_000, latencyP99Ms: 800, entity: 'AdMinute',
      list: true, synonyms: ['list top ad', 'top ad', 'most clicked ad', 'trending ad'],
    },
    {
      id: 'get-report', summary: 'Report clicks and cost by dimension', actor: 'advertiser',
      method: 'GET', path: '/reports', kind: 'read', share: 0.00478, requestBytes: 200, responseBytes: 30_000, latencyP99Ms: 4_000, entity: 'AdMinute',
      synonyms: ['view report', 'generate report', 'query report', 'view dashboard', 'analyse campaign'],
    },
    {
      id: 'list-campaigns', summary: 'List campaigns with spend and state', actor: 'advertiser',
      method: 'GET', path: '/campaigns', kind: 'read', share: 0.000478, requestBytes: 80, responseBytes: 6_000, latencyP99Ms: 500, entity: 'Campaign',
      list: true, synonyms: ['list campaign', 'view campaign'],
    },
    {
      id: 'create-campaign', summary: 'Create a campaign with its ads', actor: 'advertiser',
      method: 'POST', path: '/campaigns', kind: 'write', share: 0.00000956, requestBytes: 1_500, responseBytes: 400, latencyP99Ms: 700, entity: 'Campaign',
      idempotent: true, synonyms: ['create campaign', 'create ad', 'launch campaign'],
      body: [
        { name: 'name', type: 'text' }, { name: 'budgetMinor', type: 'bigint' }, { name: 'currency', type: 'text' }, { name: 'pricePerClickMinor', type: 'bigint' },
        { name: 'startsAt', type: 'timestamptz' }, { name: 'endsAt', type: 'timestamptz' }, { name: 'ads', type: 'jsonb' },
      ],
      example: { name: 'Spring shoes', budgetMinor: 500_000, currency: 'EUR', pricePerClickMinor: 35, startsAt: '2026-03-20T00:00:00Z', endsAt: '2026-04-20T00:00:00Z', ads: [{ targetUrl: 'https://shop.example/spring' }] },
    },
    {
      id: 'update-campaign', summary: 'Pause, resume or change a budget', actor: 'advertiser',
      method: 'PATCH', path: '/campaigns/{campaignId}', kind: 'write', share: 0.0000383, requestBytes: 200, responseBytes: 300, latencyP99Ms: 500, entity: 'Campaign',
      idempotent: true, synonyms: ['pause campaign', 'update campaign', 'change budget'],
      body: [{ name: 'state', type: 'text', nullable: true, values: ['active', 'paused'] }, { name: 'budgetMinor', type: 'bigint', nullable: true }],
      example: { state: 'paused' },
    },
  ],
  mainOperation: 'record-click',
  flows: [
    {
      id: 'click', title: 'A click is taken', operation: 'record-click', mode: 'async',
      steps: [
        { from: 'client', to: 'api', action: 'follows the signed click address' },
        { from: 'api', to: 'event-stream', action: 'appends the event under its id, keyed by ad and a salt' },
        { from: 'api', to: 'client', action: 'redirects to the advertiser once the event is durable' },
        { from: 'event-stream', to: 'worker', action: 'hands over events in order of the partition' },
        { from: 'worker', to: 'append-store', action: 'writes raw events in large batches' },
      ],
    },
    {
      id: 'count', title: 'Clicks become minute counts', operation: 'record-click', mode: 'async',
      steps: [
        { from: 'event-stream', to: 'worker', action: 'hands over events with their click time' },
        { from: 'worker', to: 'cache', action: 'drops ids seen within the deduplication window and adds the rest to the minute window of ad, country and device' },
        { from: 'worker', to: 'append-store', action: 'writes the window when the watermark passes it, with a revision for late events' },
        { from: 'worker', to: 'event-stream', action: 'commits the offset together with the written window' },
      ],
    },
    {
      id: 'stop-budget', title: 'A campaign has spent its budget', mode: 'async',
      steps: [
        { from: 'worker', to: 'primary-store', action: 'adds the cost of each window to the campaign' },
        { from: 'worker', to: 'primary-store', action: 'marks the campaign exhausted when the budget is reached' },
        { from: 'worker', to: 'cache', action: 'publishes the paused campaign to the ad servers' },
      ],
    },
    {
      id: 'reconcile', title: 'Yesterday’s counts are checked', mode: 'batch',
      steps: [
        { from: 'worker', to: 'append-store', action: 'counts the raw events of the day again, without duplicates and invalid clicks' },
        { from: 'worker', to: 'append-store', action: 'compares with the sum of the minute windows' },
        { from: 'worker', to: 'primary-store', action: 'closes the day, or stores a correction and the credit' },
      ],
    },
    {
      id: 'report', title: 'An advertiser opens a report', operation: 'get-report', mode: 'sync',
      steps: [
        { from: 'client', to: 'api', action: 'asks for a range and dimensions' },
        { from: 'api', to: 'cache', action: 'answers closed ranges from the result cache' },
        { from: 'api', to: 'append-store', action: 'aggregates minute rows of the advertiser’s ads' },
        { from: 'api', to: 'client', action: 'returns rows with the instant up to which they are complete' },
      ],
    },
  ],
  accessPatterns: [
    { id: 'counts-of-ad', entity: 'AdMinute', purpose: 'clicks of an ad over a range', by: ['adId', 'minuteAt'], order: 'minuteAt asc', kind: 'aggregation', operation: 'get-ad-counts' },
    { id: 'top-of-minutes', entity: 'AdMinute', purpose: 'most clicked in the last minutes', by: ['minuteAt', 'clicks'], order: 'clicks desc', kind: 'aggregation', operation: 'list-top-ads' },
    { id: 'campaign-report', entity: 'AdMinute', purpose: 'report by dimension', by: ['campaignId', 'minuteAt', 'country'], kind: 'aggregation', operation: 'get-report' },
    { id: 'raw-of-day', entity: 'ClickEvent', purpose: 'reconciliation and disputes', by: ['clickedAt', 'adId'], order: 'clickedAt asc', kind: 'range' },
    { id: 'event-by-id', entity: 'ClickEvent', purpose: 'prove or deny a single click', by: ['eventId'], kind: 'lookup' },
    { id: 'open-days', entity: 'AdDay', purpose: 'days to reconcile', by: ['state', 'billingDate'], order: 'billingDate asc', kind: 'queue' },
    { id: 'campaigns-of-advertiser', entity: 'Campaign', purpose: 'campaign list', by: ['advertiserId', 'updatedAt'], order: 'updatedAt desc', kind: 'range', operation: 'list-campaigns' },
  ],
  events: [
    { name: 'ClickRecorded', when: 'a click was made durable', entity: 'ClickEvent', consumers: ['counting', 'raw archive', 'fraud scoring'] },
    { name: 'MinuteCounted', when: 'a window was written or revised', entity: 'AdMinute', consumers: ['budget control', 'dashboards'] },
    { name: 'BudgetExhausted', when: 'spend reached the budget', entity: 'Campaign', consumers: ['ad servers', 'advertiser notification'] },
    { name: 'DayClosed', when: 'reconciliation agreed with the counts', entity: 'AdDay', consumers: ['invoicing'] },
  ],
  externals: [
    { id: 'fraud-scoring', name: 'Invalid-traffic scoring', purpose: 'judges suspicious clicks after the fact', providers: ['HUMAN', 'DoubleVerify', 'own model'], timeoutMs: 2_000, share: 0.01 },
  ],
  consistency: [
    { scope: 'billed counts', need: 'exactly-once effect, checked against the raw events every day', why: 'advertisers pay for them' },
    { scope: 'live counts', need: 'eventual, complete within minutes of the click', why: 'dashboards show the instant of completeness' },
    { scope: 'budget stop', need: 'bounded overspend: what arrives within the reaction time', why: 'an exact stop would need a lock on every click' },
  ],
  needs: ['append-heavy', 'aggregation', 'time-partition', 'range-scan', 'point-read'],
  defaults: [
    { key: 'retention', subject: 'click-event', value: interval(30 * SECONDS_PER_DAY, 90 * SECONDS_PER_DAY, 400 * SECONDS_PER_DAY), unit: 's', reason: 'long enough to settle disputes of the last invoice; identifiers are hashed' },
    { key: 'retention', subject: 'ad-minute', value: interval(90 * SECONDS_PER_DAY, 400 * SECONDS_PER_DAY, 800 * SECONDS_PER_DAY), unit: 's', reason: 'comparison with the same month of last year' },
    { key: 'duration', subject: 'late-window', value: interval(300, 900, 86_400), unit: 's', reason: 'phones that were offline; later clicks wait for reconciliation' },
    { key: 'duration', subject: 'freshness', value: interval(60, 120, 300), unit: 's', reason: 'minute windows and one minute of patience' },
    { key: 'size', subject: 'click-event', value: interval(80, 100, 300), unit: 'B', reason: 'ids, instant, country and hashes', source: booknotes },
    { key: 'share', subject: 'invalid-clicks', value: interval(0.01, 0.1, 0.3), unit: 'ratio', reason: 'bots and double clicks' },
  ],
  operationsPerUserPerDay: assumption('events per person and day', interval(0.2, 1, 3), 'count', 'the published exercise takes one click a day per user; most people click less'),
  peakFactor: assumption('peak ÷ mean of clicks', interval(2.5, 5, 10), 'ratio', 'the published exercise takes 5: prime time; live events reach 10'),
  jobs: {
    perMainOperation: assumption('stream steps per click', interval(1, 2, 3), 'count', 'counting and archiving read the same event'),
    seconds: assumption('seconds a step holds a worker', interval(0.00002, 0.0001, 0.001), 's', 'events are handled in batches of thousands'),
    bytes: assumption('event on the stream', interval(80, 120, 300), 'B', 'compact encoding'),
  },
  risks: [
    { risk: 'one ad of a live event takes a third of all clicks and its partition lags', failureModes: ['hot-partition', 'hot-key'] },
    { risk: 'a replay after a crash counts clicks twice', failureModes: ['duplicate-delivery'] },
    { risk: 'late or wrongly dated events fall into no window', failureModes: ['clock-skew'] },
    { risk: 'rebalancing consumers stop counting for minutes at the peak', failureModes: ['consumer-rebalance-storm', 'queue-backlog'] },
    { risk: 'the redirect is slow and clicks are lost before they are counted', failureModes: ['slow-dependency'] },
    { risk: 'a bot network spends a competitor’s budget', failureModes: ['ddos'] },
  ],
  mechanisms: ['roll-ups-with-late-data', 'exactly-once-effects', 'deduplication-window', 'partition-key-salting', 'time-partitioned-tables', 'write-path-cost', 'backpressure-and-shedding', 'quota-metering', 'downsampling', 'request-coalescing'],
  questions: [
    { id: 'clicks', question: 'How many clicks arrive a day?', default: '10 million a day', changes: 'a managed queue and a partitioned table, or a replicated log and a column store', key: 'volume', subject: 'record-click', priority: 1 },
    { id: 'impressions', question: 'Are impressions counted as well, and how many for each click?', default: '0', changes: 'impressions outnumber clicks about a hundred to one and decide the size of everything', key: 'ratio', subject: 'impressions-per-click', priority: 1 },
    { id: 'accuracy', question: 'Do invoices depend on the counts, or are they for orientation?', default: 'exactly-once effects', changes: 'deduplication, raw events and a daily reconciliation', key: 'delivery', subject: 'click', priority: 2 },
    { id: 'late', question: 'How late may a click arrive and still be counted?', default: '15 minutes', changes: 'state held in open windows', key: 'duration', subject: 'late-window', priority: 2 },
    { id: 'dimensions', question: 'By which dimensions are counts reported?', default: '3 (ad, country, device)', changes: 'each dimension multiplies the minute rows', key: 'population', subject: 'dimension', priority: 3 },
    { id: 'raw', question: 'How long must single clicks be kept?', default: '90 days', changes: 'the largest part of the storage', key: 'retention', subject: 'click-event', priority: 3 },
  ],
  nonGoals: [
    'choosing which ad to show',
    'bidding in real time',
    'attribution across devices',
    'invoicing and collecting money',
  ],
  sources: [booknotes, beam],
});

import { compileCues } from './cue.ts';

/** How the load comes, what is asked of the data, and how far the product is. */
export const SHAPE_CUES = compileCues([
  {
    key: 'load-shape', value: 'spiky', statement: 'the load comes in bursts',
    patterns: ['bursty|spiky|burst|bursts|spike|spikes|unpredictable|sporadic|flash', 'flash sale|sales|crowd', 'black friday', 'campaign|campaigns ~4 hour|hours|minute|minutes', 'seasonal|seasonality', 'peak season', 'go|goes|going viral', 'sudden ~1 load|traffic|surge|surges|rush|demand', 'traffic|load surge|surges', 'ticket release|drop|drops', 'in one hour|minute', 'on sale ~4 same', 'mostly|usually idle', 'scale to zero', 'rush hour'],
  },
  {
    key: 'load-shape', value: 'daily', statement: 'the load follows the day',
    patterns: ['office|business|working|opening|school hours', 'evening|evenings|lunchtime|lunch|dinner|mornings|daytime ~2 peak|peaks|rush|traffic|load', 'day and night', 'busy|peak hours', 'time of day', 'most ~6 evening|evenings|morning|mornings|lunchtime'],
  },
  { key: 'load-shape', value: 'batch', statement: 'the work comes in batches', patterns: ['batch|batches ?of|job|jobs|processing|import|load', 'nightly|overnight import|load|run|job|jobs|batch|export|sync', 'end-of-month|month-end|end-of-day|year-end'] },
  { key: 'load-shape', value: 'steady', statement: 'the load is even', patterns: ['steady|constant|even|flat|uniform|continuous ~1 load|traffic|stream|rate|flow|demand', 'around the clock', 'load|traffic|rate is|stays steady|constant|even|flat|uniform', 'continuously', '24/7'] },
  {
    key: 'query-pattern', value: 'lookup', statement: 'single records are looked up',
    patterns: ['look up|ups', 'look-up|look-ups|lookup|lookups', 'individual|single|one record|records|event|events|entry|entries|row|rows|document|documents', 'by|per its|their|the|an|a ?unique id|key|code|number|identifier|barcode|slug|isbn', 'by id|key|code|identifier|barcode', 'trace|request|correlation|order|user id', 'point queries|reads|read|query', 'fetch one|single', 'key-value'],
  },
  {
    key: 'query-pattern', value: 'aggregation', statement: 'many records are summed up',
    patterns: ['aggregate|aggregates|aggregated|aggregation|aggregations', 'dashboard|dashboards|analytics|statistics|kpi|kpis|histogram|percentiles|funnel|funnels|cohort|cohorts', 'sums|totals|averages|counts|trends|breakdown|breakdowns by|per|over|of|each|for', 'group|grouped by', 'average|averages|total|totals|count|counts|sum per|by|over|each', 'olap|roll-ups|rollups', 'monthly|weekly|daily|hourly statistics|report|reports|totals|averages|summary|summaries|chart|charts', 'one-minute|hourly|daily averages|summaries|aggregates'],
  },
  {
    key: 'query-pattern', value: 'search', statement: 'records are found by their text',
    patterns: ['full-text', 'full text', 'keyword', 'searchable|autocomplete|typeahead|fuzzy', 'text|faceted search', 'search|searches|searching ~1 by|for|in|through|across|over', 'search engine|box|bar|results', 'grep', 'prefix match'],
  },
  { key: 'query-pattern', value: 'range', statement: 'records of one key are read in order', patterns: ['time range|ranges|window|windows', 'date range|ranges', 'range query|queries|scan|scans', 'history of|for|per', 'chronological|chronologically|newest', 'newest|latest|recent first', 'timeline of', 'between two dates|times', 'over time', 'most recent', 'last 15|24|30|7|five|ten|n ~1 minutes|hours|days'] },
  { key: 'query-pattern', value: 'graph', statement: 'relations are followed', patterns: ['friends of friends', 'graph|shortest-path ~1 traversal|query|queries|database', 'shortest path', 'degrees of separation'] },
  { key: 'query-pattern', value: 'geo', statement: 'records are found by where they are', patterns: ['nearby|nearest|closest|geofence|geospatial|proximity', 'within ~2 km|kilometres|kilometers|miles|metres|meters ?of', 'near me|them|you', 'by location|position|distance', 'bounding box'] },
  { key: 'query-pattern', value: 'vector', statement: 'records are found by similarity', patterns: ['vector|semantic|similarity search', 'embedding|embeddings', 'similar ~1 images|photos|documents|products|items|questions|articles', 'nearest neighbour|neighbor|neighbours|neighbors'] },
  {
    key: 'stage', value: 'early', statement: 'an early product',
    patterns: ['mvp|prototype|proof-of-concept|poc|pre-seed|bootstrapped|pre-launch', 'proof of concept', 'minimum viable product', 'early stage|days|product|version', 'early-stage', 'side|hobby|weekend|toy|student project', 'just starting|started|launching|launched', 'solo founder|developer', 'first version|release|customers|users|prototype', 'starting small|out', 'startup|start-up', 'validate ~2 idea|market|demand', 'small start', 'beta ?version|launch|test|phase'],
  },
  { key: 'stage', value: 'growing', statement: 'a growing product', patterns: ['growing|scaling fast|rapidly|quickly|?up', 'grow|grows|growing|doubling|tripling ~3 year|month|quarter', 'series a|b', 'scale-up|scaleup', 'rapid growth'] },
  { key: 'stage', value: 'mature', statement: 'an established system', patterns: ['legacy|incumbent|brownfield', 'existing system|platform|product|monolith|customers|application', 'established|mature ~1 company|product|platform|business|system', 'in production since|for', 'migrate|migrating|rewrite|rewriting|re-architect|modernise|modernize ~3 system|monolith|application|platform', 'enterprise-wide|large enterprise'] },
]);

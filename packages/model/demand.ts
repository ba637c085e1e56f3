import type { Unit } from '@archwright/kernel';

/**
 * The variables that options' formulas read: the whole demand on a design as numbers. `synthesise` fills them from the
 * workload; `decide` adds the exported ones. Peaks already include the peak factor; stored bytes are one copy at the
 * planning horizon unless named otherwise. A demand that the workload does not have is 0; that is a fact, not an unknown.
 */
export const DEMAND_VARIABLES = {
  // requests that users wait for
  requestMean: ['1/s', 'synchronous API requests, mean'],
  requestPeak: ['1/s', 'synchronous API requests, peak'],
  cpuPerRequest: ['s', 'CPU time of one request in the chosen language’s reference (Node.js)'],
  ingressBytes: ['B/s', 'bytes in, mean'],
  egressBytes: ['B/s', 'bytes out to users, mean'],
  egressPeak: ['B/s', 'bytes out to users, peak'],
  peakFactor: ['ratio', 'peak ÷ mean of the busiest activity'],
  // records: entities that are created, read and changed
  recordReadPeak: ['1/s', 'record reads at peak, before any cache'],
  recordReadMean: ['1/s', 'record reads, mean'],
  recordWritePeak: ['1/s', 'record writes at peak'],
  recordWriteMean: ['1/s', 'record writes, mean'],
  recordBytes: ['B', 'records with indexes at the horizon'],
  hotBytes: ['B', 'records that take most reads'],
  // append-only rows: events, logs, points, deliveries
  appendPeak: ['1/s', 'rows appended at peak'],
  appendMean: ['1/s', 'rows appended, mean'],
  appendRowBytes: ['B', 'one appended row as sent'],
  appendBytes: ['B', 'appended rows held over their retention, as sent'],
  appendLookupPeak: ['1/s', 'look-ups of single appended rows or short ranges at peak'],
  aggregationPeak: ['1/s', 'aggregating queries over appended rows at peak'],
  aggregationScanRows: ['count', 'rows one aggregating query reads'],
  // other access
  searchPeak: ['1/s', 'full-text or typeahead queries at peak'],
  searchBytes: ['B', 'text under a search index'],
  searchRecordBytes: ['B', 'of it, text of rows that live with the records'],
  indexPeak: ['1/s', 'documents of a search index written or changed at peak'],
  vectorCount: ['count', 'vectors under similarity search'],
  blobBytes: ['B', 'objects held at the horizon'],
  blobWriteMean: ['1/s', 'objects written, mean'],
  blobReadMean: ['1/s', 'objects read, mean'],
  blobEgressBytes: ['B/s', 'object bytes out to users, mean'],
  // work nobody waits for
  jobMean: ['1/s', 'asynchronous jobs, mean'],
  jobPeak: ['1/s', 'asynchronous jobs, peak'],
  jobSeconds: ['s', 'time one job holds a worker (mostly waiting on providers)'],
  jobBytes: ['B', 'one job’s message'],
  eventConsumers: ['count', 'independent consumers of the same events'],
  // connections held open
  connections: ['count', 'long-lived connections at peak'],
  pushPeak: ['1/s', 'messages pushed over them at peak'],
  // people, place, time
  users: ['count', 'people or devices known to the system'],
  dailyUsers: ['count', 'active a day'],
  signIns: ['count', 'people among them, who sign in'],
  devices: ['count', 'devices among them, which hold a key and sign in to nothing'],
  contexts: ['count', 'bounded contexts'],
  engineers: ['count', 'people who build and run it'],
  regions: ['count', 'regions that must hold their own data'],
  farRoundTrip: ['s', 'network round trip of the farthest users to one home region'],
  tenants: ['count', 'tenants that must not see each other'],
  latencyTarget: ['s', 'p99 a user may wait for the strictest synchronous operation'],
  busyShare: ['ratio', 'share of the day with noticeable load, 0-1'],
  // constants of the calculation
  horizonMonths: ['month', 'planning horizon'],
  hourlyRate: ['USD/h', 'a loaded hour of an engineer'],
  secondsPerMonth: ['s/month', 'billing month'],
  headroom: ['ratio', 'highest planned use of a resource at peak, 0-1'],
  // units, so that plain numbers can stand beside quantities: `20e9 * oneByte`
  oneSecond: ['s', 'one second'],
  oneByte: ['B', 'one byte'],
  oneHour: ['h', 'one hour of work'],
  onePerMonth: ['1/month', 'once a month'],
} as const satisfies Record<string, readonly [Unit, string]>;
export type DemandVariable = keyof typeof DEMAND_VARIABLES;

/** Variables that an option sets for the decisions after it. Each has a neutral default, used where no option sets it. */
export const EXPORTED_VARIABLES = {
  deployables: ['count', 'units deployed on their own', 1],
  networkHops: ['count', 'service-to-service hops on the longest synchronous flow', 0],
  cacheHitShare: ['ratio', 'record reads a cache answers', 0],
  cpuFactor: ['ratio', 'CPU per request against the reference language', 1],
  computeIdle: ['ratio', '1 where capacity is rented whether used or not, 0 where it is billed by use', 1],
  storeWritesExtra: ['1/s', 'writes that other parts put on the primary store (outbox, jobs) at peak', 0],
  appendOnPrimary: ['ratio', '1 where appended rows live in the primary store', 0],
  regionCopies: ['count', 'full copies of the system in different regions', 1],
} as const satisfies Record<string, readonly [Unit, string, number]>;
export type ExportedVariable = keyof typeof EXPORTED_VARIABLES;

export type Demand = Readonly<Record<DemandVariable, number>>;

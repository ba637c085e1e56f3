import type { DecisionPoint } from '@archwright/model';

/** The choices a backend design makes, in the order a reader meets them. */
export const decisionPoints: readonly DecisionPoint[] = [
  { id: 'pattern', title: 'Architecture pattern', question: 'How many parts are deployed on their own, and how do they talk?', optional: false },
  { id: 'provider', title: 'Cloud provider', question: 'Whose machines does it run on?', optional: false },
  { id: 'region', title: 'Regions and recovery', question: 'In how many places does it run, and what happens when one is lost?', optional: false },
  { id: 'compute', title: 'Compute platform', question: 'What runs the code?', optional: false },
  { id: 'language', title: 'Language and framework', question: 'What is the code written in?', optional: false },
  { id: 'primary-store', title: 'Primary datastore', question: 'Where do the records live that change and must stay consistent?', optional: true },
  { id: 'append-store', title: 'Store for appended rows', question: 'Where do the rows live that only grow: logs, events, deliveries, points?', optional: true },
  { id: 'search-store', title: 'Search', question: 'What answers ranked text, prefix or similarity queries?', optional: true },
  { id: 'blob-store', title: 'Object storage', question: 'Where do large binary objects live?', optional: true },
  { id: 'cache', title: 'Cache', question: 'Are reads answered from memory, and by what?', optional: true },
  { id: 'queue', title: 'Work queue', question: 'What hands asynchronous work to workers and tries it again?', optional: true },
  { id: 'event-stream', title: 'Event stream', question: 'How do several consumers see the same events, and see them again?', optional: true },
  { id: 'real-time', title: 'Real-time transport', question: 'How do changes reach connected clients?', optional: true },
  { id: 'api-style', title: 'API style', question: 'How do clients call it?', optional: false },
  { id: 'authentication', title: 'Authentication', question: 'How does it know who calls?', optional: false },
  { id: 'edge', title: 'Edge', question: 'Does anything run or get cached near the users?', optional: true },
  { id: 'observability', title: 'Observability', question: 'Where do metrics, logs and traces go?', optional: false },
  { id: 'delivery', title: 'Delivery', question: 'How does a change reach production, and leave it again?', optional: false },
  { id: 'infrastructure-code', title: 'Infrastructure as code', question: 'How is the infrastructure described and changed?', optional: false },
];

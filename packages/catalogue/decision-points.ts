import { assumption, interval } from '@archwright/kernel';
import type { DecisionPoint } from '@archwright/model';

const moving = (low: number, likely: number, high: number) =>
  assumption('hours to move a running system to another option', interval(low, likely, high), 'h', 'our estimate: double running, data copied and compared, callers moved step by step, the old part removed');

/** The choices a backend design makes, in the order a reader meets them. */
export const decisionPoints: readonly DecisionPoint[] = [
  { id: 'pattern', title: 'Architecture pattern', question: 'How many parts are deployed on their own, and how do they talk?', optional: false, switching: moving(120, 320, 800) },
  { id: 'provider', title: 'Cloud provider', question: 'Whose machines does it run on?', optional: false, switching: moving(160, 400, 1000) },
  { id: 'region', title: 'Regions and recovery', question: 'In how many places does it run, and what happens when one is lost?', optional: false, switching: moving(20, 60, 160) },
  { id: 'compute', title: 'Compute platform', question: 'What runs the code?', optional: false, switching: moving(16, 60, 160) },
  { id: 'language', title: 'Language and framework', question: 'What is the code written in?', optional: false, switching: moving(600, 1600, 4000) },
  { id: 'primary-store', title: 'Primary datastore', question: 'Where do the records live that change and must stay consistent?', optional: true, switching: moving(120, 300, 800) },
  { id: 'append-store', title: 'Store for appended rows', question: 'Where do the rows live that only grow: logs, events, deliveries, points?', optional: true, switching: moving(40, 120, 300) },
  { id: 'search-store', title: 'Search', question: 'What answers ranked text, prefix or similarity queries?', optional: true, switching: moving(24, 60, 160) },
  { id: 'blob-store', title: 'Object storage', question: 'Where do large binary objects live?', optional: true, switching: moving(24, 60, 160) },
  { id: 'cache', title: 'Cache', question: 'Are reads answered from memory, and by what?', optional: true, switching: moving(8, 24, 60) },
  { id: 'queue', title: 'Work queue', question: 'What hands asynchronous work to workers and tries it again?', optional: true, switching: moving(16, 50, 120) },
  { id: 'event-stream', title: 'Event stream', question: 'How do several consumers see the same events, and see them again?', optional: true, switching: moving(40, 100, 240) },
  { id: 'real-time', title: 'Real-time transport', question: 'How do changes reach connected clients?', optional: true, switching: moving(16, 50, 120) },
  { id: 'api-style', title: 'API style', question: 'How do clients call it?', optional: false, switching: moving(120, 400, 1000) },
  { id: 'authentication', title: 'Authentication', question: 'How does it know who calls?', optional: false, switching: moving(60, 160, 400) },
  { id: 'edge', title: 'Edge', question: 'Does anything run or get cached near the users?', optional: true, switching: moving(8, 24, 60) },
  { id: 'observability', title: 'Observability', question: 'Where do metrics, logs and traces go?', optional: false, switching: moving(16, 40, 100) },
  { id: 'delivery', title: 'Delivery', question: 'How does a change reach production, and leave it again?', optional: false, switching: moving(16, 40, 100) },
  { id: 'infrastructure-code', title: 'Infrastructure as code', question: 'How is the infrastructure described and changed?', optional: false, switching: moving(16, 50, 120) },
];

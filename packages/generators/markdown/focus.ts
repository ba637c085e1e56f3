import type { Decision, DecisionPointId, Design, Entity } from '@archwright/model';

const STORES: readonly DecisionPointId[] = ['primary-store', 'append-store', 'search-store', 'blob-store'];

/** The field's words for the parts of a backend: which decision a question about one part is about. */
const WORDS: readonly (readonly [RegExp, readonly DecisionPointId[]])[] = [
  [/\b(?:queue|broker|task queue|job queue)s?\b/i, ['queue', 'event-stream']],
  [/\b(?:event stream|stream|event bus|log broker)s?\b/i, ['event-stream', 'queue']],
  [/\b(?:cache|caching)\b/i, ['cache']],
  [/\b(?:search|search engine|full[- ]text)\b/i, ['search-store']],
  [/\b(?:object|blob|file) stor(?:e|age)\b/i, ['blob-store']],
  [/\b(?:language|framework|runtime|orm)s?\b/i, ['language']],
  [/\b(?:kubernetes|containers?|serverless|hosting|compute|lambda)\b/i, ['compute']],
  [/\b(?:cloud|provider)s?\b/i, ['provider']],
  [/\b(?:monolith|microservices?)\b/i, ['pattern']],
  [/\b(?:auth|authentication|login|identity)\b/i, ['authentication']],
  [/\b(?:graphql|grpc|rest)\b/i, ['api-style']],
  [/\b(?:websockets?|server-sent events|sse)\b/i, ['real-time']],
  [/\b(?:cdn|edge)\b/i, ['edge']],
  [/\b(?:observability|monitoring|tracing)\b/i, ['observability']],
  [/\b(?:terraform|pulumi|infrastructure as code)\b/i, ['infrastructure-code']],
  [/\b(?:gitops|ci\/cd|pipeline|deployment)\b/i, ['delivery']],
  [/\b(?:databases?|db|datastores?|data stores?|stores?|storage|warehouse)\b/i, STORES],
];

/**
 * The decisions a short question is about: the part of a backend it names first, else where the data goes. Among stores it
 * is where the largest table lives: rows that only grow have a decision of their own, and a box they stand in.
 */
export function focusOf(design: Design): readonly Decision[] {
  const asked = WORDS.flatMap(([pattern, points]) => {
    const at = pattern.exec(design.brief)?.index;
    return at === undefined ? [] : [{ at, points }];
  }).toSorted((a, b) => a.at - b.at);
  for (const { points } of asked) {
    const found = points === STORES ? storeDecisions(design) : decisionsAt(points, design).slice(0, 1);
    if (found.length > 0) return found;
  }
  const stores = storeDecisions(design);
  return stores.length > 0 ? stores : design.decisions.slice(0, 1);
}

const decisionsAt = (points: readonly DecisionPointId[], { decisions }: Design): readonly Decision[] =>
  points.flatMap((id) => decisions.find((decision) => decision.id === id) ?? []);

const POINT_OF: Readonly<Record<Entity['store'], DecisionPointId>> = {
  append: 'append-store',
  blob: 'blob-store',
  record: 'primary-store',
  journal: 'primary-store',
};

function storeDecisions(design: Design): readonly Decision[] {
  const there = decisionsAt(STORES, design);
  const largest = largestEntity(design);
  if (!largest) return there.slice(0, 1);
  const box = design.architecture.components.find(({ id }) => id === largest.component);
  const own = there.filter(({ id }) => id === POINT_OF[largest.store]);
  const holder = there.filter(({ id, chosen }) => id === box?.decision || chosen === box?.option);
  const found = [...new Set([...own, ...holder])];
  return found.length > 0 ? found : there.slice(0, 1);
}

/** By bytes at the horizon; without sizes there is none. */
export function largestEntity({ architecture, figures }: Design): Entity | undefined {
  const values = new Map(figures.map(({ id, likely }) => [id, likely]));
  const bytes = ({ bytesAtHorizon }: Entity): number => (bytesAtHorizon === undefined ? 0 : (values.get(bytesAtHorizon) ?? 0));
  const [largest] = architecture.entities.toSorted((a, b) => bytes(b) - bytes(a));
  return largest && bytes(largest) > 0 ? largest : undefined;
}

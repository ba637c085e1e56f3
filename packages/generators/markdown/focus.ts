import type { Decision, DecisionPointId, Design } from '@archwright/model';

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
 * The decisions a short question is about: the part of a backend it names first, else where the data goes. Among stores,
 * the one that holds most bytes of this design; without sizes, the first that is there.
 */
export function focusOf(design: Design): readonly Decision[] {
  const asked = WORDS.flatMap(([pattern, points]) => {
    const at = pattern.exec(design.brief)?.index;
    return at === undefined ? [] : [{ at, points }];
  }).toSorted((a, b) => a.at - b.at);
  for (const { points } of asked) {
    const found = decisionsAt(points, design);
    if (found.length > 0) return found;
  }
  const stores = decisionsAt(STORES, design);
  return stores.length > 0 ? stores : design.decisions.slice(0, 1);
}

function decisionsAt(points: readonly DecisionPointId[], design: Design): readonly Decision[] {
  const there = points.flatMap((id) => design.decisions.find((decision) => decision.id === id) ?? []);
  if (points !== STORES) return there.slice(0, 1);
  const largest = there.toSorted((a, b) => bytesAt(b.id, design) - bytesAt(a.id, design));
  return largest.slice(0, 1);
}

/** Bytes held at the horizon by the component that this decision put there. */
function bytesAt(point: DecisionPointId, { architecture, figures }: Design): number {
  const values = new Map(figures.map(({ id, likely }) => [id, likely]));
  const components = new Set(
    architecture.components.filter(({ id, decision }) => id === point || decision === point).map(({ id }) => id),
  );
  return architecture.entities
    .filter(({ component }) => components.has(component))
    .reduce((sum, { bytesAtHorizon }) => sum + (bytesAtHorizon === undefined ? 0 : (values.get(bytesAtHorizon) ?? 0)), 0);
}

import { formatQuantity } from '@archwright/kernel';
import { onlyGrows, type Reading } from '@archwright/model';
import type { Context, SizedEntity, SizedOperation } from './workload.ts';

/** Text beyond this under a search index is more than three small nodes hold with their copies: a system of its own, not a convenience. */
const CONVENIENT_BYTES = 50e9;
/** Where the brief speaks of searching, rows that only grow keep their index up to this much text. */
const ASKED_BYTES = 1e12;

export interface Unasked {
  readonly operation: SizedOperation;
  readonly reason: string;
  /** The operation stays and reads the rows of a key and time range: only its inverted index goes. */
  readonly scans: boolean;
}

/** Searches that the domain usually has, the brief never mentions, and whose index would outgrow everything else. */
export function unaskedSearches(
  reading: Reading,
  contexts: readonly Context[],
  operations: readonly SizedOperation[],
  entities: readonly SizedEntity[],
): readonly Unasked[] {
  const isAsked = /search|find|quer(?:y|ies)|look ?up/i.test(reading.text);
  return operations.flatMap((operation): Unasked[] => {
    const context = contexts.find(({ id }) => id === operation.context)!;
    const searches = context.archetype.accessPatterns.some(
      (pattern) => pattern.operation === operation.id && pattern.kind === 'search',
    );
    const entity = entities.find(
      (one) => one.context === operation.context && one.definition.name === operation.definition.entity,
    );
    // Rows that only grow are read by key and time range; the store that holds them filters words within the range.
    const scans =
      entity !== undefined &&
      onlyGrows(entity.definition.store) &&
      context.archetype.accessPatterns.some((pattern) => pattern.operation === operation.id && pattern.kind === 'range');
    if (
      (isAsked && !scans) ||
      !searches ||
      operation.stated ||
      operation.id === context.archetype.mainOperation ||
      !entity ||
      entity.bytesHorizon.likely <= (isAsked ? ASKED_BYTES : CONVENIENT_BYTES)
    )
      return [];
    return [
      {
        operation,
        scans,
        reason: scans
          ? `An inverted index over all ${operation.definition.entity} rows (${formatQuantity(entity.bytesHorizon.likely, 'B')}): words are matched while the rows of a key and time range are scanned`
          : `${operation.definition.summary}: the brief does not ask for it, and an index over ${formatQuantity(entity.bytesHorizon.likely, 'B')} would be a system of its own`,
      },
    ];
  });
}

/** The contexts without some operations, and without the flows and access patterns that serve only them. */
export function withoutOperations(contexts: readonly Context[], left: readonly Unasked[]): readonly Context[] {
  return contexts.map((context) => {
    const own = left.filter(({ operation }) => operation.context === context.id);
    if (own.length === 0) return context;
    const gone = new Set(own.filter(({ scans }) => !scans).map(({ operation }) => operation.id));
    const scanned = new Set(own.filter(({ scans }) => scans).map(({ operation }) => operation.id));
    const { archetype } = context;
    const stays = ({ operation }: { readonly operation?: string }) => operation === undefined || !gone.has(operation);
    const accessPatterns = archetype.accessPatterns
      .filter(stays)
      .filter(({ kind, operation }) => kind !== 'search' || operation === undefined || !scanned.has(operation));
    const needs = archetype.needs.filter((need) => need !== 'full-text' || accessPatterns.some(({ kind }) => kind === 'search'));
    return {
      ...context,
      archetype: {
        ...archetype,
        needs,
        accessPatterns,
        flows: archetype.flows.filter(stays),
        operations: archetype.operations.filter(({ id }) => !gone.has(id)),
      },
    };
  });
}

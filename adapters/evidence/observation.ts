import type { Evidence, Technology } from '@archwright/model';

/** What one source answered about one technology: what it observed, or why it could not. Sources never throw. */
export type Observation =
  | { readonly kind: 'observed'; readonly evidence: readonly Evidence[] }
  | { readonly kind: 'no-answer'; readonly source: string; readonly reason: string };

/** A place that knows something about technologies. */
export interface EvidenceSource {
  readonly id: string;
  /** Whether the source could know this technology at all. */
  covers(technology: Technology): boolean;
  observe(technology: Technology, now: Date): Promise<Observation>;
}

/** One line of a transcript. */
export type TranscriptRecord = { readonly type: string } & Readonly<Record<string, unknown>>;

/** What was said and done, in order. */
export interface Transcript {
  add(record: TranscriptRecord): void;
}

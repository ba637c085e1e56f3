/** A file of the design. */
export interface Artefact {
  /** Relative, with forward slashes: `api/openapi.yaml`. */
  readonly path: string;
  readonly mediaType: string;
  readonly content: string;
  /** What it is, for the list in the response. */
  readonly title: string;
}

/** A claim about an artefact, who checked it, and what came out. A proof never claims more than happened. */
export interface Proof {
  readonly artefact: string;
  readonly claim: string;
  readonly tool: string;
  readonly version: string;
  readonly outcome: 'accepted' | 'rejected' | 'not-run';
  /** Tool messages, or the reason it was not run. */
  readonly log: string;
  /**
   * It compares with what the folder held before. A change that was asked for may break callers: that is told, and does not
   * stop the answer.
   */
  readonly compares?: true;
  /** 1-based line of the artefact where the tool objected. */
  readonly line?: number;
}

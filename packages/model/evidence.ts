/** Who said so, where, when, and for what claim. */
export interface Evidence {
  /** Technology id. */
  readonly subject: string;
  readonly claim: 'version' | 'exists' | 'deprecated' | 'end-of-life' | 'advisory' | 'documentation';
  readonly value: string;
  readonly source: string;
  /** URL or path inside the source. */
  readonly locator: string;
  /** ISO time of our look-up; for a snapshot, the snapshot's own date. */
  readonly retrievedAt: string;
  /** When the source itself says it was current. */
  readonly sourceAsOf?: string;
  readonly digest?: string;
  readonly origin: 'live' | 'cache' | 'snapshot' | 'curated';
}

export type EvidenceStatus = 'verified' | 'stale' | 'unverified' | 'conflict';

/** What is known about one technology's version, decided from the evidence alone. */
export interface VersionFinding {
  readonly technology: string;
  readonly name: string;
  readonly version?: string;
  readonly status: EvidenceStatus;
  readonly reason: string;
  readonly asOf?: string;
  readonly endOfLife?: string;
  readonly deprecated?: string;
  readonly link: string;
  readonly evidence: readonly Evidence[];
}

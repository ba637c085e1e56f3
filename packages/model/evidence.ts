/**
 * What an observation says. `version` is the version a source recommends or calls current, `exists` proves one without calling it
 * current. `maintained` and `no-advisory` are facts of their own: that a source is silent proves neither.
 */
export type Claim =
  | 'version'
  | 'exists'
  | 'deprecated'
  | 'maintained'
  | 'end-of-life'
  | 'engines'
  | 'advisory'
  | 'no-advisory'
  | 'documentation';

/** Trust in a source: A signed and checked here, B first-party registry, C curated aggregator, D documentation index, E shipped snapshot. */
export type Tier = 'A' | 'B' | 'C' | 'D' | 'E';

/** One observation: who said so, where, when, and for what claim. */
export interface Evidence {
  /** Digest of the observation itself; what is concluded names the observations it rests on by it. */
  readonly id?: string;
  /** Technology id, or the package URL of a package in use. */
  readonly subject: string;
  readonly claim: Claim;
  readonly value: string;
  /** The thing inside the source: a package URL, a release line; two of them are not compared with each other. */
  readonly about?: string;
  /** The version the claim is about, where it is about one. */
  readonly version?: string;
  readonly source: string;
  /** URL or path inside the source. */
  readonly locator: string;
  /** ISO time of our look-up; for a snapshot, the snapshot's own date. */
  readonly retrievedAt: string;
  /** When the source itself says it was current. */
  readonly sourceAsOf?: string;
  readonly digest?: string;
  readonly etag?: string;
  readonly tier?: Tier;
  /** `database`: a synchronised advisory database, `curated`: a cited entry of ours. */
  readonly origin: 'live' | 'cache' | 'database' | 'snapshot' | 'curated';
}

/** What asking one source came to. Only `observed` and `absent` are facts; everything else is a reason. */
export type OutcomeKind =
  | 'observed'
  | 'absent'
  | 'unsupported'
  | 'unreachable'
  | 'limited'
  | 'denied'
  | 'not-ready'
  | 'redirected'
  | 'malformed'
  | 'skipped';

/** One source asked about one technology, whatever came of it. */
export interface Attempt {
  readonly source: string;
  readonly outcome: OutcomeKind;
  readonly reason: string;
}

export type EvidenceStatus = 'verified' | 'stale' | 'unverified' | 'conflict';

/** Known vulnerabilities of the version shown. Unknown is not clean. */
export interface AdvisoryState {
  readonly state: 'affected' | 'none-known' | 'unknown';
  /** `GHSA-…: title (high)`, worst first. */
  readonly found: readonly string[];
  readonly reason: string;
}

/** Whether current documentation was read. */
export interface GuidanceState {
  readonly state: 'read' | 'unverified';
  readonly reason: string;
  /** Where the documents come from, as their own source lines say. */
  readonly sources: readonly string[];
}

/** What is known about one technology's version, decided from the observations alone. */
export interface VersionFinding {
  readonly technology: string;
  readonly name: string;
  readonly version?: string;
  /** What the source calls current, where that is not the version named. */
  readonly current?: string;
  readonly status: EvidenceStatus;
  readonly reason: string;
  readonly asOf?: string;
  readonly endOfLife?: string;
  readonly deprecated?: string;
  readonly link: string;
  readonly evidence: readonly Evidence[];
  /** ISO time the observations were judged at. */
  readonly judgedAt?: string;
  /** Ids of the observations the finding rests on. */
  readonly restsOn?: readonly string[];
  /** Every source that was asked, those that gave nothing included. */
  readonly attempts?: readonly Attempt[];
  /** Sources that disagree, each with both sides. */
  readonly disagreements?: readonly string[];
  readonly advisories?: AdvisoryState;
  readonly guidance?: GuidanceState;
}

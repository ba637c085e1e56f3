import type { Requirement } from '@archwright/model';

/** What a file of a repository is to the reader; files of no kind are never opened. */
export type FileKind =
  | 'rules'
  | 'decision-record'
  | 'document'
  /** Never read for requirements: it may only be looked at and quoted. */
  | 'readme'
  | 'npm-manifest'
  | 'npm-lockfile'
  | 'python-manifest'
  | 'go-manifest'
  | 'jvm-manifest'
  | 'cargo-manifest'
  | 'compose'
  | 'dockerfile'
  | 'manifest'
  | 'terraform'
  | 'openapi'
  | 'sql'
  | 'orm-schema'
  | 'environment'
  | 'ci'
  | 'platform';

export interface RepositoryFile {
  /** Relative to the repository, with `/`. */
  readonly path: string;
  readonly kind: FileKind;
  readonly read: boolean;
  /** Why it was not read, or only in part. */
  readonly reason?: string;
}

/**
 * What a repository says about the backend to come, each requirement with file and line. Technologies in use are
 * `existing`, and the main cloud is `provider`, both of origin `stated`; what its rules and decision records ask for is of
 * origin `rule`. A rule against new datastores is one `prohibition` with the value `new-datastore` (the word the intake
 * uses too): every datastore that is not among the `existing` ones is ruled out by it.
 */
export interface RepositoryContext {
  /** Real path of the folder that was read. */
  readonly folder: string;
  readonly requirements: readonly Requirement[];
  /** Every file of interest, read or not, in path order. */
  readonly files: readonly RepositoryFile[];
  /** Secrets replaced before anything was read; none is in any field of this value. */
  readonly secretsMasked: number;
}

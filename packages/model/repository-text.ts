/** Texts of a repository that may be looked at: bounded, and with secrets masked. */
export interface RepositoryText {
  readonly files: readonly { readonly path: string; readonly kind: string; readonly lines: number }[];
  text(path: string): string | undefined;
  /** The same lines with everything blank that is no statement of the repository's authors; undefined where nothing is one. */
  quotable(path: string): string | undefined;
}

/**
 * Actions of the pipeline, pinned to a commit: a tag can be moved, a commit cannot. Each was read in a public update of the
 * dependency, where tag and commit stand side by side.
 */
export const ACTIONS = {
  /** docker/login-action, commit 365bebd, May 2026. */
  checkout: { uses: 'actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd', version: 'v6.0.2' },
  /** Dependency update of 13 March 2026 from 3.0.0. */
  attest: { uses: 'actions/attest-build-provenance@a2bbfa25375fe432b6a289bc6b6cd05ecd0c4c32', version: 'v4.1.0' },
  /** Dependency update of 11 May 2026 from 4.1.1. */
  cosign: { uses: 'sigstore/cosign-installer@6f9f17788090df1f26f669e9d70d6ae9567deba6', version: 'v4.1.2' },
  /** Dependency update of 20 April 2026 from 7.3.2. */
  scan: { uses: 'anchore/scan-action@e1165082ffb1fe366ebaf02d8526e7c4989ea9d2', version: 'v7.4.0' },
  /** docker/login-action, commit 365bebd, May 2026. */
  aws: { uses: 'aws-actions/configure-aws-credentials@d979d5b3a71173a29b74b5b88418bfda9437d885', version: 'v6.1.1' },
} as const;
export type ActionName = keyof typeof ACTIONS;

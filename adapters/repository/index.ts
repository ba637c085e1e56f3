export { LIMITS, type Limits } from './limits.ts';
export { looksLikeBackend } from './looks-like-backend.ts';
export { openRepository } from './open-repository.ts';
export { readRepository } from './read-repository.ts';
export type { FileKind, RepositoryContext, RepositoryFile } from './repository-context.ts';
export { maskSecrets } from './secret/mask-secrets.ts';

export { LIMITS, type Limits } from './limits.ts';
export { looksLikeBackend } from './looks-like-backend.ts';
export { readRepository } from './read-repository.ts';
export type { FileKind, RepositoryContext, RepositoryFile } from './repository-context.ts';
export type { InUse, PackageInUse, RuntimeInUse } from './packages/in-use.ts';
export { lowest } from './packages/npm-packages.ts';
export { readInUse } from './packages/read-in-use.ts';
export { technologyIndex, type TechnologyIndex } from './technology/technology-index.ts';

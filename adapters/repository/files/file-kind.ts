import type { FileKind } from '../repository-context.ts';

/** Folders that hold others' code, results or samples: what stands there is no decision of this repository. */
export const SKIPPED_FOLDERS: ReadonlySet<string> = new Set(
  (
    'node_modules .git dist vendor target build out coverage bower_components venv env __pycache__ site-packages fixtures __fixtures__ ' +
    'testdata test tests __tests__ e2e spec samples sample examples example templates third_party tmp temp'
  ).split(' '),
);
/** Hidden folders are tools' own, but for these. */
export const READ_HIDDEN: ReadonlySet<string> = new Set(['.github', '.gitlab', '.circleci', '.adr']);

const DOCUMENT_FOLDERS = /(?:^|\/)(?:docs?|documentation|architecture|design|adrs?|decisions|\.adr)\//;
const DECISION_RECORD =
  /(?:^|\/)(?:adrs?|decisions|decision-records|architecture-decisions|\.adr)\/[^/]*\.md$|(?:^|\/)adr-\d{1,5}[^/]*\.md$/;
const DEPLOYMENT_FOLDERS =
  /(?:^|\/)(?:k8s|kubernetes|manifests?|deploy|deployments?|infra|infrastructure|ops|helm|charts?|argo-?cd|flux|gitops|clusters|base|overlays|apps)\//;

/** First pattern that fits a lower-cased path says what the file is. */
const KINDS: readonly (readonly [FileKind, RegExp])[] = [
  ['rules', /(?:^|\/)(?:rules|agents|claude|contributing)\.md$/],
  ['rules', /^\.cursorrules$|^\.github\/copilot-instructions\.md$/],
  ['decision-record', DECISION_RECORD],
  ['document', /^(?:architecture|design|infrastructure|backend)\.md$/],
  ['npm-manifest', /(?:^|\/)package\.json$/],
  ['npm-lockfile', /(?:^|\/)package-lock\.json$/],
  ['python-manifest', /(?:^|\/)(?:requirements(?:[-.][a-z0-9_-]{1,40})?\.txt|pyproject\.toml)$/],
  ['go-manifest', /(?:^|\/)go\.mod$/],
  ['jvm-manifest', /(?:^|\/)(?:pom\.xml|build\.gradle(?:\.kts)?)$/],
  ['cargo-manifest', /(?:^|\/)cargo\.toml$/],
  ['compose', /(?:^|\/)(?:docker-)?compose(?:[-.][a-z0-9_-]{1,40})?\.ya?ml$/],
  ['dockerfile', /(?:^|\/)(?:dockerfile|containerfile)(?:\.[a-z0-9_-]{1,40})?$|\.dockerfile$/],
  ['terraform', /\.(?:tf|tofu)$/],
  ['openapi', /(?:^|\/)(?:openapi|swagger)[^/]{0,60}\.(?:ya?ml|json)$/],
  [
    'orm-schema',
    /\.prisma$|(?:^|\/)drizzle\.config\.(?:ts|js|mjs)$|(?:^|\/)(?:db|database|drizzle)\/schema\.ts$|(?:^|\/)schema\.rb$/,
  ],
  [
    'sql',
    /(?:^|\/)(?:schema|structure|init)\.sql$|(?:^|\/)(?:migrations?|db|database|sql)\/(?:[^/]{1,120}\/){0,3}[^/]{1,120}\.sql$/,
  ],
  ['environment', /(?:^|\/)\.env(?:\.[a-z0-9_-]{1,40})?$/],
  ['ci', /^\.github\/workflows\/[^/]{1,120}\.ya?ml$|^\.gitlab-ci\.ya?ml$|^\.circleci\/config\.ya?ml$|^jenkinsfile$/],
  [
    'platform',
    /(?:^|\/)(?:wrangler\.(?:toml|jsonc?)|vercel\.json|fly\.toml|render\.yaml|sst\.config\.ts|pulumi\.ya?ml|serverless\.ya?ml)$/,
  ],
  ['platform', /^(?:supabase\/config\.toml|app\.yaml)$|\.proto$/],
  ['manifest', /(?:^|\/)(?:chart|kustomization)\.ya?ml$/],
];

/** Names of documents that speak of the backend; others are kept out unless their folder does. */
const ABOUT_BACKEND =
  /architect|backend|infrastructure|deploy|database|storage|stack|technolog|decision|security|compliance|platform|hosting|operation|data/;

/** What a file is, from its path alone; undefined = of no interest. */
export function fileKind(path: string): FileKind | undefined {
  const lower = path.toLowerCase();
  const found = KINDS.find(([, pattern]) => pattern.test(lower))?.[0];
  if (found) return found;
  if (lower.endsWith('.md') && DOCUMENT_FOLDERS.test(lower) && ABOUT_BACKEND.test(lower)) return 'document';
  if (/\.ya?ml$/.test(lower) && DEPLOYMENT_FOLDERS.test(lower)) return 'manifest';
  return undefined;
}

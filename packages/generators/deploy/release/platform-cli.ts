import { NOTHING, type ReleaseCommands } from './types.ts';

/** Release commands of this platform. */
export const fly: ReleaseCommands = {
  tools: ['flyctl', 'jq'],
  variables: ['FLY_API_TOKEN'],
  steps: [100],
  // `release_command` of the application runs it.
  migrate: NOTHING,
  current: [
    'flyctl image show --app "$SYSTEM-$1" --json | jq -r \'[.[0] // .] | .[0] | "\\(.Registry)/\\(.Repository)@\\(.Digest)"\'',
  ],
  prepare: ['flyctl deploy --app "$SYSTEM-$1" --config "deploy/fly/$1.toml" --image "$image"'],
  shift: NOTHING,
  restore: ['flyctl deploy --app "$SYSTEM-$1" --config "deploy/fly/$1.toml" --image "$2"'],
  note: 'One machine takes the new version first; the others follow when its checks pass.',
};

/** Release commands of this platform. */
export const workers: ReleaseCommands = {
  tools: ['npx', 'jq'],
  // The version is the team's to choose and to move: nothing here runs what was published an hour ago.
  variables: ['CLOUDFLARE_API_TOKEN', 'CLOUDFLARE_ACCOUNT_ID', 'WRANGLER_VERSION'],
  steps: [10, 50, 100],
  current: [
    'npx --yes "wrangler@$WRANGLER_VERSION" deployments status --config "deploy/workers/$1.jsonc" --json | jq -r ".versions[0].version_id"',
  ],
  prepare: [
    'candidate[$1]=$(npx --yes "wrangler@$WRANGLER_VERSION" versions upload --config "deploy/workers/$1.jsonc" --tag "$DIGEST" | sed -n "s/^Worker Version ID: //p")',
    '[ -n "${candidate[$1]}" ]',
  ],
  shift: [
    'if [ "$2" -eq 100 ]; then npx --yes "wrangler@$WRANGLER_VERSION" versions deploy "${candidate[$1]}@100%" --config "deploy/workers/$1.jsonc" --yes',
    'else npx --yes "wrangler@$WRANGLER_VERSION" versions deploy "${candidate[$1]}@$2%" "${previous[$1]}@$((100 - $2))%" --config "deploy/workers/$1.jsonc" --yes; fi',
  ],
  restore: ['npx --yes "wrangler@$WRANGLER_VERSION" versions deploy "$2@100%" --config "deploy/workers/$1.jsonc" --yes'],
  note: 'A share of the calls goes to the new version; the old one stays uploaded.',
};

/** Release commands of this platform. */
export const vercel: ReleaseCommands = {
  tools: ['npx'],
  variables: ['VERCEL_TOKEN', 'VERCEL_ORG_ID', 'VERCEL_PROJECT_ID', 'VERCEL_VERSION'],
  steps: [100],
  current: [
    'npx --yes "vercel@$VERCEL_VERSION" inspect "$PUBLIC_URL" --token "$VERCEL_TOKEN" 2>&1 | sed -n "s/^ *url *//p" | tr -d " "',
  ],
  prepare: [
    'candidate[$1]=$(npx --yes "vercel@$VERCEL_VERSION" deploy --prod --skip-domain --yes --token "$VERCEL_TOKEN")',
    'curl --fail --silent --show-error --output /dev/null "${candidate[$1]}/readyz"',
  ],
  shift: ['npx --yes "vercel@$VERCEL_VERSION" promote "${candidate[$1]}" --yes --token "$VERCEL_TOKEN"'],
  restore: ['npx --yes "vercel@$VERCEL_VERSION" promote "$2" --yes --token "$VERCEL_TOKEN"'],
  note: 'The new deployment is built beside the live one and promoted; promoting the old one is the way back.',
};

/** Release commands of this platform. */
export const supabase: ReleaseCommands = {
  tools: ['supabase', 'git'],
  variables: ['SUPABASE_ACCESS_TOKEN', 'SUPABASE_PROJECT_REF'],
  steps: [100],
  current: ['git rev-parse "${RELEASED_REF:-HEAD~1}"'],
  prepare: ['supabase functions deploy "$1" --project-ref "$SUPABASE_PROJECT_REF"'],
  shift: NOTHING,
  restore: [
    'git checkout --quiet "$2" -- supabase/functions',
    'supabase functions deploy "$1" --project-ref "$SUPABASE_PROJECT_REF"',
  ],
  note: 'Functions are replaced at once; the way back is deploying the previous revision of their source.',
};

/** Release commands of this platform. */
export const appPlatform: ReleaseCommands = {
  tools: ['doctl', 'jq'],
  variables: ['APP_ID', 'DIGITALOCEAN_ACCESS_TOKEN'],
  steps: [100],
  current: ['doctl apps get "$APP_ID" --output json | jq -r ".[0].active_deployment.id"'],
  prepare: [
    'local specification',
    'specification=$(doctl apps spec get "$APP_ID" --format json | jq --arg unit "$1" --arg digest "$DIGEST" \'(.services[]?, .workers[]?) |= if .name == $unit then .image.digest = $digest | del(.image.tag) else . end\')',
    'doctl apps update "$APP_ID" --spec - --wait --format ID --no-header <<<"$specification"',
  ],
  shift: NOTHING,
  restore: [
    'doctl apps create-deployment "$APP_ID" --wait --format ID --no-header',
    'echo "app platform: choose deployment $2 under Activity → Rollback if the redeployment is not it" >&2',
  ],
  note: 'New containers take over when their health checks pass; the platform keeps the previous deployments.',
};

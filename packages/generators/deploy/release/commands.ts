import type { PlatformId } from '../platform.ts';

/** How one platform takes a new image. The functions are Bash; `$1` is the unit, `$2` the share of traffic in percent. */
export interface ReleaseCommands {
  /** Programs that must be there. */
  readonly tools: readonly string[];
  /** Variables that must be set besides IMAGE and DIGEST. */
  readonly variables: readonly string[];
  /** Shares of traffic, ascending to 100; one step where the platform moves instances instead of traffic. */
  readonly steps: readonly number[];
  /** Functions of its own. */
  readonly helpers?: readonly string[];
  /** Applies the expand migrations of the new image, before anything else of it runs; `$1` is a unit that reaches the store. */
  readonly migrate?: readonly string[];
  /** Prints what runs now, so that it can be restored. */
  readonly current: readonly string[];
  /** Starts the new version without traffic where the platform can, and waits until it is ready. */
  readonly prepare: readonly string[];
  readonly shift: readonly string[];
  /** `$2` is what `current` printed. */
  readonly restore: readonly string[];
  readonly note: string;
}

const NOTHING = [':'];

/** The task definition in use with the new image; sets `arn`. */
const REGISTER = [
  'local arn',
  'definition=$(aws ecs describe-task-definition --task-definition "$SYSTEM-$1" --query taskDefinition |',
  '  jq --arg image "$image" \'.containerDefinitions[0].image = $image | del(.taskDefinitionArn, .revision, .status, .requiresAttributes, .compatibilities, .registeredAt, .registeredBy)\')',
  'arn=$(aws ecs register-task-definition --cli-input-json "$definition" --query taskDefinition.taskDefinitionArn --output text)',
];

const ecs: ReleaseCommands = {
  tools: ['aws', 'jq'],
  variables: ['AWS_REGION'],
  steps: [100],
  current: ['aws ecs describe-services --cluster "$SYSTEM" --services "$1" --query "services[0].taskDefinition" --output text'],
  migrate: [
    'local definition network task',
    ...REGISTER,
    'network=$(aws ecs describe-services --cluster "$SYSTEM" --services "$1" --query "services[0].networkConfiguration" --output json)',
    'task=$(aws ecs run-task --cluster "$SYSTEM" --launch-type FARGATE --task-definition "$arn" --network-configuration "$network" --overrides "{\\"containerOverrides\\":[{\\"name\\":\\"$1\\",\\"command\\":[\\"migrate\\"]}]}" --query "tasks[0].taskArn" --output text)',
    'aws ecs wait tasks-stopped --cluster "$SYSTEM" --tasks "$task"',
    '[ "$(aws ecs describe-tasks --cluster "$SYSTEM" --tasks "$task" --query "tasks[0].containers[0].exitCode" --output text)" = 0 ]',
  ],
  prepare: [
    'local definition',
    ...REGISTER,
    'aws ecs update-service --cluster "$SYSTEM" --service "$1" --task-definition "$arn" --output text --query service.status',
    'aws ecs wait services-stable --cluster "$SYSTEM" --services "$1"',
    '# The circuit breaker may have restored the old version meanwhile: then this release has failed.',
    '[ "$(current "$1")" = "$arn" ]',
  ],
  shift: NOTHING,
  restore: [
    'aws ecs update-service --cluster "$SYSTEM" --service "$1" --task-definition "$2" --output text --query service.status',
    'aws ecs wait services-stable --cluster "$SYSTEM" --services "$1"',
  ],
  note: 'Tasks are replaced one after the other behind the load balancer. The service’s circuit breaker and its alarms go back on their own while a deployment runs; the gate goes back afterwards.',
};

const lambda: ReleaseCommands = {
  tools: ['aws'],
  variables: ['AWS_REGION'],
  steps: [10, 50, 100],
  migrate: [
    'local version answer',
    'version=$(aws lambda update-function-code --function-name "$SYSTEM-$1" --image-uri "$image" --publish --query Version --output text)',
    'aws lambda wait published-version-active --function-name "$SYSTEM-$1" --qualifier "$version"',
    'answer=$(aws lambda invoke --function-name "$SYSTEM-$1:$version" --cli-binary-format raw-in-base64-out --payload \'{"task":"migrate"}\' --query FunctionError --output text /dev/null)',
    '[ "$answer" = None ]',
  ],
  current: ['aws lambda get-alias --function-name "$SYSTEM-$1" --name live --query FunctionVersion --output text'],
  prepare: [
    'candidate[$1]=$(aws lambda update-function-code --function-name "$SYSTEM-$1" --image-uri "$image" --publish --query Version --output text)',
    'aws lambda wait published-version-active --function-name "$SYSTEM-$1" --qualifier "${candidate[$1]}"',
  ],
  shift: [
    'if [ "$2" -eq 100 ]; then',
    '  aws lambda update-alias --function-name "$SYSTEM-$1" --name live --function-version "${candidate[$1]}" --routing-config "AdditionalVersionWeights={}" --output text --query Name',
    'else',
    '  aws lambda update-alias --function-name "$SYSTEM-$1" --name live --routing-config "AdditionalVersionWeights={${candidate[$1]}=0.$2}" --output text --query Name',
    'fi',
  ],
  restore: [
    'aws lambda update-alias --function-name "$SYSTEM-$1" --name live --function-version "$2" --routing-config "AdditionalVersionWeights={}" --output text --query Name',
  ],
  note: 'The alias `live` splits the calls between the old and the new version.',
};

const cloudRun: ReleaseCommands = {
  tools: ['gcloud'],
  variables: ['PROJECT', 'REGION'],
  steps: [10, 50, 100],
  migrate: [
    'gcloud run jobs update "$SYSTEM-migrate" --project "$PROJECT" --region "$REGION" --image "$image"',
    'gcloud run jobs execute "$SYSTEM-migrate" --project "$PROJECT" --region "$REGION" --wait',
  ],
  current: [
    'gcloud run services describe "$SYSTEM-$1" --project "$PROJECT" --region "$REGION" --format "value(status.traffic[0].revisionName)"',
  ],
  prepare: [
    'gcloud run services update "$SYSTEM-$1" --project "$PROJECT" --region "$REGION" --image "$image" --no-traffic --tag candidate',
  ],
  shift: ['gcloud run services update-traffic "$SYSTEM-$1" --project "$PROJECT" --region "$REGION" --to-tags "candidate=$2"'],
  restore: ['gcloud run services update-traffic "$SYSTEM-$1" --project "$PROJECT" --region "$REGION" --to-revisions "$2=100"'],
  note: 'Traffic moves between revisions; the old revision stays ready.',
};

const containerApps: ReleaseCommands = {
  tools: ['az'],
  variables: ['RESOURCE_GROUP'],
  steps: [10, 50, 100],
  // Names of apps and jobs end at 32 characters.
  helpers: ['app() { printf %s "$SYSTEM-$1" | cut -c 1-32 | sed "s/-*$//"; }'],
  migrate: [
    'local execution state',
    'az containerapp job update --name "$(app migrate)" --resource-group "$RESOURCE_GROUP" --image "$image" --output none',
    'execution=$(az containerapp job start --name "$(app migrate)" --resource-group "$RESOURCE_GROUP" --query name --output tsv)',
    'for _ in $(seq 180); do',
    '  state=$(az containerapp job execution show --name "$(app migrate)" --resource-group "$RESOURCE_GROUP" --job-execution-name "$execution" --query properties.status --output tsv)',
    '  case "$state" in Succeeded) return 0 ;; Failed) return 1 ;; esac',
    '  sleep 10',
    'done',
    'return 1',
  ],
  current: [
    'az containerapp revision list --name "$(app "$1")" --resource-group "$RESOURCE_GROUP" --query "[?properties.active] | [-1].name" --output tsv',
  ],
  prepare: [
    'az containerapp update --name "$(app "$1")" --resource-group "$RESOURCE_GROUP" --image "$image" --revision-suffix "r${DIGEST:7:10}" --output none',
    'candidate[$1]="$(app "$1")--r${DIGEST:7:10}"',
  ],
  shift: [
    '# A unit without ingress has no traffic to move.',
    'case " $PUBLIC " in *" $1 "*) ;; *) return 0 ;; esac',
    'az containerapp ingress traffic set --name "$(app "$1")" --resource-group "$RESOURCE_GROUP" --revision-weight "${candidate[$1]}=$2" "${previous[$1]}=$((100 - $2))" --output none',
  ],
  restore: [
    'az containerapp revision activate --name "$(app "$1")" --resource-group "$RESOURCE_GROUP" --revision "$2" --output none',
    'case " $PUBLIC " in *" $1 "*) az containerapp ingress traffic set --name "$(app "$1")" --resource-group "$RESOURCE_GROUP" --revision-weight "$2=100" --output none ;; esac',
  ],
  note: 'Traffic moves between revisions; the old revision stays active.',
};

const azureFunctions: ReleaseCommands = {
  tools: ['az'],
  variables: ['RESOURCE_GROUP'],
  steps: [100],
  current: [
    'az functionapp config container show --name "$SYSTEM-$1" --resource-group "$RESOURCE_GROUP" --query "[?name==\'DOCKER_CUSTOM_IMAGE_NAME\'].value | [0]" --output tsv',
  ],
  prepare: [
    'az functionapp config container set --name "$SYSTEM-$1" --resource-group "$RESOURCE_GROUP" --slot staging --image "$image" --output none',
  ],
  shift: [
    'az functionapp deployment slot swap --name "$SYSTEM-$1" --resource-group "$RESOURCE_GROUP" --slot staging --output none',
  ],
  restore: [
    'az functionapp deployment slot swap --name "$SYSTEM-$1" --resource-group "$RESOURCE_GROUP" --slot staging --output none',
  ],
  note: 'The new version starts in the slot `staging` and the two are swapped; swapping again is the way back.',
};

const machine: ReleaseCommands = {
  tools: ['ssh'],
  variables: ['HOSTS'],
  steps: [100],
  migrate: ['ssh "deploy@${HOSTS%% *}" sudo "/usr/local/bin/$SYSTEM-switch" migrate "$image"'],
  current: ['ssh "deploy@${HOSTS%% *}" cat "/etc/$SYSTEM/$1.image"'],
  prepare: [
    'local host',
    'for host in $HOSTS; do',
    '  ssh "deploy@$host" sudo "/usr/local/bin/$SYSTEM-switch" "$1" "$image"',
    'done',
  ],
  shift: NOTHING,
  restore: ['local host', 'for host in $HOSTS; do ssh "deploy@$host" sudo "/usr/local/bin/$SYSTEM-switch" "$1" "$2"; done'],
  note: 'One machine after the other: `switch` pulls the image by digest, restarts the unit, waits for readiness and puts the old image back itself when that fails.',
};

const kubernetes: ReleaseCommands = {
  tools: ['kubectl', 'jq'],
  variables: [],
  steps: [100],
  migrate: [
    'local job',
    'job=$(kubectl --namespace "$SYSTEM" get "deployment/$1" --output json |',
    `  jq --arg image "$image" '{apiVersion: "batch/v1", kind: "Job", metadata: {generateName: "migrate-", namespace: .metadata.namespace}, spec: {backoffLimit: 0, ttlSecondsAfterFinished: 86400, template: {metadata: {labels: {"app.kubernetes.io/name": "migrate"}}, spec: (.spec.template.spec | .restartPolicy = "Never" | .containers[0] |= (del(.command, .readinessProbe, .livenessProbe, .startupProbe, .lifecycle) | .image = $image | .args = ["migrate"]))}}}' |`,
    '  kubectl create --filename - --output name)',
    'kubectl --namespace "$SYSTEM" wait --for condition=complete --timeout 30m "$job"',
  ],
  current: ['kubectl --namespace "$SYSTEM" get "deployment/$1" --output "jsonpath={.spec.template.spec.containers[0].image}"'],
  prepare: [
    'kubectl --namespace "$SYSTEM" set image "deployment/$1" "$1=$image"',
    'kubectl --namespace "$SYSTEM" rollout status "deployment/$1" --timeout 10m',
  ],
  shift: NOTHING,
  restore: [
    'kubectl --namespace "$SYSTEM" set image "deployment/$1" "$1=$2"',
    'kubectl --namespace "$SYSTEM" rollout status "deployment/$1" --timeout 10m',
  ],
  note: 'Pods are replaced within the surge and unavailability limits; readiness holds the next one back.',
};

const fly: ReleaseCommands = {
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

const workers: ReleaseCommands = {
  tools: ['npx', 'jq'],
  variables: ['CLOUDFLARE_API_TOKEN', 'CLOUDFLARE_ACCOUNT_ID'],
  steps: [10, 50, 100],
  migrate: ['npx wrangler d1 migrations apply "$SYSTEM-primary-store" --config "deploy/workers/$1.json" --remote'],
  current: ['npx wrangler deployments status --config "deploy/workers/$1.json" --json | jq -r ".versions[0].version_id"'],
  prepare: [
    'candidate[$1]=$(npx wrangler versions upload --config "deploy/workers/$1.json" --tag "$DIGEST" | sed -n "s/^Worker Version ID: //p")',
    '[ -n "${candidate[$1]}" ]',
  ],
  shift: [
    'if [ "$2" -eq 100 ]; then npx wrangler versions deploy "${candidate[$1]}@100%" --config "deploy/workers/$1.json" --yes',
    'else npx wrangler versions deploy "${candidate[$1]}@$2%" "${previous[$1]}@$((100 - $2))%" --config "deploy/workers/$1.json" --yes; fi',
  ],
  restore: ['npx wrangler versions deploy "$2@100%" --config "deploy/workers/$1.json" --yes'],
  note: 'A share of the calls goes to the new version; the old one stays uploaded.',
};

const vercel: ReleaseCommands = {
  tools: ['npx'],
  variables: ['VERCEL_TOKEN', 'VERCEL_ORG_ID', 'VERCEL_PROJECT_ID'],
  steps: [100],
  current: ['npx vercel inspect "$PUBLIC_URL" --token "$VERCEL_TOKEN" 2>&1 | sed -n "s/^ *url *//p" | tr -d " "'],
  prepare: [
    'candidate[$1]=$(npx vercel deploy --prod --skip-domain --yes --token "$VERCEL_TOKEN")',
    'curl --fail --silent --show-error --output /dev/null "${candidate[$1]}/readyz"',
  ],
  shift: ['npx vercel promote "${candidate[$1]}" --yes --token "$VERCEL_TOKEN"'],
  restore: ['npx vercel promote "$2" --yes --token "$VERCEL_TOKEN"'],
  note: 'The new deployment is built beside the live one and promoted; promoting the old one is the way back.',
};

const supabase: ReleaseCommands = {
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

const appPlatform: ReleaseCommands = {
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

/** Release commands by platform. A platform without an entry of its own runs containers on machines. */
const COMMANDS: Readonly<Record<PlatformId, ReleaseCommands>> = {
  kubernetes,
  ecs,
  lambda,
  'cloud-run': cloudRun,
  'container-apps': containerApps,
  'azure-functions': azureFunctions,
  machine,
  fly,
  workers,
  vercel,
  supabase,
  'app-platform': appPlatform,
  containers: machine,
};

export const releaseCommands = (platform: PlatformId): ReleaseCommands => COMMANDS[platform];

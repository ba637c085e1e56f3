import type { ReleaseCommands } from './types.ts';

/** Release commands of this platform. */
export const containerApps: ReleaseCommands = {
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

/** Release commands of this platform. */
export const azureFunctions: ReleaseCommands = {
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

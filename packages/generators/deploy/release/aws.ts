import { NOTHING, type ReleaseCommands } from './types.ts';

/** The task definition in use with the new image; sets `arn`. */
const REGISTER = [
  'local arn',
  'definition=$(aws ecs describe-task-definition --task-definition "$SYSTEM-$1" --query taskDefinition |',
  '  jq --arg image "$image" \'.containerDefinitions[0].image = $image | del(.taskDefinitionArn, .revision, .status, .requiresAttributes, .compatibilities, .registeredAt, .registeredBy)\')',
  'arn=$(aws ecs register-task-definition --cli-input-json "$definition" --query taskDefinition.taskDefinitionArn --output text)',
];

/** Release commands of this platform. */
export const ecs: ReleaseCommands = {
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

/** Release commands of this platform. */
export const lambda: ReleaseCommands = {
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

import type { Artefact, Design } from '@archwright/model';
import { textFile } from '../../operate/files.ts';
import { DRAIN_SECONDS, healthPort, READY_PATH, secretsOf, settingsOf } from '../environment.ts';
import { migratorOf } from '../migration.ts';
import { platformOf } from '../platform.ts';
import { shellWord } from '../shell.ts';
import { systemName, type Unit, unitsOf } from '../unit.ts';
import { fargateSize } from './aws/ecs.ts';
import { appName, consumption } from './azure/container-apps.ts';
import { machineCount } from './machines/shared.ts';

type Script = (design: Design, units: readonly Unit[], system: string) => readonly string[];

const need = (...names: readonly string[]): readonly string[] => names.map((name) => `: "\${${name}:?}"`);
/** Values that differ between environments come from variables of the same name. */
const plain = (unit: Unit, design: Design): readonly string[] =>
  settingsOf(unit.unit, design)
    .filter(({ secret, name }) => !secret && name !== 'PORT')
    .map(({ name, value }) => (value === undefined ? `${name}=\${${name}:?}` : `${name}=${value}`));

/** Creates a secret without a value where there is none yet. */
const awsSecrets = (design: Design, units: readonly Unit[], system: string): readonly string[] =>
  secretNames(design, units).map(
    (name) =>
      `aws secretsmanager describe-secret --secret-id ${system}/${name} >/dev/null 2>&1 || aws secretsmanager create-secret --name ${system}/${name} --query Name --output text`,
  );

const secretNames = (design: Design, units: readonly Unit[]): readonly string[] => [
  ...new Set(units.flatMap(({ unit }) => secretsOf(unit, design).map(({ name }) => name))),
];

const ecs: Script = (design, units, system) => [
  '# The network, the load balancer’s target groups and the roles NAME-start and NAME-task are given; their identifiers come in.',
  ...need('AWS_REGION', 'ACCOUNT', 'IMAGE', 'SUBNETS', 'SECURITY_GROUP', 'OTEL_EXPORTER_OTLP_ENDPOINT'),
  `aws ecs describe-clusters --clusters ${system} --query 'clusters[0].status' --output text | grep -q ACTIVE || aws ecs create-cluster --cluster-name ${system} --settings name=containerInsights,value=enabled`,
  ...awsSecrets(design, units, system),
  ...units.flatMap((unit) => {
    const size = fargateSize(unit);
    const environment = plain(unit, design).map(
      (pair) => `--arg ${pair.slice(0, pair.indexOf('='))} "${pair.slice(pair.indexOf('=') + 1)}"`,
    );
    const names = plain(unit, design).map((pair) => pair.slice(0, pair.indexOf('=')));
    const definition = `{family: "${system}-${unit.name}", requiresCompatibilities: ["FARGATE"], networkMode: "awsvpc", cpu: "${size.cpu}", memory: "${size.memory}", executionRoleArn: "arn:aws:iam::\\($account):role/${system}-${unit.name}-start", taskRoleArn: "arn:aws:iam::\\($account):role/${system}-${unit.name}-task", containerDefinitions: [{name: "${unit.name}", image: $image, essential: true, user: "65532", readonlyRootFilesystem: true, stopTimeout: ${DRAIN_SECONDS}, portMappings: [{containerPort: ${healthPort(unit.unit)}}], environment: [${names.map((name) => `{name: "${name}", value: $${name}}`).join(', ')}], secrets: [${secretsOf(
      unit.unit,
      design,
    )
      .map(
        ({ name }) => `{name: "${name}", valueFrom: "arn:aws:secretsmanager:\\($region):\\($account):secret:${system}/${name}"}`,
      )
      .join(
        ', ',
      )}], ${unit.command ? `entryPoint: ${JSON.stringify(unit.command)}, ` : ''}${unit.args ? `command: ${JSON.stringify(unit.args)}, ` : ''}logConfiguration: {logDriver: "awslogs", options: {"awslogs-group": "/${system}/${unit.name}", "awslogs-region": $region, "awslogs-stream-prefix": "${unit.name}"}}}]}`;
    return [
      '',
      `aws logs create-log-group --log-group-name /${system}/${unit.name} 2>/dev/null || true`,
      `aws logs put-retention-policy --log-group-name /${system}/${unit.name} --retention-in-days 30`,
      `definition=$(jq --null-input --arg image "$IMAGE" --arg region "$AWS_REGION" --arg account "$ACCOUNT" ${environment.join(' ')} ${shellWord(definition)})`,
      `aws ecs register-task-definition --cli-input-json "$definition" --query taskDefinition.taskDefinitionArn --output text`,
      `if ! aws ecs describe-services --cluster ${system} --services ${unit.name} --query 'services[0].status' --output text | grep -q ACTIVE; then`,
      `  aws ecs create-service --cluster ${system} --service-name ${unit.name} --task-definition ${system}-${unit.name} --desired-count ${unit.replicas} --launch-type FARGATE --deployment-configuration "deploymentCircuitBreaker={enable=true,rollback=true}" --network-configuration "awsvpcConfiguration={subnets=[$SUBNETS],securityGroups=[$SECURITY_GROUP],assignPublicIp=DISABLED}"${unit.public ? ` --load-balancers "targetGroupArn=\${TARGET_GROUP_${variable(unit)}:?},containerName=${unit.name},containerPort=${healthPort(unit.unit)}"` : ''} --query service.serviceArn --output text`,
      'fi',
      `aws application-autoscaling register-scalable-target --service-namespace ecs --scalable-dimension ecs:service:DesiredCount --resource-id service/${system}/${unit.name} --min-capacity ${unit.scale.min} --max-capacity ${unit.scale.max}`,
      `aws application-autoscaling put-scaling-policy --policy-name planned-use --policy-type TargetTrackingScaling --service-namespace ecs --scalable-dimension ecs:service:DesiredCount --resource-id service/${system}/${unit.name} --target-tracking-scaling-policy-configuration '{"TargetValue":${Math.round(unit.scale.target * 100)},"PredefinedMetricSpecification":{"PredefinedMetricType":"ECSServiceAverageCPUUtilization"}}' --query PolicyARN --output text`,
    ];
  }),
];

const variable = (unit: Unit): string => unit.name.replaceAll('-', '_').toUpperCase();

const lambda: Script = (design, units, system) => [
  '# The roles NAME-task are given; a function may only read its own secrets.',
  ...need('AWS_REGION', 'ACCOUNT', 'IMAGE', 'SUBNETS', 'SECURITY_GROUP', 'OTEL_EXPORTER_OTLP_ENDPOINT'),
  ...awsSecrets(design, units, system),
  ...units.flatMap((unit) => {
    const own = secretsOf(unit.unit, design).map(
      ({ name }) => `${name}_SECRET_ARN=arn:aws:secretsmanager:$AWS_REGION:$ACCOUNT:secret:${system}/${name}`,
    );
    const name = `${system}-${unit.name}`;
    return [
      '',
      `if ! aws lambda get-function --function-name ${name} >/dev/null 2>&1; then`,
      `  aws lambda create-function --function-name ${name} --package-type Image --code "ImageUri=$IMAGE" --role "arn:aws:iam::$ACCOUNT:role/${name}-task" --memory-size ${Math.min(10_240, Math.max(128, unit.memory))} --timeout ${unit.public ? 29 : 120} --tracing-config Mode=Active --vpc-config "SubnetIds=$SUBNETS,SecurityGroupIds=$SECURITY_GROUP" --environment "Variables={${[...plain(unit, design), ...own].join(',')}}" --publish --query FunctionArn --output text`,
      `  aws lambda wait function-active-v2 --function-name ${name}`,
      `  aws lambda create-alias --function-name ${name} --name live --function-version 1 --query AliasArn --output text`,
      'fi',
      `aws cloudwatch put-metric-alarm --alarm-name ${name}-errors --namespace AWS/Lambda --metric-name Errors --dimensions Name=FunctionName,Value=${name} --statistic Sum --period 60 --evaluation-periods 5 --threshold 10 --comparison-operator GreaterThanThreshold --treat-missing-data notBreaching`,
      ...(unit.public
        ? [
            `aws apigatewayv2 get-apis --query "Items[?Name=='${name}'].ApiEndpoint" --output text | grep -q . || aws apigatewayv2 create-api --name ${name} --protocol-type HTTP --target "arn:aws:lambda:$AWS_REGION:$ACCOUNT:function:${name}:live" --query ApiEndpoint --output text`,
          ]
        : []),
    ];
  }),
];

const cloudRun: Script = (design, units, system) => [
  ...need('PROJECT', 'REGION', 'IMAGE', 'NETWORK', 'SUBNET', 'OTEL_EXPORTER_OTLP_ENDPOINT'),
  ...secretNames(design, units).map(
    (name) =>
      `gcloud secrets describe ${system}-${name} --project "$PROJECT" >/dev/null 2>&1 || gcloud secrets create ${system}-${name} --project "$PROJECT" --replication-policy automatic`,
  ),
  ...units.flatMap((unit) => {
    const account = `${system.slice(0, 16)}-${unit.name.slice(0, 12)}`.replace(/-+$/, '').padEnd(6, 'x');
    const secrets = secretsOf(unit.unit, design).map(({ name }) => name);
    return [
      '',
      `gcloud iam service-accounts describe "${account}@$PROJECT.iam.gserviceaccount.com" --project "$PROJECT" >/dev/null 2>&1 || gcloud iam service-accounts create ${account} --project "$PROJECT"`,
      ...secrets.map(
        (name) =>
          `gcloud secrets add-iam-policy-binding ${system}-${name} --project "$PROJECT" --member "serviceAccount:${account}@$PROJECT.iam.gserviceaccount.com" --role roles/secretmanager.secretAccessor --format none`,
      ),
      `gcloud run deploy ${system}-${unit.name} --project "$PROJECT" --region "$REGION" --image "$IMAGE" --service-account "${account}@$PROJECT.iam.gserviceaccount.com" --port ${healthPort(unit.unit)} --cpu ${Math.max(1, Math.ceil(unit.cpu))} --memory ${Math.max(512, unit.memory)}Mi --min ${unit.public ? 0 : unit.scale.min} --max ${unit.scale.max} --ingress ${unit.public ? 'all --allow-unauthenticated' : 'internal --no-allow-unauthenticated --no-cpu-throttling'} --network "$NETWORK" --subnet "$SUBNET" --vpc-egress private-ranges-only --set-env-vars "${plain(unit, design).join(',')}"${secrets.length > 0 ? ` --set-secrets ${secrets.map((name) => `${name}=${system}-${name}:latest`).join(',')}` : ''}${unit.command ? ` --command ${shellWord(unit.command.join(','))}` : ''}${unit.args ? ` --args ${shellWord(unit.args.join(','))}` : ''} --startup-probe httpGet.path=${READY_PATH},httpGet.port=${healthPort(unit.unit)}`,
      ...(unit.name === migratorOf(design)?.name
        ? [
            `gcloud run jobs deploy ${system}-migrate --project "$PROJECT" --region "$REGION" --image "$IMAGE" --args migrate --max-retries 0 --task-timeout 30m --service-account "${account}@$PROJECT.iam.gserviceaccount.com" --network "$NETWORK" --subnet "$SUBNET" --vpc-egress private-ranges-only --set-env-vars "${plain(unit, design).join(',')}"${secrets.length > 0 ? ` --set-secrets ${secrets.map((name) => `${name}=${system}-${name}:latest`).join(',')}` : ''}`,
          ]
        : []),
    ];
  }),
];

const containerApps: Script = (design, units, system) => [
  ...need('RESOURCE_GROUP', 'LOCATION', 'IMAGE', 'SUBNET_ID', 'VAULT', 'OTEL_EXPORTER_OTLP_ENDPOINT'),
  'az group create --name "$RESOURCE_GROUP" --location "$LOCATION" --output none',
  `az containerapp env show --name ${system} --resource-group "$RESOURCE_GROUP" --output none 2>/dev/null || az containerapp env create --name ${system} --resource-group "$RESOURCE_GROUP" --location "$LOCATION" --infrastructure-subnet-resource-id "$SUBNET_ID" --zone-redundant --output none`,
  ...units.flatMap((unit) => {
    const name = appName(system, unit.name);
    const secrets = secretsOf(unit.unit, design).map((setting) => setting.name);
    const size = consumption(unit);
    const key = (text: string): string => text.toLowerCase().replaceAll('_', '-');
    return [
      '',
      `az identity create --name ${name} --resource-group "$RESOURCE_GROUP" --output none`,
      `identity=$(az identity show --name ${name} --resource-group "$RESOURCE_GROUP" --query id --output tsv)`,
      `principal=$(az identity show --name ${name} --resource-group "$RESOURCE_GROUP" --query principalId --output tsv)`,
      'vault=$(az keyvault show --name "$VAULT" --query id --output tsv)',
      ...secrets.map(
        (secret) =>
          `az role assignment create --assignee-object-id "$principal" --assignee-principal-type ServicePrincipal --role "Key Vault Secrets User" --scope "$vault/secrets/${key(secret)}" --output none`,
      ),
      `az containerapp create --name ${name} --resource-group "$RESOURCE_GROUP" --environment ${system} --image "$IMAGE" --user-assigned "$identity" --revisions-mode multiple --cpu ${size.cpu} --memory ${size.memory} --min-replicas ${unit.scale.min} --max-replicas ${unit.scale.max} --scale-rule-name planned-use --scale-rule-type cpu --scale-rule-metadata type=Utilization value=${Math.round(unit.scale.target * 100)}${unit.public ? ` --ingress external --target-port ${healthPort(unit.unit)}` : ''}${secrets.length > 0 ? ` --secrets ${secrets.map((secret) => `"${key(secret)}=keyvaultref:https://$VAULT.vault.azure.net/secrets/${key(secret)},identityref:$identity"`).join(' ')}` : ''} --env-vars ${[...plain(unit, design).map((pair) => `"${pair}"`), ...secrets.map((secret) => `${secret}=secretref:${key(secret)}`)].join(' ')}${unit.command ? ` --command ${unit.command.map(shellWord).join(' ')}` : ''}${unit.args ? ` --args ${unit.args.map(shellWord).join(' ')}` : ''} --output none`,
      ...(unit.name === migratorOf(design)?.name
        ? [
            `az containerapp job create --name ${appName(system, 'migrate')} --resource-group "$RESOURCE_GROUP" --environment ${system} --trigger-type Manual --replica-timeout 1800 --replica-retry-limit 0 --image "$IMAGE" --args migrate --mi-user-assigned "$identity"${secrets.length > 0 ? ` --secrets ${secrets.map((secret) => `"${key(secret)}=keyvaultref:https://$VAULT.vault.azure.net/secrets/${key(secret)},identityref:$identity"`).join(' ')}` : ''} --env-vars ${[...plain(unit, design).map((pair) => `"${pair}"`), ...secrets.map((secret) => `${secret}=secretref:${key(secret)}`)].join(' ')} --output none`,
          ]
        : []),
    ];
  }),
];

/** Machines of a provider by its command line; each is then set up by `deploy/machine/provision.sh`. */
const machines: Script = (design, units, system) => {
  const { provider } = platformOf(design);
  const count = machineCount(units);
  const each = `for number in $(seq ${count}); do`;
  const finish = ['done', '# Next, on every machine: PUBLIC_HOST=... bash deploy/machine/provision.sh'];
  switch (provider) {
    case 'hetzner':
      return [
        ...need('MACHINE_TYPE', 'MACHINE_IMAGE', 'LOCATION', 'SSH_KEY', 'ADMIN_RANGE'),
        `hcloud network describe ${system} >/dev/null 2>&1 || { hcloud network create --name ${system} --ip-range 10.20.0.0/16; hcloud network add-subnet ${system} --type cloud --network-zone "\${NETWORK_ZONE:?}" --ip-range 10.20.0.0/24; }`,
        `if ! hcloud firewall describe ${system} >/dev/null 2>&1; then`,
        `  hcloud firewall create --name ${system}`,
        ...['80', '443'].map(
          (port) =>
            `  hcloud firewall add-rule ${system} --direction in --protocol tcp --port ${port} --source-ips 0.0.0.0/0 --source-ips ::/0`,
        ),
        `  hcloud firewall add-rule ${system} --direction in --protocol tcp --port 22 --source-ips "$ADMIN_RANGE"`,
        'fi',
        each,
        `  hcloud server describe "${system}-$number" >/dev/null 2>&1 || hcloud server create --name "${system}-$number" --type "$MACHINE_TYPE" --image "$MACHINE_IMAGE" --location "$LOCATION" --ssh-key "$SSH_KEY" --firewall ${system} --network ${system} --enable-backup`,
        ...finish,
      ];
    case 'aws':
      return [
        ...need('AWS_REGION', 'MACHINE_TYPE', 'MACHINE_IMAGE', 'SUBNET', 'SECURITY_GROUP', 'INSTANCE_PROFILE'),
        each,
        `  aws ec2 describe-instances --filters "Name=tag:Name,Values=${system}-$number" Name=instance-state-name,Values=pending,running --query 'Reservations[].Instances[].InstanceId' --output text | grep -q . || aws ec2 run-instances --image-id "$MACHINE_IMAGE" --instance-type "$MACHINE_TYPE" --subnet-id "$SUBNET" --security-group-ids "$SECURITY_GROUP" --iam-instance-profile "Name=$INSTANCE_PROFILE" --metadata-options HttpTokens=required,HttpPutResponseHopLimit=1 --tag-specifications "ResourceType=instance,Tags=[{Key=Name,Value=${system}-$number}]" --query 'Instances[0].InstanceId' --output text`,
        ...finish,
      ];
    case 'google':
      return [
        ...need('PROJECT', 'ZONE', 'MACHINE_TYPE', 'MACHINE_IMAGE', 'SUBNET', 'SERVICE_ACCOUNT'),
        each,
        `  gcloud compute instances describe "${system}-$number" --project "$PROJECT" --zone "$ZONE" >/dev/null 2>&1 || gcloud compute instances create "${system}-$number" --project "$PROJECT" --zone "$ZONE" --machine-type "$MACHINE_TYPE" --image "$MACHINE_IMAGE" --subnet "$SUBNET" --service-account "$SERVICE_ACCOUNT" --scopes cloud-platform --shielded-secure-boot --deletion-protection --metadata enable-oslogin=TRUE --tags ${system}`,
        ...finish,
      ];
    case 'azure':
      return [
        ...need('RESOURCE_GROUP', 'MACHINE_TYPE', 'MACHINE_IMAGE', 'SUBNET_ID', 'SSH_PUBLIC_KEY_FILE'),
        each,
        `  az vm show --name "${system}-$number" --resource-group "$RESOURCE_GROUP" --output none 2>/dev/null || az vm create --name "${system}-$number" --resource-group "$RESOURCE_GROUP" --size "$MACHINE_TYPE" --image "$MACHINE_IMAGE" --subnet "$SUBNET_ID" --admin-username deploy --ssh-key-values "$SSH_PUBLIC_KEY_FILE" --assign-identity --security-type TrustedLaunch --enable-secure-boot true --output none`,
        ...finish,
      ];
    default:
      return [];
  }
};

const SCRIPTS: Partial<Record<ReturnType<typeof platformOf>['id'], Script>> = {
  ecs,
  lambda,
  'cloud-run': cloudRun,
  'container-apps': containerApps,
  machine: machines,
};

/** `deploy/infrastructure/provision.sh`: the platform by its own command line, safe to run again. Nothing where there is nothing to create. */
export function provisionScript(design: Design): readonly Artefact[] {
  const system = systemName(design);
  const lines = SCRIPTS[platformOf(design).id]?.(design, unitsOf(design), system) ?? [];
  if (lines.length === 0) return [];
  return [
    textFile('deploy/infrastructure/provision.sh', 'application/x-sh', 'Infrastructure as a script', [
      '#!/usr/bin/env bash',
      '# Creates what is missing and leaves what is there; run it again after every change. Secrets are created empty and filled in by hand.',
      'set -euo pipefail',
      ...lines,
    ]),
  ];
}

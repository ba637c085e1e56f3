import type { Design } from '@archwright/model';
import { alertsOf } from '../../operate/alerts.ts';
import { composeServices } from '../compose.ts';
import { localStores } from '../local-store.ts';
import { deliveryOf, platformOf } from '../platform.ts';
import { runtimeOf } from '../runtime.ts';
import { systemName } from '../unit.ts';
import { knownVersion, versionVariable } from '../versions.ts';

/** Variables a pipeline must be given because no evidence knows a version. */
export const askedVersions = (design: Design): readonly string[] => {
  const { technology } = runtimeOf(design);
  return [
    ...new Set([
      ...(knownVersion(design, technology) ? [] : [versionVariable(technology === 'nodejs' ? 'node' : technology)]),
      ...localStores(design).flatMap(({ asks }) => asks ?? []),
      ...(platformOf(design).id === 'lambda' ? ['LAMBDA_ADAPTER_VERSION'] : []),
    ]),
  ];
};

/** `--build-arg` for every version the image asks for. */
const buildArguments = (design: Design): string => {
  const { technology } = runtimeOf(design);
  const own = [
    ...(knownVersion(design, technology) ? [] : [versionVariable(technology === 'nodejs' ? 'node' : technology)]),
    ...(platformOf(design).id === 'lambda' ? ['LAMBDA_ADAPTER_VERSION'] : []),
  ];
  return own.map((name) => ` --build-arg ${name}`).join('');
};

/** Lint and tests run in the image's own stage, so that they see exactly what is shipped. */
export const testCommands = (design: Design): readonly string[] => [
  `docker buildx build --file deploy/Dockerfile --target test${buildArguments(design)} .`,
];

/** Every migration up, down and up again on an empty store of the production version. */
export const migrationCommands = (design: Design): readonly string[] =>
  composeServices(design).includes('migrate')
    ? [
        'export LOCAL_PASSWORD=$(openssl rand -hex 16)',
        'docker compose --env-file /dev/null --file deploy/compose.yaml run --rm migrate',
        'docker compose --env-file /dev/null --file deploy/compose.yaml run --rm --entrypoint sh migrate -ec \'for file in $(ls -r /migrations/0/*.down.sql); do whole=--single-transaction; if grep -q "^-- No transaction" "$file"; then whole=; fi; psql $whole -v ON_ERROR_STOP=1 -f "$file" "$STORE_0"; done\'',
        'docker compose --env-file /dev/null --file deploy/compose.yaml run --rm migrate',
        'docker compose --env-file /dev/null --file deploy/compose.yaml down --volumes',
      ]
    : [];

/** The alert rules and their tests. */
export const ruleCommands = (design: Design): readonly string[] =>
  alertsOf(design).length > 0 ? ['promtool check rules operate/alerts.yaml', 'promtool test rules operate/alerts.test.yaml'] : [];

/** Image with SBOM and build provenance attached, pushed by digest; sets `digest`. */
export const buildCommands = (design: Design): readonly string[] => [
  'docker buildx create --use',
  `docker buildx build --file deploy/Dockerfile --sbom=true --provenance=mode=max${buildArguments(design)} --tag "$IMAGE:$COMMIT" --push --metadata-file metadata.json .`,
  'digest=$(jq --raw-output \'."containerimage.digest"\' metadata.json)',
];

/** Hands the digest over: to the release script, or to the repository that the cluster follows. */
export function deployCommands(design: Design, environment: 'staging' | 'production'): readonly string[] {
  const { gitops } = deliveryOf(design);
  if (gitops === undefined || platformOf(design).id !== 'kubernetes') return ['bash deploy/release.sh'];
  const file = `deploy/kubernetes/overlays/${environment}/kustomization.yaml`;
  return [
    '# The cluster applies what the repository says; the canary and its way back run in the cluster.',
    `yq --inplace '.images[].digest = strenv(DIGEST) | .images[].newName = strenv(IMAGE)' ${file}`,
    'git config user.name delivery && git config user.email delivery@users.noreply.invalid',
    `git commit --message "release ${systemName(design)} to ${environment}: $DIGEST [skip ci]" ${file}`,
    'git pull --rebase --quiet && git push',
  ];
}

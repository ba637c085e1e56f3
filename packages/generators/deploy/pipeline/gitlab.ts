import type { Artefact, Design } from '@archwright/model';
import { yamlFile } from '../../operate/files.ts';
import { deliveryOf, platformOf } from '../platform.ts';
import { askedVersions, buildCommands, deployCommands, migrationCommands, ruleCommands, testCommands } from './commands.ts';
import { credentialsFor } from './credentials.ts';

const ON_MAIN = [{ if: '$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH' }];
const DOCKER = { image: 'docker:cli', services: ['docker:dind'] };

/** `deploy/gitlab/.gitlab-ci.yml`: belongs in the root of the repository. */
export function gitlabPipeline(design: Design): Artefact {
  const migrations = migrationCommands(design);
  const rules = ruleCommands(design);
  const document = {
    stages: ['check', 'build', 'test', 'staging', 'production'],
    workflow: { rules: [{ if: "$CI_PIPELINE_SOURCE == 'merge_request_event'" }, ...ON_MAIN] },
    // Scans of the image, the dependencies and the history for secrets: the platform's own jobs.
    include: ['Jobs/Container-Scanning', 'Jobs/Dependency-Scanning', 'Jobs/Secret-Detection'].map((name) => ({
      template: `${name}.gitlab-ci.yml`,
    })),
    variables: {
      IMAGE: '$CI_REGISTRY_IMAGE',
      COMMIT: '$CI_COMMIT_SHA',
      CS_IMAGE: '$CI_REGISTRY_IMAGE:$CI_COMMIT_SHA',
      DOCKER_TLS_CERTDIR: '/certs',
    },
    'lint-and-test': { stage: 'check', ...DOCKER, script: testCommands(design) },
    ...(migrations.length > 0 && {
      migrations: { stage: 'check', ...DOCKER, before_script: ['apk add --no-cache openssl'], script: migrations },
    }),
    ...(rules.length > 0 && {
      'alert-rules': { stage: 'check', image: 'alpine', before_script: ['apk add --no-cache prometheus'], script: rules },
    }),
    image: {
      stage: 'build',
      ...DOCKER,
      rules: ON_MAIN,
      id_tokens: { SIGSTORE_ID_TOKEN: { aud: 'sigstore' } },
      before_script: [
        'apk add --no-cache jq cosign',
        'printf %s "$CI_REGISTRY_PASSWORD" | docker login "$CI_REGISTRY" --username "$CI_REGISTRY_USER" --password-stdin',
      ],
      script: [...buildCommands(design), 'cosign sign --yes "$IMAGE@$digest"', 'echo "DIGEST=$digest" >build.env'],
      artifacts: { reports: { dotenv: 'build.env' } },
    },
    container_scanning: { stage: 'test', needs: ['image'], rules: ON_MAIN },
    staging: deployJob(design, 'staging'),
    production: { ...deployJob(design, 'production'), when: 'manual' },
  };
  const { image, ...rest } = document;
  // `image` is a keyword at the top level: the job needs another name.
  return yamlFile(
    'deploy/gitlab/.gitlab-ci.yml',
    'Pipeline (GitLab CI)',
    { ...rest, 'build-image': image, container_scanning: { ...rest.container_scanning, needs: ['build-image'] } },
    pipelineNote(design),
  );
}

const pipelineNote = (design: Design): string => {
  const asked = askedVersions(design);
  return [
    'Belongs in the root of the repository. Protect the environments; each holds its own variables.',
    ...(asked.length > 0 ? [`Variables without evidence for a value, to be set in the project: ${asked.join(', ')}.`] : []),
  ].join('\n');
};

function deployJob(design: Design, environment: 'staging' | 'production') {
  const platform = platformOf(design);
  const { gitlab, federated, variables, secrets } = credentialsFor(platform);
  const pull = deliveryOf(design).gitops !== undefined && platform.id === 'kubernetes';
  const needed = [...variables, ...secrets, 'PROMETHEUS_URL', 'PUBLIC_URL', 'DEPLOY_IMAGE'];
  return {
    stage: environment,
    // An image of yours with the platform's command line, bash, cosign, curl, git and jq.
    image: '$DEPLOY_IMAGE',
    rules: ON_MAIN,
    needs: environment === 'staging' ? ['build-image', 'container_scanning'] : ['build-image', 'staging'],
    environment: { name: environment },
    resource_group: environment,
    timeout: '2h',
    ...(federated && { id_tokens: { ID_TOKEN: { aud: '$IDENTITY_AUDIENCE' } } }),
    script: [
      ...needed.map((name) => `: "\${${name}:?}"`),
      'cosign verify "$IMAGE@$DIGEST" --certificate-identity-regexp "^$CI_PROJECT_URL//" --certificate-oidc-issuer "$CI_SERVER_URL" --output text',
      ...(pull ? [] : gitlab),
      ...deployCommands(design, environment),
      ...(environment === 'staging'
        ? [
            'curl --fail --silent --show-error --retry 10 --retry-all-errors --retry-delay 5 --output /dev/null "$PUBLIC_URL/readyz"',
          ]
        : []),
    ],
  };
}

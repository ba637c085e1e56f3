import type { Artefact, Design } from '@archwright/model';
import { yamlFile } from '../../operate/files.ts';
import { deliveryOf, platformOf } from '../platform.ts';
import { systemName } from '../unit.ts';
import { askedVersions, buildCommands, deployCommands, migrationCommands, ruleCommands, testCommands } from './commands.ts';
import { credentialsFor } from './credentials.ts';
import { type ActionName, ACTIONS } from './pins.ts';

interface Step {
  readonly name: string;
  readonly uses?: string;
  readonly id?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly run?: string;
}

const action = (name: ActionName, title: string, options: Readonly<Record<string, unknown>> = {}): Step => ({
  name: `${title} (${ACTIONS[name].version})`,
  uses: ACTIONS[name].uses,
  ...(Object.keys(options).length > 0 && { with: options }),
});
const shell = (name: string, commands: readonly string[]): readonly Step[] =>
  commands.length > 0 ? [{ name, run: commands.join('\n') }] : [];
const checkout = action('checkout', 'Check out', { 'persist-credentials': false });

const RUNNER = 'ubuntu-24.04';
const main = "github.event_name == 'push' && github.ref == 'refs/heads/main'";

/** `deploy/github/workflows/deliver.yaml`: belongs in `.github/workflows/`. */
export function githubWorkflow(design: Design): Artefact {
  const versions = Object.fromEntries(askedVersions(design).map((name) => [name, `\${{ vars.${name} }}`]));
  const document = {
    name: 'deliver',
    on: { pull_request: {}, push: { branches: ['main'] } },
    permissions: { contents: 'read' },
    concurrency: { group: 'deliver-${{ github.ref }}', 'cancel-in-progress': "${{ github.event_name == 'pull_request' }}" },
    env: { IMAGE: `ghcr.io/\${{ github.repository_owner }}/${systemName(design)}`, COMMIT: '${{ github.sha }}', ...versions },
    jobs: {
      check: checkJob(design),
      build: buildJob(design),
      staging: deployJob(design, 'staging', 'build'),
      production: deployJob(design, 'production', 'staging'),
    },
  };
  const note =
    'Belongs in .github/workflows/. The environment `production` asks for a reviewer; both environments hold their own variables.';
  return yamlFile('deploy/github/workflows/deliver.yaml', 'Pipeline (GitHub Actions)', document, note);
}

const checkJob = (design: Design) => ({
  'runs-on': RUNNER,
  'timeout-minutes': 30,
  steps: [
    checkout,
    ...shell('Lint and test', testCommands(design)),
    ...shell('Migrations: up, down, up', migrationCommands(design)),
    ...shell('Alert rules and their tests', [
      ...(ruleCommands(design).length > 0
        ? ['sudo apt-get update && sudo apt-get install --yes --no-install-recommends prometheus']
        : []),
      ...ruleCommands(design),
    ]),
    action('scan', 'Known vulnerabilities in the dependencies', {
      path: '.',
      'fail-build': true,
      'severity-cutoff': 'high',
      'only-fixed': true,
    }),
  ],
});

const buildJob = (design: Design) => ({
  needs: 'check',
  if: main,
  'runs-on': RUNNER,
  'timeout-minutes': 30,
  permissions: { contents: 'read', packages: 'write', 'id-token': 'write', attestations: 'write' },
  outputs: { digest: '${{ steps.image.outputs.digest }}' },
  steps: [
    checkout,
    {
      name: 'Log in to the registry',
      env: { TOKEN: '${{ secrets.GITHUB_TOKEN }}' },
      run: 'printf %s "$TOKEN" | docker login ghcr.io --username "$GITHUB_ACTOR" --password-stdin',
    },
    {
      name: 'Image with SBOM and provenance',
      id: 'image',
      run: [...buildCommands(design), 'echo "digest=$digest" >>"$GITHUB_OUTPUT"'].join('\n'),
    },
    action('scan', 'Known vulnerabilities in the image', {
      image: '${{ env.IMAGE }}@${{ steps.image.outputs.digest }}',
      'fail-build': true,
      'severity-cutoff': 'high',
      'only-fixed': true,
    }),
    action('cosign', 'Install cosign'),
    { name: 'Sign', env: { DIGEST: '${{ steps.image.outputs.digest }}' }, run: 'cosign sign --yes "$IMAGE@$DIGEST"' },
    action('attest', 'Attest provenance', {
      'subject-name': '${{ env.IMAGE }}',
      'subject-digest': '${{ steps.image.outputs.digest }}',
      'push-to-registry': true,
    }),
  ],
});

function deployJob(design: Design, environment: 'staging' | 'production', needs: string) {
  const platform = platformOf(design);
  const credentials = credentialsFor(platform);
  const pull = deliveryOf(design).gitops !== undefined && platform.id === 'kubernetes';
  // Both clusters follow the repository; only the last step of the pipeline writes to it.
  const given = pull ? { variables: [], secrets: [] } : credentials;
  const settings = {
    ...Object.fromEntries(given.variables.map((name) => [name, `\${{ vars.${name} }}`])),
    ...Object.fromEntries(given.secrets.map((name) => [name, `\${{ secrets.${name} }}`])),
    DIGEST: '${{ needs.build.outputs.digest }}',
    PROMETHEUS_URL: '${{ vars.PROMETHEUS_URL }}',
    PUBLIC_URL: '${{ vars.PUBLIC_URL }}',
  };
  return {
    needs: needs === 'build' ? ['build'] : ['build', needs],
    if: main,
    'runs-on': RUNNER,
    'timeout-minutes': 120,
    environment,
    concurrency: { group: `release-${environment}`, 'cancel-in-progress': false },
    permissions: { contents: pull ? 'write' : 'read', packages: 'read', 'id-token': 'write' },
    env: settings,
    steps: [
      action('checkout', 'Check out', { 'persist-credentials': pull }),
      action('cosign', 'Install cosign'),
      {
        name: 'Only what this pipeline signed is deployed',
        run: 'cosign verify "$IMAGE@$DIGEST" --certificate-identity-regexp "^https://github.com/$GITHUB_REPOSITORY/" --certificate-oidc-issuer https://token.actions.githubusercontent.com --output text',
      },
      ...(!pull && credentials.federated === 'aws'
        ? [
            action('aws', 'Short-lived credentials', {
              'role-to-assume': '${{ vars.AWS_ROLE_ARN }}',
              'aws-region': '${{ vars.AWS_REGION }}',
            }),
          ]
        : []),
      ...(pull ? [] : shell('Short-lived credentials', credentials.github)),
      ...shell(
        pull ? 'Hand the digest to the cluster' : 'Release in steps; goes back by itself',
        deployCommands(design, environment),
      ),
      ...(environment === 'staging'
        ? shell('The system answers', [
            'curl --fail --silent --show-error --retry 10 --retry-all-errors --retry-delay 5 --output /dev/null "$PUBLIC_URL/readyz"',
          ])
        : []),
    ],
  };
}

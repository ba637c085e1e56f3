import type { Platform } from '../platform.ts';
import { releaseCommands } from '../release/commands.ts';

/** How a pipeline proves who it is to the platform: a short-lived token wherever the platform exchanges one. */
export interface Credentials {
  /** Plain settings of the environment. */
  readonly variables: readonly string[];
  /** Secrets of the environment, only where the platform takes no federated identity. */
  readonly secrets: readonly string[];
  readonly federated: 'aws' | 'google' | 'azure' | undefined;
  /** Commands of a GitHub runner; `identity` fetches its token for an audience. */
  readonly github: readonly string[];
  /** Commands of a GitLab runner; `$ID_TOKEN` is its token. */
  readonly gitlab: readonly string[];
}

const IDENTITY =
  '$(curl --fail --silent --header "Authorization: Bearer $ACTIONS_ID_TOKEN_REQUEST_TOKEN" "$ACTIONS_ID_TOKEN_REQUEST_URL&audience=api://AzureADTokenExchange" | jq --raw-output .value)';
const azureLogin = (token: string) =>
  `az login --service-principal --username "$AZURE_CLIENT_ID" --tenant "$AZURE_TENANT_ID" --federated-token "${token}" --output none`;

const FEDERATED: Readonly<Record<'aws' | 'google' | 'azure', Omit<Credentials, 'secrets' | 'federated'>>> = {
  aws: {
    variables: ['AWS_REGION', 'AWS_ROLE_ARN'],
    github: [],
    gitlab: [
      'printf %s "$ID_TOKEN" >"$CI_PROJECT_DIR/.identity" && export AWS_WEB_IDENTITY_TOKEN_FILE="$CI_PROJECT_DIR/.identity"',
    ],
  },
  google: {
    variables: ['PROJECT', 'REGION', 'WORKLOAD_IDENTITY_PROVIDER', 'SERVICE_ACCOUNT'],
    github: [
      'gcloud iam workload-identity-pools create-cred-config "$WORKLOAD_IDENTITY_PROVIDER" --service-account "$SERVICE_ACCOUNT" --credential-source-url "$ACTIONS_ID_TOKEN_REQUEST_URL&audience=https://iam.googleapis.com/$WORKLOAD_IDENTITY_PROVIDER" --credential-source-headers "Authorization=Bearer $ACTIONS_ID_TOKEN_REQUEST_TOKEN" --credential-source-type json --credential-source-field-name value --output-file "$RUNNER_TEMP/credentials.json"',
      'gcloud auth login --cred-file "$RUNNER_TEMP/credentials.json" --quiet',
    ],
    gitlab: [
      'printf %s "$ID_TOKEN" >.identity',
      'gcloud iam workload-identity-pools create-cred-config "$WORKLOAD_IDENTITY_PROVIDER" --service-account "$SERVICE_ACCOUNT" --credential-source-file .identity --output-file .credentials.json',
      'gcloud auth login --cred-file .credentials.json --quiet',
    ],
  },
  azure: {
    variables: ['AZURE_CLIENT_ID', 'AZURE_TENANT_ID', 'RESOURCE_GROUP'],
    github: [azureLogin(IDENTITY)],
    gitlab: [azureLogin('$ID_TOKEN')],
  },
};

/** Commands that lead from the cloud's credentials to the cluster's. */
const CLUSTER: Readonly<Record<'aws' | 'google' | 'azure', string>> = {
  aws: 'aws eks update-kubeconfig --name "$CLUSTER"',
  google: 'gcloud container clusters get-credentials "$CLUSTER" --project "$PROJECT" --region "$REGION"',
  azure: 'az aks get-credentials --name "$CLUSTER" --resource-group "$RESOURCE_GROUP"',
};

const SSH = [
  'eval "$(ssh-agent -s)" && printf "%s\\n" "$SSH_PRIVATE_KEY" | ssh-add -',
  'install -d -m 700 ~/.ssh && printf "%s\\n" "$SSH_KNOWN_HOSTS" >>~/.ssh/known_hosts',
];

export function credentialsFor({ id, provider }: Platform): Credentials {
  if (id === 'machine' || id === 'containers')
    return {
      variables: ['HOSTS', 'SSH_KNOWN_HOSTS'],
      secrets: ['SSH_PRIVATE_KEY'],
      federated: undefined,
      github: SSH,
      gitlab: SSH,
    };
  if (provider === 'aws' || provider === 'google' || provider === 'azure') {
    const base = FEDERATED[provider];
    if (id !== 'kubernetes') return { ...base, secrets: [], federated: provider };
    const cluster = CLUSTER[provider];
    return {
      ...base,
      variables: [...base.variables, 'CLUSTER'],
      github: [...base.github, cluster],
      gitlab: [...base.gitlab, cluster],
      secrets: [],
      federated: provider,
    };
  }
  if (id === 'kubernetes') {
    const use = ['install -d -m 700 ~/.kube && printf "%s" "$KUBECONFIG_CONTENT" >~/.kube/config && chmod 600 ~/.kube/config'];
    return { variables: [], secrets: ['KUBECONFIG_CONTENT'], federated: undefined, github: use, gitlab: use };
  }
  const names = releaseCommands(id).variables;
  const secret = (name: string) => /TOKEN|KEY/.test(name);
  return {
    variables: names.filter((name) => !secret(name)),
    secrets: names.filter(secret),
    federated: undefined,
    github: [],
    gitlab: [],
  };
}

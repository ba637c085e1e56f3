import type { DecisionPointId, Design } from '@archwright/model';
import { sampleDesign } from './sample-design.ts';

export type Picks = Partial<Record<DecisionPointId, readonly string[]>>;
/** The design with other technologies chosen; an empty list is a decision for no tool. */
export const choosing = (picks: Picks, design: Design = sampleDesign()): Design => ({
  ...design,
  decisions: [
    ...design.decisions.filter(({ id }) => !(id in picks)),
    ...Object.entries(picks).map(([id, technologies]) => ({
      ...design.decisions[0]!,
      id: id as DecisionPointId,
      chosen: technologies[0] ?? 'none',
      technologies,
    })),
  ],
});

/** Every platform with files of its own: its name, the picks that choose it, and a file that only it has. */
export const PLATFORMS: readonly (readonly [name: string, picks: Picks, file: string])[] = [
  ['ECS, HCL', { compute: ['fargate'] }, 'deploy/infrastructure/main.tf'],
  ['ECS, Pulumi', { compute: ['ecs', 'ec2'], 'infrastructure-code': ['pulumi'] }, 'deploy/infrastructure/index.ts'],
  ['ECS, script', { compute: ['fargate'], 'infrastructure-code': [] }, 'deploy/infrastructure/provision.sh'],
  ['Lambda, SST', { compute: ['lambda', 'api-gateway'], 'infrastructure-code': ['sst'] }, 'deploy/infrastructure/sst.config.ts'],
  ['Lambda, script', { compute: ['lambda', 'api-gateway'], 'infrastructure-code': [] }, 'deploy/infrastructure/provision.sh'],
  ['Cloud Run', { compute: ['cloud-run'], 'infrastructure-code': ['terraform'] }, 'deploy/infrastructure/main.tf'],
  ['Cloud Run, script', { compute: ['cloud-run'], 'infrastructure-code': [] }, 'deploy/infrastructure/provision.sh'],
  ['Container Apps', { compute: ['azure-container-apps'] }, 'deploy/infrastructure/main.tf'],
  [
    'Container Apps, script',
    { compute: ['azure-container-apps'], 'infrastructure-code': [] },
    'deploy/infrastructure/provision.sh',
  ],
  ['Azure Functions', { compute: ['azure-functions'] }, 'deploy/infrastructure/main.tf'],
  ['EKS, Argo CD', { compute: ['kubernetes', 'eks'], delivery: ['argocd', 'github-actions'] }, 'deploy/argocd/production.yaml'],
  [
    'own Kubernetes, Flux',
    { compute: ['kubernetes', 'linux-servers'], delivery: ['flux', 'github-actions'] },
    'deploy/flux/production.yaml',
  ],
  ['GKE, GitLab', { compute: ['kubernetes', 'gke'], delivery: ['gitlab-ci'] }, 'deploy/gitlab/.gitlab-ci.yml'],
  ['Hetzner', { compute: ['hetzner-cloud'] }, 'deploy/machine/provision.sh'],
  ['EC2', { compute: ['ec2'] }, 'deploy/machine/Caddyfile'],
  ['Compute Engine', { compute: ['compute-engine'] }, 'deploy/machine/switch.sh'],
  ['Azure machines', { compute: ['azure-virtual-machines'] }, 'deploy/machine/provision.sh'],
  ['own servers, script', { compute: ['linux-servers'], 'infrastructure-code': [] }, 'deploy/machine/provision.sh'],
  ['Fly', { compute: ['fly'] }, 'deploy/fly/api.toml'],
  ['Workers', { compute: ['cloudflare-workers'] }, 'deploy/workers/api.jsonc'],
  ['Vercel', { compute: ['vercel'] }, 'deploy/vercel/vercel.json'],
  ['Supabase', { compute: ['supabase'] }, 'deploy/supabase/config.toml'],
  ['App Platform', { compute: ['digitalocean'] }, 'deploy/app-platform/app.yaml'],
];

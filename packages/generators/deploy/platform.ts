import type { DecisionPointId, Design } from '@archwright/model';

export type PlatformId =
  | 'kubernetes'
  | 'ecs'
  | 'lambda'
  | 'cloud-run'
  | 'container-apps'
  | 'azure-functions'
  | 'machine'
  | 'fly'
  | 'workers'
  | 'vercel'
  | 'supabase'
  | 'app-platform'
  | 'containers';
export type Provider = 'aws' | 'google' | 'azure' | 'hetzner' | 'other';

export interface Platform {
  readonly id: PlatformId;
  readonly provider: Provider;
}

/** Technology id of the compute decision → the files that describe it. */
const PLATFORMS: Readonly<Record<string, Platform>> = {
  eks: { id: 'kubernetes', provider: 'aws' },
  gke: { id: 'kubernetes', provider: 'google' },
  aks: { id: 'kubernetes', provider: 'azure' },
  fargate: { id: 'ecs', provider: 'aws' },
  ecs: { id: 'ecs', provider: 'aws' },
  lambda: { id: 'lambda', provider: 'aws' },
  'cloud-run': { id: 'cloud-run', provider: 'google' },
  'cloud-functions': { id: 'cloud-run', provider: 'google' },
  'azure-container-apps': { id: 'container-apps', provider: 'azure' },
  'azure-functions': { id: 'azure-functions', provider: 'azure' },
  ec2: { id: 'machine', provider: 'aws' },
  lightsail: { id: 'machine', provider: 'aws' },
  'compute-engine': { id: 'machine', provider: 'google' },
  'azure-virtual-machines': { id: 'machine', provider: 'azure' },
  'hetzner-cloud': { id: 'machine', provider: 'hetzner' },
  'linux-servers': { id: 'machine', provider: 'other' },
  fly: { id: 'fly', provider: 'other' },
  'cloudflare-workers': { id: 'workers', provider: 'other' },
  vercel: { id: 'vercel', provider: 'other' },
  supabase: { id: 'supabase', provider: 'other' },
  digitalocean: { id: 'app-platform', provider: 'other' },
};

const technologiesOf = (design: Design, point: DecisionPointId): readonly string[] =>
  design.decisions.find(({ id }) => id === point)?.technologies ?? [];

/** The platform of the compute decision. Kubernetes may stand on any machines, so it outranks what it runs on. */
export function platformOf(design: Design): Platform {
  const technologies = technologiesOf(design, 'compute');
  const platforms = technologies.flatMap((id) => PLATFORMS[id] ?? []);
  const orchestrated = platforms.find(({ id }) => id === 'kubernetes');
  if (orchestrated) return orchestrated;
  if (technologies.includes('kubernetes')) return { id: 'kubernetes', provider: platforms[0]?.provider ?? 'other' };
  return platforms[0] ?? { id: 'containers', provider: 'other' };
}

export type InfrastructureLanguage = 'hcl' | 'pulumi' | 'sst' | 'script';

const LANGUAGES: Readonly<Record<string, InfrastructureLanguage>> = {
  opentofu: 'hcl',
  terraform: 'hcl',
  pulumi: 'pulumi',
  sst: 'sst',
};

/** The language of the infrastructure decision. A decision without a tool is a script; no decision at all is HCL, which most tools read. */
export function infrastructureLanguage(design: Design): InfrastructureLanguage {
  const decision = design.decisions.find(({ id }) => id === 'infrastructure-code');
  if (decision === undefined) return 'hcl';
  return decision.technologies.flatMap((id) => LANGUAGES[id] ?? [])[0] ?? 'script';
}

/** The command of the HCL tool. */
export const hclCommand = (design: Design): 'tofu' | 'terraform' =>
  technologiesOf(design, 'infrastructure-code').includes('terraform') ? 'terraform' : 'tofu';

export interface Delivery {
  readonly pipeline: 'github' | 'gitlab';
  readonly gitops?: 'argocd' | 'flux';
}

export function deliveryOf(design: Design): Delivery {
  const technologies = technologiesOf(design, 'delivery');
  const gitops = (['argocd', 'flux'] as const).find((id) => technologies.includes(id));
  return { pipeline: technologies.includes('gitlab-ci') ? 'gitlab' : 'github', ...(gitops && { gitops }) };
}

/** Whether a store is run by us on machines, by the place at the end of its option's id. */
export const isSelfRun = (option: string | undefined): boolean =>
  /-(?:ec2|gce|azure-vm|hetzner|on-premises|on-app-server|digitalocean)$/.test(option ?? '');

import { test } from 'vitest';
import { mkdirSync, writeFileSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { sampleDesign } from '../testing/sample-design.ts';
import { largeDesign } from '../testing/large-design.ts';
import { hostileDesign } from '../testing/hostile-design.ts';
import { operateArtefacts } from './index.ts';
import { deployArtefacts } from '../deploy/index.ts';
const PICKS: Record<string, Record<string, string[]>> = {
  ecs: {},
  argo: { compute: ['kubernetes', 'eks'], delivery: ['argocd', 'github-actions'] },
  flux: { compute: ['kubernetes', 'linux-servers'], delivery: ['flux', 'github-actions'] },
  push: { compute: ['kubernetes', 'gke'], delivery: ['gitlab-ci'] },
  lambda: { compute: ['lambda', 'api-gateway'], 'infrastructure-code': ['sst'] },
  lambdahcl: { compute: ['lambda', 'api-gateway'] },
  run: { compute: ['cloud-run'] },
  runscript: { compute: ['cloud-run'], 'infrastructure-code': [] },
  aca: { compute: ['azure-container-apps'], 'infrastructure-code': ['terraform'] },
  azf: { compute: ['azure-functions'] },
  pulumi: { 'infrastructure-code': ['pulumi'] },
  ecsscript: { 'infrastructure-code': [] },
  hetzner: { compute: ['hetzner-cloud'] },
  ec2: { compute: ['ec2'] },
  servers: { compute: ['linux-servers'], 'infrastructure-code': [] },
  gce: { compute: ['compute-engine'] },
  azvm: { compute: ['azure-virtual-machines'] },
  fly: { compute: ['fly'] },
  workers: { compute: ['cloudflare-workers'] },
  vercel: { compute: ['vercel'] },
  supabase: { compute: ['supabase'] },
  app: { compute: ['digitalocean'] },
  go: { language: ['go', 'gin'] },
  java: { language: ['java'] },
  rust: { language: ['rust'] },
  python: { language: ['python'] },
};
const pick = (design: any, picks: Record<string, string[]>) => ({
  ...design,
  decisions: [
    ...design.decisions.filter((d: any) => !(d.id in picks)),
    ...Object.entries(picks).map(([id, technologies]) => ({
      ...design.decisions[0],
      id,
      chosen: technologies[0] ?? 'none',
      technologies,
    })),
  ],
});
test('dump', () => {
  rmSync('/tmp/ops/out', { recursive: true, force: true });
  const designs: Record<string, any> = {
    large: largeDesign(),
    hostile: hostileDesign('O\'Reilly "x" ${a} {{b}} `c` <d> \n%{e} '),
  };
  for (const [name, picks] of Object.entries(PICKS)) designs[name] = pick(sampleDesign(), picks);
  const rich = (extra: [string, string, string][]) => {
    const d: any = sampleDesign();
    const c = d.architecture.components[4];
    return {
      ...d,
      architecture: {
        ...d.architecture,
        components: [
          ...d.architecture.components,
          ...extra.map(([id, kind, technologyId]) => ({ ...c, id, kind, technologyId, decision: undefined, name: id })),
        ],
        connections: [
          ...d.architecture.connections,
          ...extra.flatMap(([id]) => [
            { ...d.architecture.connections[4], id: 'x' + id, to: id },
            { ...d.architecture.connections[5], id: 'y' + id, to: id },
          ]),
        ],
        units: [...d.architecture.units, { ...d.architecture.units[0], id: 'second-api', runs: ['api'], command: 'serve --x 1' }],
      },
    };
  };
  for (const [n, compute, extra] of [
    [
      'ecs',
      'fargate',
      [
        ['queue', 'queue', 'sqs'],
        ['blobs', 'object-store', 's3'],
      ],
    ],
    [
      'lambda',
      'lambda',
      [
        ['queue', 'queue', 'sqs'],
        ['blobs', 'object-store', 's3'],
      ],
    ],
    [
      'run',
      'cloud-run',
      [
        ['queue', 'queue', 'pubsub'],
        ['blobs', 'object-store', 'gcs'],
      ],
    ],
    ['aca', 'azure-container-apps', []],
    ['azf', 'azure-functions', []],
    ['hetzner', 'hetzner-cloud', []],
    ['ec2', 'ec2', []],
    ['gce', 'compute-engine', []],
    ['azvm', 'azure-virtual-machines', []],
  ] as any) {
    designs['p-' + n] = pick(rich(extra), { compute: [compute], 'infrastructure-code': ['pulumi'] });
    designs['t-' + n] = pick(rich(extra), { compute: [compute], 'infrastructure-code': ['opentofu'] });
    designs['s-' + n] = pick(rich(extra), { compute: [compute], 'infrastructure-code': ['sst'] });
  }
  for (const [name, picks] of Object.entries(PICKS)) designs['h-' + name] = pick(designs.hostile, picks);
  for (const [name, design] of Object.entries(designs)) {
    const t = performance.now();
    const all = [...operateArtefacts(design), ...deployArtefacts(design)];
    if (['ecs', 'large', 'python'].includes(name)) console.log(name, 'ms', performance.now() - t);
    for (const a of all) {
      const p = `/tmp/ops/out/${name}/${a.path}`;
      mkdirSync(dirname(p), { recursive: true });
      writeFileSync(p, a.content);
    }
  }
});

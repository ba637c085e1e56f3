import type { Artefact, Design } from '@archwright/model';
import { hclCommand, infrastructureLanguage, type PlatformId, platformOf } from '../platform.ts';
import { systemName, type Unit, unitsOf } from '../unit.ts';
import { ecsStack } from './aws/ecs.ts';
import { lambdaStack } from './aws/lambda.ts';
import { containerAppsStack } from './azure/container-apps.ts';
import { azureFunctionsStack } from './azure/functions.ts';
import { cloudRunStack } from './google/stack.ts';
import { hclFiles } from './hcl.ts';
import { machineStack } from './machines/index.ts';
import { pulumiProgram, sstConfiguration } from './pulumi.ts';
import type { Stack } from './resource.ts';
import { provisionScript } from './script.ts';

const STACKS: Partial<Record<PlatformId, (design: Design, units: readonly Unit[], system: string) => Stack>> = {
  ecs: ecsStack,
  lambda: lambdaStack,
  'cloud-run': cloudRunStack,
  'container-apps': containerAppsStack,
  'azure-functions': azureFunctionsStack,
};

/** What the platform stands on, in the language of the infrastructure decision. */
export function stackOf(design: Design): Stack | undefined {
  const { id, provider } = platformOf(design);
  const units = unitsOf(design);
  return id === 'machine' ? machineStack(provider, units, systemName(design)) : STACKS[id]?.(design, units, systemName(design));
}

/** `deploy/infrastructure/`: HCL, a Pulumi or SST program, or a script. */
export function infrastructureArtefacts(design: Design): readonly Artefact[] {
  const language = infrastructureLanguage(design);
  if (language === 'script') return provisionScript(design);
  const stack = stackOf(design);
  if (!stack) return [];
  if (language === 'hcl') {
    const tool = hclCommand(design);
    const files = Object.entries(hclFiles(stack)).filter(([, content]) => content.trim() !== '');
    return files.map(([name, content]) => ({
      path: `deploy/infrastructure/${name}`,
      mediaType: 'text/x-hcl',
      content,
      title: `Infrastructure, ${name} (${tool === 'tofu' ? 'OpenTofu' : 'Terraform'})`,
    }));
  }
  const content = language === 'sst' ? sstConfiguration(stack, systemName(design)) : pulumiProgram(stack);
  const file = language === 'sst' ? 'sst.config.ts' : 'index.ts';
  const project = {
    path: 'deploy/infrastructure/Pulumi.yaml',
    mediaType: 'application/yaml',
    content: `name: ${systemName(design)}\nruntime: nodejs\n`,
    title: 'Pulumi project',
  };
  return [
    {
      path: `deploy/infrastructure/${file}`,
      mediaType: 'text/typescript',
      content,
      title: `Infrastructure (${language === 'sst' ? 'SST' : 'Pulumi'})`,
    },
    ...(language === 'pulumi' ? [project] : []),
  ];
}

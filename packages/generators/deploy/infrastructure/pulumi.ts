import { camelCase } from '@archwright/kernel';
import { inOrder } from './order.ts';
import { constantOf, expressionWriter, quoted, snakeToCamel } from './pulumi-expression.ts';
import { PULUMI_ARGUMENTS, PULUMI_TYPES } from './pulumi-types.ts';
import type { Output, ProviderName, Resource, Stack } from './resource.ts';

/** The package of each Terraform provider and the name it is imported by. */
const PACKAGES: Readonly<Record<ProviderName, readonly [namespace: string, name: string]>> = {
  aws: ['aws', '@pulumi/aws'],
  google: ['gcp', '@pulumi/gcp'],
  azurerm: ['azure', '@pulumi/azure'],
  hcloud: ['hcloud', '@pulumi/hcloud'],
};

const plain = expressionWriter({});

function declaration({ type, name, args, ignore = [], keep, comment }: Resource, namespace: string, indent: string): string {
  const token = PULUMI_TYPES[type];
  if (token === undefined) throw new Error(`no Pulumi type for ${type}`);
  const names = PULUMI_ARGUMENTS[type] ?? {};
  const ignored = ignore.map((path) =>
    path
      .split('.')
      .map((part) => names[part] ?? snakeToCamel(part))
      .join('.'),
  );
  const options = [
    ...(ignored.length > 0 ? [`ignoreChanges: ${JSON.stringify(ignored)}`] : []),
    ...(keep ? ['protect: true'] : []),
  ];
  const note = comment === undefined ? '' : `${indent}// ${comment}\n`;
  const given = expressionWriter(names).args(args, indent);
  return `${note}${indent}const ${constantOf(type, name)} = new ${namespace}.${token}(${quoted(name)}, ${given}${options.length > 0 ? `, { ${options.join(', ')} }` : ''});\n`;
}

const settings = ({ variables }: Stack, indent: string): readonly string[] => [
  `${indent}const config = new pulumi.Config();`,
  ...variables.map(({ name, description, kind = 'string', value }) => {
    const read = kind === 'number' ? 'Number' : '';
    const key = quoted(camelCase(name));
    const get = value === undefined ? `config.require${read}(${key})` : `config.get${read}(${key}) ?? ${JSON.stringify(value)}`;
    return `${indent}/** ${description.replaceAll('*/', '* /')} */\n${indent}const ${camelCase(name)} = ${get};`;
  }),
  '',
];

const outputs = (all: readonly Output[], write: (name: string, value: string) => string): readonly string[] =>
  all.map(({ name, value }) => write(camelCase(name), plain.expression(value, '')));

/** The stack as a Pulumi program in TypeScript. */
export function pulumiProgram(stack: Stack): string {
  const [namespace, name] = PACKAGES[stack.provider];
  return [
    `import * as ${namespace} from '${name}';`,
    "import * as pulumi from '@pulumi/pulumi';",
    '',
    ...settings(stack, ''),
    ...inOrder(stack.resources).map((one) => declaration(one, namespace, '')),
    ...outputs(stack.outputs, (key, value) => `export const ${key} = ${value};`),
    '',
  ].join('\n');
}

/** The stack as an SST application: inside `run`, SST gives Pulumi and the provider's package as globals. */
export function sstConfiguration(stack: Stack, name: string): string {
  const [namespace] = PACKAGES[stack.provider];
  return [
    '/// <reference path="./.sst/platform/config.d.ts" />',
    '',
    'export default $config({',
    '  app(input) {',
    "    const kept = input?.stage === 'production';",
    `    return { name: ${quoted(name)}, home: '${stack.provider === 'aws' ? 'aws' : 'local'}', removal: kept ? 'retain' : 'remove', protect: kept };`,
    '  },',
    '  async run() {',
    "    const pulumi = await import('@pulumi/pulumi');",
    ...settings(stack, '    '),
    ...inOrder(stack.resources).map((one) => declaration(one, namespace, '    ')),
    '    return {',
    ...outputs(stack.outputs, (key, value) => `      ${key}: ${value},`),
    '    };',
    '  },',
    '});',
    '',
  ].join('\n');
}

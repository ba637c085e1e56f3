import { camelCase } from '@archwright/kernel';
import { wellFormed } from '../../escape/plain.ts';
import { type Arguments, type Resource, type Stack, tagOf, type Value } from './resource.ts';
import { PULUMI_TYPES } from './pulumi-types.ts';

const PACKAGES = { aws: '@pulumi/aws', google: '@pulumi/gcp', azurerm: '@pulumi/azure', hcloud: '@pulumi/hcloud' } as const;
const NAMESPACES = { aws: 'aws', google: 'gcp', azurerm: 'azure', hcloud: 'hcloud' } as const;

const quoted = (text: string): string => JSON.stringify(wellFormed(text));
const inTemplate = (text: string): string =>
  wellFormed(text)
    .replaceAll('\\', '\\\\')
    .replaceAll('`', '\\`')
    .replace(/\$(?=\{)/g, '\\$');
const snakeToCamel = (name: string): string => name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
const nameOf = (type: string, name: string): string => camelCase(`${type.slice(type.indexOf('_') + 1)} ${name}`);
const property = (key: string): string => (/^[A-Za-z_$][\w$]*$/.test(key) ? key : quoted(key));

function expression(value: Value, indent: string): string {
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const tag = tagOf(value);
  if (tag?.$ === 'reference') return `${nameOf(tag.type, tag.name)}.${snakeToCamel(tag.attribute)}`;
  if (tag?.$ === 'variable') return camelCase(tag.name);
  if (tag?.$ === 'template')
    return `pulumi.interpolate\`${tag.parts.map((part) => (typeof part === 'string' ? inTemplate(part) : `\${${expression(part, indent)}}`)).join('')}\``;
  if (tag?.$ === 'json') return `pulumi.jsonStringify(${data(tag.value, indent)})`;
  if (tag?.$ === 'block')
    return tag.plural === undefined
      ? args(tag.items[0] ?? {}, indent)
      : list(
          tag.items.map((item) => args(item, `${indent}  `)),
          indent,
        );
  return data(value, indent);
}

/** Plain data keeps its keys: they are labels, policies or environment, not arguments. */
function data(value: Value, indent: string): string {
  const tag = tagOf(value);
  if (tag || typeof value !== 'object') return expression(value, indent);
  if (Array.isArray(value))
    return list(
      (value as readonly Value[]).map((item) => data(item, `${indent}  `)),
      indent,
    );
  const entries = Object.entries(value as Arguments);
  return entries.length === 0
    ? '{}'
    : `{\n${entries.map(([key, part]) => `${indent}  ${property(key)}: ${data(part, `${indent}  `)},\n`).join('')}${indent}}`;
}

function list(items: readonly string[], indent: string): string {
  const line = `[${items.join(', ')}]`;
  return line.length < 90 && !line.includes('\n')
    ? line
    : `[\n${items.map((item) => `${indent}  ${item},\n`).join('')}${indent}]`;
}

/** Arguments: keys in camel case; a block with a plural is a list under that name. */
function args(value: Arguments, indent: string): string {
  const lines = Object.entries(value).map(([key, part]) => {
    const tag = tagOf(part);
    const name = tag?.$ === 'block' && tag.plural !== undefined ? tag.plural : snakeToCamel(key);
    return `${indent}  ${property(name)}: ${expression(part, `${indent}  `)},\n`;
  });
  return lines.length === 0 ? '{}' : `{\n${lines.join('')}${indent}}`;
}

function declaration(
  { type, name, args: given, ignore = [], keep, comment }: Resource,
  namespace: string,
  indent: string,
): string {
  const token = PULUMI_TYPES[type];
  if (token === undefined) throw new Error(`no Pulumi type for ${type}`);
  const options = [
    ...(ignore.length > 0 ? [`ignoreChanges: ${JSON.stringify(ignore.map(snakeToCamel))}`] : []),
    ...(keep ? ['protect: true'] : []),
  ];
  const note = comment === undefined ? '' : `${indent}// ${comment}\n`;
  return `${note}${indent}const ${nameOf(type, name)} = new ${namespace}.${token}(${quoted(name)}, ${args(given, indent)}${options.length > 0 ? `, { ${options.join(', ')} }` : ''});\n`;
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

/** The stack as a Pulumi program in TypeScript. */
export function pulumiProgram(stack: Stack): string {
  const namespace = NAMESPACES[stack.provider];
  return [
    `import * as ${namespace} from '${PACKAGES[stack.provider]}';`,
    "import * as pulumi from '@pulumi/pulumi';",
    '',
    ...settings(stack, ''),
    ...stack.resources.map((one) => declaration(one, namespace, '')),
    ...stack.outputs.map(({ name, value }) => `export const ${camelCase(name)} = ${expression(value, '')};`),
    '',
  ].join('\n');
}

/** The stack as an SST application: SST runs Pulumi resources, with `aws` and `pulumi` given as imports. */
export function sstConfiguration(stack: Stack, name: string): string {
  const namespace = NAMESPACES[stack.provider];
  return [
    '/// <reference path="./.sst/platform/config.d.ts" />',
    '',
    'export default $config({',
    '  app(input) {',
    `    return { name: ${quoted(name)}, home: ${quoted(stack.provider === 'aws' ? 'aws' : 'local')}, removal: input?.stage === 'production' ? 'retain' : 'remove', protect: input?.stage === 'production' };`,
    '  },',
    '  async run() {',
    `    const pulumi = await import('@pulumi/pulumi');`,
    ...settings(stack, '    '),
    ...stack.resources.map((one) => declaration(one, namespace, '    ')),
    `    return {\n${stack.outputs.map(({ name: key, value }) => `      ${camelCase(key)}: ${expression(value, '      ')},\n`).join('')}    };`,
    '  },',
    '});',
    '',
  ].join('\n');
}

import { wellFormed } from '../../escape/plain.ts';
import { type Arguments, type Block, type Resource, type Stack, tagOf, type Value } from './resource.ts';

const SOURCES = {
  aws: 'hashicorp/aws',
  google: 'hashicorp/google',
  azurerm: 'hashicorp/azurerm',
  hcloud: 'hetznercloud/hcloud',
} as const;

/** Inside a quoted HCL template: quotes, line ends and the two interpolation starts are escaped. */
const inQuotes = (text: string): string =>
  wellFormed(text)
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t')
    .replace(/\p{Cc}/gu, ' ')
    .replace(/([$%])(?=\{)/g, '$1$1');
const quoted = (text: string): string => `"${inQuotes(text)}"`;

function expression(value: Value, indent: string): string {
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const tag = tagOf(value);
  if (tag?.$ === 'reference') return `${tag.type}.${tag.name}.${tag.attribute}`;
  if (tag?.$ === 'variable') return `var.${tag.name}`;
  if (tag?.$ === 'template')
    return `"${tag.parts.map((part) => (typeof part === 'string' ? inQuotes(part) : `\${${expression(part, indent)}}`)).join('')}"`;
  if (tag?.$ === 'json') return `jsonencode(${expression(tag.value, indent)})`;
  if (tag?.$ === 'block') throw new Error('a block is no expression');
  if (Array.isArray(value)) return list(value as readonly Value[], indent);
  return object(value as Arguments, indent);
}

function list(values: readonly Value[], indent: string): string {
  const deeper = `${indent}  `;
  const items = values.map((value) => expression(value, deeper));
  const line = `[${items.join(', ')}]`;
  return line.length < 90 && !line.includes('\n') ? line : `[\n${items.map((item) => `${deeper}${item},\n`).join('')}${indent}]`;
}

function object(value: Arguments, indent: string): string {
  const deeper = `${indent}  `;
  const entries = Object.entries(value);
  if (entries.length === 0) return '{}';
  const keys = entries.map(([key]) => (/^[A-Za-z_][\w-]*$/.test(key) ? key : quoted(key)));
  const widths = alignment(
    keys,
    entries.map(([, part]) => expression(part, deeper)),
  );
  return `{\n${entries.map(([, part], index) => `${deeper}${keys[index]!.padEnd(widths[index]!)} = ${expression(part, deeper)}\n`).join('')}${indent}}`;
}

/** As the formatter aligns: equal signs of neighbouring one-line entries stand in one column. */
function alignment(keys: readonly string[], values: readonly string[]): readonly number[] {
  const widths = keys.map(({ length }) => length);
  let start = 0;
  for (let index = 0; index <= keys.length; index += 1) {
    const breaks = index === keys.length || values[index]!.includes('\n');
    if (!breaks) continue;
    const width = Math.max(0, ...widths.slice(start, index));
    for (let row = start; row < index; row += 1) widths[row] = width;
    start = index + 1;
  }
  return widths;
}

function body(args: Arguments, indent: string): readonly string[] {
  const blocks = Object.entries(args).filter((entry): entry is [string, Block] => tagOf(entry[1])?.$ === 'block');
  const plain = Object.entries(args).filter(([, value]) => tagOf(value)?.$ !== 'block');
  const widths = alignment(
    plain.map(([key]) => key),
    plain.map(([, value]) => expression(value, indent)),
  );
  return [
    ...plain.map(([key, value], index) => `${indent}${key.padEnd(widths[index]!)} = ${expression(value, indent)}`),
    ...blocks.flatMap(([key, { items }]) => items.flatMap((item) => nested(`${key}`, item, indent))),
  ];
}

function nested(head: string, args: Arguments, indent: string): readonly string[] {
  const inner = body(args, `${indent}  `);
  return inner.length === 0 ? [`${indent}${head} {}`] : ['', `${indent}${head} {`, ...trimmed(inner), `${indent}}`];
}

/** No empty line at the start of a block. */
const trimmed = (lines: readonly string[]): readonly string[] => (lines[0] === '' ? lines.slice(1) : lines);

function block({ type, name, args, ignore = [], keep, comment }: Resource): readonly string[] {
  const cycle = [
    ...(keep ? ['    prevent_destroy = true'] : []),
    ...(ignore.length > 0 ? [`    ignore_changes ${keep ? ' ' : ''}= [${ignore.join(', ')}]`] : []),
  ];
  const life = cycle.length > 0 ? ['', '  lifecycle {', ...cycle, '  }'] : [];
  return [
    ...(comment === undefined ? [] : [`# ${comment}`]),
    `resource "${type}" "${name}" {`,
    ...trimmed([...body(args, '  '), ...life]),
    '}',
    '',
  ];
}

/** The stack as files: `main.tf`, `variables.tf`, `outputs.tf`, formatted as the tool's own formatter would. */
export function hclFiles(stack: Stack): Readonly<Record<string, string>> {
  const text = (lines: readonly string[]): string => `${lines.join('\n').replace(/\n+$/, '')}\n`;
  const settings =
    stack.provider === 'azurerm'
      ? ['  features {}', '  subscription_id = var.subscription']
      : stack.provider === 'google'
        ? ['  project = var.project', '  region  = var.region']
        : stack.provider === 'aws'
          ? ['  region = var.region']
          : [];
  return {
    'main.tf': text([
      'terraform {',
      '  required_providers {',
      `    ${stack.provider} = {`,
      `      source = "${SOURCES[stack.provider]}"`,
      '    }',
      '  }',
      '  # State is shared and locked: configure it with -backend-config when you initialise.',
      `  backend "${{ aws: 's3', google: 'gcs', azurerm: 'azurerm', hcloud: 'http' }[stack.provider]}" {}`,
      '}',
      '',
      `provider "${stack.provider}" {`,
      ...settings,
      '}',
      '',
      ...stack.resources.flatMap(block),
    ]),
    'variables.tf': text(
      stack.variables.flatMap(({ name, description, kind = 'string', value }) => {
        const entries = { description, ...(value !== undefined && { default: value }) };
        const width = value === undefined ? 'description'.length : 'description'.length;
        return [
          `variable "${name}" {`,
          `  ${'type'.padEnd(width)} = ${kind}`,
          ...Object.entries(entries).map(([key, part]) => `  ${key.padEnd(width)} = ${expression(part, '  ')}`),
          '}',
          '',
        ];
      }),
    ),
    'outputs.tf': text(
      stack.outputs.flatMap(({ name, value }) => [`output "${name}" {`, `  value = ${expression(value, '  ')}`, '}', '']),
    ),
  };
}

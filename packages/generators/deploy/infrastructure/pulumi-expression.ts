import { camelCase } from '@archwright/kernel';
import { wellFormed } from '../../escape/plain.ts';
import { PULUMI_ARGUMENTS } from './pulumi-types.ts';
import { type Arguments, tagOf, type Value } from './resource.ts';

export const quoted = (text: string): string => JSON.stringify(wellFormed(text));
export const snakeToCamel = (name: string): string => name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
/** The constant that holds a resource. */
export const constantOf = (type: string, name: string): string => camelCase(`${type.slice(type.indexOf('_') + 1)} ${name}`);

const inTemplate = (text: string): string =>
  wellFormed(text)
    .replaceAll('\\', '\\\\')
    .replaceAll('`', '\\`')
    .replace(/\$(?=\{)/g, '\\$');
const property = (key: string): string => (/^[A-Za-z_$][\w$]*$/.test(key) ? key : quoted(key));

/** Writes values as TypeScript; `names` are the arguments that the package names otherwise. */
export function expressionWriter(names: Readonly<Record<string, string>>) {
  const expression = (value: Value, indent: string): string => {
    if (typeof value === 'string') return quoted(value);
    if (typeof value === 'number' || typeof value === 'boolean') return String(value);
    const tag = tagOf(value);
    if (tag === undefined) return data(value, indent);
    switch (tag.$) {
      case 'reference':
        return `${constantOf(tag.type, tag.name)}.${PULUMI_ARGUMENTS[tag.type]?.[tag.attribute] ?? snakeToCamel(tag.attribute)}${tag.numeric ? '.apply(Number)' : ''}`;
      case 'variable':
        return camelCase(tag.name);
      case 'template':
        return `pulumi.interpolate\`${tag.parts.map((part) => (typeof part === 'string' ? inTemplate(part) : `\${${expression(part, indent)}}`)).join('')}\``;
      case 'json':
        return `pulumi.jsonStringify(${data(tag.value, indent)})`;
      default:
        return tag.plural === undefined
          ? args(tag.items[0] ?? {}, indent)
          : list(
              tag.items.map((item) => args(item, `${indent}  `)),
              indent,
            );
    }
  };

  /** Plain data keeps its keys: they are labels, policies or environment, not arguments. */
  const data = (value: Value, indent: string): string => {
    if (typeof value !== 'object' || tagOf(value)) return expression(value, indent);
    if (Array.isArray(value))
      return list(
        (value as readonly Value[]).map((item) => data(item, `${indent}  `)),
        indent,
      );
    return braces(
      Object.entries(value as Arguments).map(([key, part]) => `${property(key)}: ${data(part, `${indent}  `)}`),
      indent,
    );
  };

  /** Arguments: keys in camel case; a block with a plural is a list under that name. */
  const args = (value: Arguments, indent: string): string =>
    braces(
      Object.entries(value).map(([key, part]) => {
        const tag = tagOf(part);
        const name = names[key] ?? (tag?.$ === 'block' && tag.plural !== undefined ? tag.plural : snakeToCamel(key));
        return `${property(name)}: ${expression(part, `${indent}  `)}`;
      }),
      indent,
    );
  return { expression, args };
}

const braces = (entries: readonly string[], indent: string): string =>
  entries.length === 0 ? '{}' : `{\n${entries.map((entry) => `${indent}  ${entry},\n`).join('')}${indent}}`;

function list(items: readonly string[], indent: string): string {
  const line = `[${items.join(', ')}]`;
  return line.length < 90 && !line.includes('\n')
    ? line
    : `[\n${items.map((item) => `${indent}  ${item},\n`).join('')}${indent}]`;
}

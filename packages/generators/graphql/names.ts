import { camelCase, pascalCase } from '@archwright/kernel';

/** Letters, digits and low lines, a letter first: names that begin with two low lines belong to GraphQL itself. */
const plain = (name: string): string => name.replaceAll(/\W/g, '').replace(/^(?![A-Za-z])/, 'x');

export const fieldName = (name: string): string => plain(camelCase(name));
export const typeName = (name: string): string => {
  const found = plain(pascalCase(name));
  return found.charAt(0).toUpperCase() + found.slice(1);
};

/** A value as a member of an enumeration; undefined where it cannot be one. */
export const memberName = (value: string): string | undefined =>
  /^[A-Za-z][A-Za-z0-9_ -]{0,80}$/.test(value) && !/^(?:true|false|null)$/i.test(value)
    ? value.replaceAll(/[ -]/g, '_').toUpperCase()
    : undefined;

/** The first name that is free: `Page`, `Page2`… */
export function free(wanted: string, taken: Set<string>): string {
  let name = wanted;
  for (let suffix = 2; taken.has(name); suffix += 1) name = `${wanted}${suffix}`;
  taken.add(name);
  return name;
}

/** `Order line` → `order-line`: lower case, words joined by hyphens, at most 60 characters, never empty. */
export function slug(text: string): string {
  let found = slugs.get(text);
  if (found === undefined) {
    if (slugs.size >= MOST_SLUGS) slugs.clear();
    slugs.set(text, (found = makeSlug(text)));
  }
  return found;
}

/** A design asks for the same few thousand again and again. */
const slugs = new Map<string, string>();
const MOST_SLUGS = 10_000;

function makeSlug(text: string): string {
  const words = text
    .normalize('NFKD')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 61);
  return words.replace(/^-+|-+$/g, '').slice(0, 60) || 'item';
}

export const snakeCase = (text: string): string => slug(text).replaceAll('-', '_');
export const pascalCase = (text: string): string => slug(text).split('-').map(capitalise).join('');
export const camelCase = (text: string): string => {
  const pascal = pascalCase(text);
  return pascal.charAt(0).toLowerCase() + pascal.slice(1);
};
export const capitalise = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

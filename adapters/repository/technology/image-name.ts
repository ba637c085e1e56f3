/** `docker.io/library/postgres:16@sha256:…` → `library/postgres`; a registry host and the mirrors' own prefixes go. */
export function imageName(reference: string): string {
  const path = untagged(reference);
  const first = path.split('/')[0] ?? '';
  const isHost = path.includes('/') && (/[.:]/.test(first) || first === 'localhost');
  return (isHost ? path.slice(first.length + 1) : path).replace(/^docker\//, '').toLowerCase();
}

/** `postgres:16.2-alpine` → `16.2`; undefined for `latest`, a variable or no tag. */
export function imageVersion(reference: string): string | undefined {
  const [name = ''] = reference.split('@');
  const tag = name.slice(untagged(name).length + 1);
  return /^v?(\d{1,6}(?:\.\d{1,6}){0,3})(?![\w])/.exec(tag)?.[1];
}

function untagged(reference: string): string {
  const name = reference.split('@')[0]!.split('$')[0]!.trim();
  const colon = name.indexOf(':', name.lastIndexOf('/') + 1);
  return colon < 0 ? name.replace(/:$/, '') : name.slice(0, colon);
}

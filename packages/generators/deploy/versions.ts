import type { Design, VersionFinding } from '@archwright/model';

/** A version that may be written into a file, and how sure it is. */
export interface KnownVersion {
  readonly version: string;
  readonly note: string;
}

const USABLE: readonly VersionFinding['status'][] = ['verified', 'stale'];
/** What a tag of an image can hold. */
const TAG = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,60}$/;

/** The version of a technology where evidence knows one. No evidence, no version: then the file asks for it by a variable. */
export function knownVersion(design: Pick<Design, 'versions'>, technology: string): KnownVersion | undefined {
  const found = design.versions.find((finding) => finding.technology === technology && USABLE.includes(finding.status));
  if (found?.version === undefined || !TAG.test(found.version)) return undefined;
  return { version: found.version, note: `${found.status}${found.asOf === undefined ? '' : ` ${found.asOf.slice(0, 10)}`}` };
}

/** `node` → `NODE_VERSION`. */
export const versionVariable = (name: string): string => `${name.replace(/[^A-Za-z0-9]+/g, '_').toUpperCase()}_VERSION`;

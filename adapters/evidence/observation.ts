import { createHash } from 'node:crypto';
import type { Evidence } from '@archwright/model';

export const sha256 = (text: string | Uint8Array): string => `sha256:${createHash('sha256').update(text).digest('hex')}`;

/** JSON with sorted keys: the same value has the same digest, whatever order its keys were written in. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value)
    .filter(([, one]) => one !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`).join(',')}}`;
}

/** Digits of an observation's id; 96 bits tell apart what one ledger can hold. */
const ID_DIGITS = 24;

/** The digest of everything an observation says; its own id aside. */
export function observationId(observation: Omit<Evidence, 'id'>): string {
  const said = { ...observation, id: undefined };
  return createHash('sha256').update(canonical(said)).digest('hex').slice(0, ID_DIGITS);
}

/** An observation with its id. */
export const observe = (observation: Omit<Evidence, 'id'>): Evidence => ({ ...observation, id: observationId(observation) });

/** Text of a source as a value: one line, no control or direction characters, bounded. */
export const plain = (text: string, most = 200): string =>
  text
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim()
    .slice(0, most);

import type { Requirement, RequirementKey } from '@archwright/model';
import { type Draft, draftKey } from './constraint/draft.ts';

/** Keys of which a brief can have one value; an answer replaces it whatever it said. */
const SINGLE: ReadonlySet<RequirementKey> = new Set(['stage', 'load-shape', 'provider']);

const about = ({ key, subject, detail }: Draft): string => `${key}|${subject ?? ''}|${detail ?? ''}`;
/** Requirements that a value makes different: two regions are two requirements. */
const isPlural = ({ key, subject }: Draft): boolean => !SINGLE.has(key) && (subject === undefined || key === 'residency');

/** Whether a given requirement settles what the brief says. */
const settles = (given: Requirement, made: Draft): boolean =>
  draftKey(given) === draftKey(made) ||
  (given.key === made.key && (SINGLE.has(made.key) || (!isPlural(made) && about(given) === about(made)))) ||
  contradicts(given, made);

/** A given refusal outweighs a wish or a use of the same thing, and the other way round. */
function contradicts(given: Requirement, made: Draft): boolean {
  const stances = new Set<RequirementKey>(['prohibition', 'preference', 'existing']);
  return stances.has(given.key) && stances.has(made.key) && given.subject !== undefined && given.subject === made.subject;
}

/** `key.subject`, `key.value` where it has no subject, then both, then numbered. */
function freshId(made: Draft, taken: ReadonlySet<string>): string {
  const value = made.value?.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
  const short = [made.key, made.subject ?? value].filter(Boolean).join('.');
  if (!taken.has(short)) return short;
  const long = [made.key, made.subject, value].filter(Boolean).join('.');
  if (!taken.has(long)) return long;
  let number = 2;
  while (taken.has(`${long}-${number}`)) number++;
  return `${long}-${number}`;
}

/**
 * One list of requirements with unique ids: what was given, then quantities, then constraints. Each is there once; what was
 * given replaces what the brief says about the same thing.
 *
 * @param quantified - from the quantities, given ones already merged in
 */
export function mergeRequirements(
  quantified: readonly Requirement[],
  drafts: readonly Draft[],
  given: readonly Requirement[],
): readonly Requirement[] {
  const taken = new Set<string>();
  const said = new Set<string>();
  const merged: Requirement[] = [];
  const add = (made: Draft & { readonly id?: string }): void => {
    if (said.has(draftKey(made))) return;
    const id = made.id !== undefined && !taken.has(made.id) ? made.id : freshId(made, taken);
    taken.add(id);
    said.add(draftKey(made));
    merged.push({ ...made, id });
  };
  given.forEach(add);
  quantified.forEach(add);
  drafts.filter((made) => !given.some((settled) => settles(settled, made))).forEach(add);
  return merged;
}

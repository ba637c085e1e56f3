import type { ArchetypeOperation, Operation } from '@archwright/model';

/** Words of the field for programs that call on their own credential; the last word of the actor decides. */
const MACHINES: ReadonlySet<string> = new Set([
  'service',
  'device',
  'sdk',
  'application',
  'app',
  'server',
  'system',
  'channel',
  'sensor',
  'meter',
  'machine',
  'tracker',
  'camera',
  'gateway',
  'vehicle',
  'van',
  'antenna',
  'robot',
  'pipeline',
]);
/** A bare "worker" is a program; a warehouse worker is a person. */
const PROGRAMS: ReadonlySet<string> = new Set(['worker', 'thin client', 'campaign worker']);
const NOT_SIGNED_IN: ReadonlySet<string> = new Set(['visitor', 'viewer', 'recipient', 'guest', 'anyone', 'public', 'passer-by']);

/** Who calls an operation, as far as proving identity goes: the catalogue's word, else the last word of the actor. */
export function callerOf({ actor, anonymous, kind }: ArchetypeOperation): NonNullable<Operation['caller']> {
  const words = actor.toLowerCase().trim();
  const last = (words.split(/\s+/).at(-1) ?? '').replace(/s$/, '');
  if (anonymous) return 'anyone';
  if (last === 'provider') return 'provider';
  if (PROGRAMS.has(words.replace(/s$/, '')) || MACHINES.has(last)) return 'machine';
  // Somebody who is not signed in may look and may follow a link that was sent; what they change needs a person behind it.
  return NOT_SIGNED_IN.has(last) && (kind === 'read' || last !== 'visitor') ? 'anyone' : 'person';
}

import type { Design, KeyFamily, Keyspace } from '@archwright/model';
import { lookup } from '../../figure-lookup.ts';

/** Items written into one key of the sample: enough that the engine uses the structure it uses for many. */
const SAMPLE_ITEMS = 200;

/**
 * A keyspace as data, with commands that write and read one key of each kind. In arguments `<n>` stands for the number of the
 * item and `<filler>` for as many bytes as `payloadBytes` says; everything else is filled in. Numbers are the likely values of
 * figures, whose ids stand beside them.
 */
export const keyspaceCommands = (design: Design, keyspace: Keyspace, component: string): unknown => {
  const { figure } = lookup(design);
  const whole = (id: string): number => Math.ceil(figure(id).likely);
  return {
    comment: `${design.title}, design of ${design.date}. Keys of ${component}.`,
    maxmemoryPolicy: keyspace.policy,
    memoryBytes: whole(keyspace.memory),
    ...(keyspace.bytes !== undefined && { plannedBytes: whole(keyspace.bytes) }),
    commandsPerKeyAndSecond: whole(keyspace.perKey),
    keys: keyspace.families.map((family) => familyEntry(family, (id) => figure(id).likely)),
  };
};

function familyEntry(family: KeyFamily, likely: (id: string) => number): unknown {
  const { id, pattern, type, holds, expires, items, payload, hottest } = family;
  const whole = (id: string): number => Math.ceil(likely(id));
  const { after } = 'after' in expires ? expires : { after: undefined };
  const milliseconds = after === undefined ? undefined : Math.max(1, Math.round(likely(after) * 1_000));
  return {
    id,
    pattern,
    type,
    holds,
    keys: whole(family.keys),
    ...(items !== undefined && { itemsPerKey: whole(items) }),
    itemBytes: whole(family.itemBytes),
    ...(payload !== undefined && { payloadBytes: whole(payload) }),
    memoryBytes: whole(family.memory),
    ...('after' in expires ? { expiresMilliseconds: milliseconds, because: expires.because } : { neverExpires: expires.never }),
    hotKey: {
      share: likely(hottest.share),
      perSecond: whole(hottest.rate),
      copies: whole(hottest.copies),
      cure: whole(hottest.copies) > 1 ? hottest.cure : 'none needed',
    },
    evictable: family.evictable,
    onLoss: family.onLoss,
    figures: {
      keys: family.keys,
      ...(items !== undefined && { itemsPerKey: items }),
      itemBytes: family.itemBytes,
      memoryBytes: family.memory,
      ...(after !== undefined && { expires: after }),
      perSecond: hottest.rate,
    },
    sample: sampleOf(family, whole, milliseconds),
  };
}

function sampleOf(family: KeyFamily, whole: (id: string) => number, milliseconds: number | undefined): unknown {
  const { sample, pattern, items, together } = family;
  const values: Readonly<Record<string, string>> = {
    ...sample,
    ...(milliseconds !== undefined && { milliseconds: String(milliseconds) }),
  };
  const fill = (text: string): string => text.replaceAll(/<(\w+)>/g, (found, name: string) => values[name] ?? found);
  const command = (text: string): readonly string[] => text.split(' ').map(fill);
  return {
    key: fill(pattern),
    ...(items !== undefined && { items: Math.max(1, Math.min(SAMPLE_ITEMS, whole(items))) }),
    ...(together.length > 0 && { together: together.map(fill) }),
    write: family.write.map(command),
    read: family.read.map(command),
  };
}

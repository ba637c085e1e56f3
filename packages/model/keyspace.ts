import * as z from 'zod';

/** Structures of a Redis-compatible engine, as its `TYPE` command names them. */
export const KEY_TYPES = ['string', 'hash', 'list', 'set', 'zset', 'stream'] as const;
export type KeyType = (typeof KEY_TYPES)[number];

/** What the engine does when memory is full, as its configuration names it. */
export const EVICTION_POLICIES = ['allkeys-lfu', 'volatile-lfu', 'noeviction'] as const;
export type EvictionPolicy = (typeof EVICTION_POLICIES)[number];

/**
 * Keys of one kind in an in-memory store, as the catalogue designs them. Patterns and commands name what is filled in between
 * angle brackets: names of `sample`, `<expires>` (whole seconds), `<filler>` (as many bytes as `payload` says) and `<n>` (each
 * item of one key in turn). Formulas read what the formulas of the entry they stand in read.
 */
export interface KeyDesign {
  readonly id: string;
  /** `limit:{<caller>}:<window>`: braces decide the slot. */
  readonly pattern: string;
  readonly type: KeyType;
  readonly holds: string;
  /** Why the part in braces is what it is. */
  readonly slot: string;
  /** Name → a value such as it has. */
  readonly sample: Readonly<Record<string, string>>;
  readonly write: readonly string[];
  readonly read: readonly string[];
  /** Patterns that one command, script or transaction touches together with it: they share its slot. */
  readonly together?: readonly string[];
  readonly expires: { readonly after: string; readonly because: string } | { readonly never: string };
  /** How many keys at most, and how many items one key has. */
  readonly keys: string;
  readonly items?: string;
  /** Memory of one item with all that the engine keeps for it (B); of the whole key where it has no items. */
  readonly itemBytes: string;
  /** Bytes of the value alone. */
  readonly payload?: string;
  /** Commands a second on all keys of the kind, the share of them on the hottest key (0-1), and what is done where that is too many. */
  readonly hottest: { readonly rate: string; readonly share: string; readonly cure: string };
  /** It may go when memory is full, because something else can make it again. */
  readonly evictable: boolean;
  readonly onLoss: string;
}

/** What an option that holds keys in an in-memory engine says of it. */
export interface KeyStore {
  /** Decision point whose store holds the keys, where the option has none of its own. */
  readonly within?: string;
  /** Formulas: commands a second that one key may get (1/s), and bytes that may be filled (B). */
  readonly perKey?: string;
  readonly bytes?: string;
  /** Once for the design. */
  readonly keys?: readonly KeyDesign[];
  /** Once for each cached entity; `<entity>` in its id and pattern is the entity's table. Formulas also read `entityReads`, `entityHotBytes`, `entityRowBytes`, `entityPageBytes`. */
  readonly recordKeys?: readonly KeyDesign[];
  readonly pageKeys?: readonly KeyDesign[];
}

const figureId = z.string().describe('id of a figure of the design');

export const keyFamilySchema = z.strictObject({
  id: z.string(),
  /** The mechanism, entity or option that needs it, in the reader's words. */
  needs: z.string(),
  pattern: z.string(),
  type: z.enum(KEY_TYPES),
  holds: z.string(),
  slot: z.string(),
  sample: z.record(z.string(), z.string()),
  write: z.array(z.string()),
  read: z.array(z.string()),
  together: z.array(z.string()),
  expires: z.union([
    z.strictObject({ after: figureId, because: z.string() }),
    z.strictObject({ never: z.string().describe('why it has no end') }),
  ]),
  keys: figureId,
  items: figureId.optional(),
  itemBytes: figureId,
  payload: figureId.optional(),
  memory: figureId,
  hottest: z.strictObject({
    share: figureId,
    rate: figureId.describe('commands a second on the hottest key'),
    use: figureId.describe('share of what one key may get'),
    /** Copies or parts the key must be spread over: one where it is not too hot. */
    copies: figureId,
    cure: z.string(),
  }),
  evictable: z.boolean(),
  onLoss: z.string(),
});

/** Everything a design keeps in one Redis-compatible store. */
export const keyspaceSchema = z.strictObject({
  component: z.string().describe('id of a component'),
  policy: z.enum(EVICTION_POLICIES),
  because: z.string(),
  families: z.array(keyFamilySchema),
  memory: figureId,
  /** What may be filled of the memory that was planned, and the share of it these keys take. */
  bytes: figureId.optional(),
  use: figureId.optional(),
  /** Commands a second that one key may get: one key lives on one command thread. */
  perKey: figureId,
  /** Records that are read often and yet not cached, with the reason. */
  notCached: z.array(z.string()),
  /** What one might look for here and is kept elsewhere, with the reason. */
  elsewhere: z.array(z.string()),
});

export type KeyFamily = z.infer<typeof keyFamilySchema>;
export type Keyspace = z.infer<typeof keyspaceSchema>;

import { EVICTION_POLICIES, KEY_TYPES } from '@archwright/model';
import * as z from 'zod';

/** A value larger than this holds the one command thread for too long. */
const LARGEST_VALUE = 1_000_000;
const MOST_ITEMS = 1_000;
const amount = z.number().nonnegative();
const text = z.string().min(1).max(2_000);
const command = z.array(text).min(1).max(50);

const keyEntry = z
  .strictObject({
    id: text,
    pattern: text,
    type: z.enum(KEY_TYPES),
    holds: text,
    keys: amount,
    itemsPerKey: amount.optional(),
    itemBytes: amount,
    payloadBytes: amount.max(LARGEST_VALUE, 'is more than a value should be: it holds the command thread').optional(),
    memoryBytes: amount,
    expiresMilliseconds: z.int().min(1).optional(),
    because: text.optional(),
    neverExpires: text.optional(),
    hotKey: z.strictObject({ share: amount.max(1), perSecond: amount, copies: z.int().min(1), cure: text }),
    evictable: z.boolean(),
    onLoss: text,
    figures: z.record(z.string(), z.string()),
    sample: z.strictObject({
      key: text,
      items: z.int().min(1).max(MOST_ITEMS).optional(),
      together: z.array(text).max(20).optional(),
      write: z.array(command).min(1).max(20),
      read: z.array(command).min(1).max(20),
    }),
  })
  .refine(
    ({ expiresMilliseconds, because, neverExpires }) =>
      expiresMilliseconds === undefined ? neverExpires !== undefined : because !== undefined && neverExpires === undefined,
    'says neither when it expires and why, nor why it never does',
  );

export const keyspaceFile = z.strictObject({
  comment: text,
  maxmemoryPolicy: z.enum(EVICTION_POLICIES),
  memoryBytes: amount,
  plannedBytes: amount.optional(),
  commandsPerKeyAndSecond: amount,
  keys: z.array(keyEntry).min(1).max(200),
});

export type KeyspaceFile = z.infer<typeof keyspaceFile>;
export type KeyEntry = KeyspaceFile['keys'][number];

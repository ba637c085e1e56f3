import { exactly } from '@archwright/kernel';
import { computed, type Demand } from './demand.ts';
import { mainStream } from './network.ts';

/** Alphabets of short identifiers in URLs: letters and digits, and the URL-safe base 64 of RFC 4648. */
const ALPHABETS = [62, 64] as const;

/**
 * Length and size of the space of short random ids, where the brief asks for short links or codes: the shortest length whose
 * space holds every record kept, and the bytes of a store of pre-generated keys (one byte a character).
 */
export function deriveKeySpace(demand: Demand): void {
  const asked =
    /\b(?:short(?:en(?:er|ing|ed)?|est)?|tiny|random|unique)\s{1,4}(?:\w{1,20}\s{1,4})?(?:links?|urls?|codes?|ids?|keys?|aliases)\b|\b(?:link|url)[\s-]{1,4}shorten/i.test(
      demand.text,
    );
  const main = mainStream(demand);
  const records = main && demand.book.get(`${main.id}.records`);
  if (!asked || !records || !(records.likely > 1)) return;
  for (const size of ALPHABETS) {
    const length = Math.max(1, Math.ceil(Math.log2(records.likely) / Math.log2(size) - 1e-9));
    const alphabet = demand.book.leaf({
      id: `key-space.alphabet-${size}`,
      label: `characters of base ${size}`,
      unit: 'count',
      origin: 'rule',
      ...exactly(size),
      reason: size === 64 ? 'the URL-safe alphabet of RFC 4648' : 'letters and digits',
    });
    const characters = demand.book.leaf({
      id: `key-space.length-${size}`,
      label: `characters of a base-${size} key`,
      unit: 'count',
      origin: 'chosen',
      ...exactly(length),
      reason: `the shortest key whose space holds the records kept`,
    });
    const space = computed(
      demand,
      `key-space.base-${size}`,
      `keys of ${length} characters in base ${size}`,
      'count',
      'pow(alphabet, characters)',
      { alphabet, characters },
    );
    const bytes =
      demand.book.get('key-space.character') ??
      demand.book.leaf({
        id: 'key-space.character',
        label: 'one character of a key',
        unit: 'B',
        origin: 'rule',
        ...exactly(1),
        reason: 'ASCII',
      });
    computed(
      demand,
      `key-space.store-${size}`,
      `store of all base-${size} keys, pre-generated`,
      'B',
      'space * characters * character',
      { space, characters, character: bytes },
    );
  }
}

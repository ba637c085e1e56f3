const SLOTS = 16_384;

/**
 * The slot of a key in a cluster: CRC-16/XMODEM over the part between the first `{` and the next `}`, where that is not empty,
 * else over the whole key.
 *
 * @source https://redis.io/docs/latest/operate/oss_and_stack/reference/cluster-spec/, hash tags and appendix A, read 2026-12-01
 */
export function keySlot(key: string): number {
  const tag = hashTag(key);
  return crc16(new TextEncoder().encode(tag === '' ? key : tag)) % SLOTS;
}

/** What stands in the first braces; empty where there are none. */
export function hashTag(key: string): string {
  const open = key.indexOf('{');
  const close = open < 0 ? -1 : key.indexOf('}', open);
  return close < 0 ? '' : key.slice(open + 1, close);
}

export function crc16(bytes: Uint8Array): number {
  let crc = 0;
  for (const byte of bytes) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit++) crc = (crc & 0x8000 ? (crc << 1) ^ 0x1021 : crc << 1) & 0xffff;
  }
  return crc;
}

const TABLE = Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value >>> 0;
});

/** The checksum that zip archives carry; zlib has one only from Node 22 on. */
export const crc32 = (bytes: Uint8Array): number =>
  (bytes.reduce((sum, byte) => (sum >>> 8) ^ TABLE[(sum ^ byte) & 0xff]!, 0xffffffff) ^ 0xffffffff) >>> 0;

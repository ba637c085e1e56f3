import { expect, test } from 'vitest';
import { formatQuantity } from './index.ts';

test.each([
  [11.574, '1/s', '11.6/s'],
  [1_234_567, '1/s', '1.23 million/s'],
  [0.5, '1/s', '0.5/s'],
  [1270, 'B', '1.27 kB'],
  [457.2e9, 'B', '457 GB'],
  [37.23e15, 'B', '37.2 PB'],
  [118.0556e6, 'B/s', '118 MB/s'],
  [0.15, 's', '150 ms'],
  [90, 's', '1.5 min'],
  [31_536_000, 's', '1 year'],
  [604_800, 's', '7 days'],
  [8702.4, 'USD/month', '$8,702/month'],
  [0.109, 'USD', '$0.11'],
  [12.5, 'USD', '$12.50'],
  [0.615, 'ratio', '61.5 %'],
  [10, 'ratio', '10 ×'],
  [48_000, 'count', '48,000'],
  [30_000_000_000, 'count', '30 billion'],
  [72, 'h/month', '72 h/month'],
  [0, 's', '0 s'],
] as const)('%d %s is %s', (value, unit, expected) => {
  expect(formatQuantity(value, unit)).toBe(expected);
});

import { expect, expectTypeOf, test } from 'vitest';
import { add, bytes, milliseconds, toSeconds, type Milliseconds } from './index.ts';

test('quantities of one unit add up; other units do not compile', () => {
  expect(add(milliseconds(2), milliseconds(3))).toBe(5);
  expectTypeOf(add(milliseconds(2), milliseconds(3))).toEqualTypeOf<Milliseconds>();
  // @ts-expect-error milliseconds and bytes do not add up
  add(milliseconds(2), bytes(3));
  // @ts-expect-error a bare number has no unit
  add(milliseconds(2), 3);
  expect(toSeconds(milliseconds(250))).toBe(0.25);
});

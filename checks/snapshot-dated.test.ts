import { shippedSnapshot } from '@archwright/evidence';
import { catalogue } from '@archwright/catalogue';
import { expect, test } from 'vitest';

const ISO_DAY = /^20\d\d-[01]\d-[0-3]\d(?:T|$)/;

test('the shipped snapshot says from when each of its parts is, and from where', () => {
  const { cyclesAsOf, npmAsOf, cyclesSource, cycles, npm } = shippedSnapshot;
  expect([cyclesAsOf, npmAsOf].filter((date) => !ISO_DAY.test(date) || Number.isNaN(Date.parse(date)))).toEqual([]);
  expect(cyclesSource).toMatch(/^endoflife\.date \([0-9a-f]{12}\)$/);
  expect(Object.keys(cycles).length).toBeGreaterThan(20);
  expect(Object.keys(npm).length).toBeGreaterThan(10);
});

test('each of its entries carries the digest of what was read', () => {
  const digests = [...Object.entries(shippedSnapshot.cycles), ...Object.entries(shippedSnapshot.npm)].filter(
    ([, { digest }]) => !/^sha256:[0-9a-f]{64}$/.test(digest),
  );
  expect(digests.map(([name]) => name)).toEqual([]);
});

test('no release line in it is newer than the snapshot itself', () => {
  const { cycles, cyclesAsOf } = shippedSnapshot;
  const early = Object.entries(cycles).flatMap(([id, product]) =>
    product.cycles
      .filter(({ latestReleased }) => latestReleased !== undefined && latestReleased > cyclesAsOf.slice(0, 10))
      .map(({ cycle }) => `${id} ${cycle}`),
  );
  expect(early).toEqual([]);
});

test('what a technology names as its release lines or package is in the snapshot', () => {
  const named = catalogue.technologies.flatMap(({ id, identifiers, versioned }) =>
    versioned && (identifiers.endoflife !== undefined || identifiers.npm !== undefined) ? [{ id, ...identifiers }] : [],
  );
  const absent = named
    .filter(({ endoflife = '', npm = '' }) => !(endoflife in shippedSnapshot.cycles) && !(npm in shippedSnapshot.npm))
    .map(({ id }) => id);
  expect(absent).toEqual([]);
});

test('the catalogue says from when it is', () => {
  expect(catalogue.asOf).toMatch(ISO_DAY);
});

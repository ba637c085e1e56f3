import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { highest, orderOf } from './index.ts';

/** Each row in rising order. */
const RISING: Readonly<Record<string, readonly (readonly string[])[]>> = {
  npm: [
    ['1.0.0-alpha', '1.0.0-alpha.1', '1.0.0-alpha.beta', '1.0.0-beta', '1.0.0-beta.2', '1.0.0-beta.11', '1.0.0-rc.1', '1.0.0'],
    ['0.45.4', '1.0.0-rc.1', '1.0.0', '1.9.9', '1.10.0', '2.0.0'],
    ['18.5', '18.6', '18.10', '26.7.5.9', '26.7.5.10'],
  ],
  PyPI: [
    ['1.0.dev1', '1.0a1', '1.0a2.dev1', '1.0a2', '1.0b1', '1.0rc1', '1.0', '1.0.post1', '1.1.dev1', '1.1'],
    ['2024.1', '1!0.1'],
  ],
  Maven: [
    ['1-alpha-1', '1-beta-1', '1-milestone-1', '1-rc1', '1-SNAPSHOT', '1', '1-sp', '1-foo2', '1-foo10', '1-1', '1.1'],
    ['2.14.1', '2.15.0', '2.17.1'],
    ['1-ga-1', '1-1-1'],
    ['1.0.RC2', '1.0-RC3', '1.0.1'],
  ],
  Go: [['v0.3.2', 'v0.3.3', 'v1.0.0-rc1', 'v1.0.0']],
};
const EQUAL: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  npm: [
    ['1.0.0', 'v1.0.0'],
    ['1.0', '1.0.0'],
    ['1.0.0+a', '1.0.0+b'],
  ],
  PyPI: [
    ['1.0', '1.0.0'],
    ['1.0c1', '1.0RC1'],
    ['1.0-1', '1.0.post1'],
  ],
  Maven: [
    ['1', '1.0'],
    ['1.ga', '1-0'],
    ['1-a1', '1-alpha-1'],
    ['1.0.RC2', '1.0-rc2'],
    ['1-final', '1'],
  ],
};

describe.each(Object.entries(RISING))('versions of %s', (ecosystem, rows) => {
  const order = orderOf(ecosystem);
  test.each(rows.map((row) => [row.join(' < '), row] as const))('%s', (_, row) => {
    for (const [i, a] of row.entries())
      for (const [j, b] of row.entries()) expect(order.compare(a, b), `${a} to ${b}`).toBe(Math.sign(i - j));
  });
  test.each(EQUAL[ecosystem] ?? [])('%s = %s', (a, b) => expect(order.compare(a, b)).toBe(0));
  test('what is no version has no place', () => {
    expect(order.compare('latest!', '1.0')).toBeUndefined();
  });
});

test('the highest stable version is not the last in the list, nor a pre-release', () => {
  expect(highest(['1.2.0', '1.10.0', '2.0.0-rc.1', '1.9.0', 'nightly'], orderOf('npm'))).toBe('1.10.0');
  expect(highest(['2.0.0-rc.1', '2.0.0-rc.2'], orderOf('npm'))).toBe('2.0.0-rc.2');
  expect(highest(['nightly'], orderOf('npm'))).toBeUndefined();
});

test('every order is antisymmetric and transitive', () => {
  const part = fc.constantFrom('0', '1', '2', '10', 'a', 'rc', 'beta1', 'dev2', 'post1', 'sp', 'x');
  const version = fc
    .tuple(fc.constantFrom('0', '1', '2'), fc.array(fc.tuple(fc.constantFrom('.', '-'), part), { maxLength: 3 }))
    .map(([first, rest]) => first + rest.map(([separator, value]) => separator + value).join(''));
  for (const ecosystem of ['npm', 'PyPI', 'Maven']) {
    const { compare } = orderOf(ecosystem);
    fc.assert(
      fc.property(version, version, version, (a, b, c) => {
        const [ab, ba, bc, ac] = [compare(a, b), compare(b, a), compare(b, c), compare(a, c)];
        if (ab !== undefined && ba !== undefined) expect(ab + ba).toBe(0);
        if (ab !== undefined && bc !== undefined && ac !== undefined && ab <= 0 && bc <= 0) expect(ac).toBeLessThanOrEqual(0);
      }),
    );
  }
});

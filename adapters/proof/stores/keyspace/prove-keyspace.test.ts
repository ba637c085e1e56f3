import { keyspaceArtefacts } from '@archwright/generators/sql/keyspace/index';
import { hostileDesign } from '@archwright/generators/testing/hostile-design';
import { sampleDesign } from '@archwright/generators/testing/sample-design';
import { describe, expect, test } from 'vitest';
import { mutations, rejected } from '../../testing/mutations.ts';
import { findEngine, withEngine } from './engine.ts';
import { crc16, hashTag, keySlot } from './key-slot.ts';
import { proveKeyspace } from './prove-keyspace.ts';

const ID = '018f3c1e-7b2a-7c4d-9e5f-2a1b3c4d5e6f';
const engine = await findEngine();
const [json, markdown] = ['database/keyspace.json', 'database/keyspace.md'];

test.each([
  ['{user1000}.following', 'user1000'],
  ['foo{}{bar}', ''],
  ['foo{{bar}}zap', '{bar'],
  ['foo{bar}{zap}', 'bar'],
  ['plain', ''],
  ['foo{bar', ''],
])('the part of %s that decides the slot is “%s”', (key, tag) => expect(hashTag(key)).toBe(tag));

test('slots are those of the cluster specification', () => {
  expect(crc16(new TextEncoder().encode('123456789'))).toBe(0x31c3);
  expect(keySlot('123456789')).toBe(12_739);
  expect(keySlot('foo')).toBe(12_182);
  expect(keySlot('{foo}:anything')).toBe(12_182);
});

describe('rules', () =>
  mutations(proveKeyspace, keyspaceArtefacts(sampleDesign()), [
    ['another number than the design has', json, '"keys": 50000', '"keys": 500000'],
    ['touched together in two slots', json, `"limit:{${ID}}:29934719"\n        ]`, `"limit:${ID}:29934719"\n        ]`],
    ['all in one slot', json, '"pattern": "limit:{<caller>}', '"pattern": "limit:{caller}'],
    ['hotter than its cure', json, '"copies": 2', '"copies": 1', '"copies": 1,\n        "cure": "split'],
    ['eviction of what must stay', json, '"volatile-lfu"', '"allkeys-lfu"'],
    ['no word on expiry', json, '"because": "two windows",', '', '{\n      "id": "window"'],
    ['a figure that nobody has', json, '"keys.window.keys"', '"keys.windows.keys"'],
    ['a section that is left out', markdown, '## `board', '### `board', '# Keys of'],
    ['a section of nothing', markdown, '## `lease:cache', '## `lock:cache', '# Keys of'],
  ]));

if (engine)
  describe('a real engine', () =>
    mutations(proveKeyspace, keyspaceArtefacts(sampleDesign()), [
      ['a wrong type', json, '"type": "zset"', '"type": "hash"'],
      [
        'an expiry that nobody sets',
        json,
        '"<filler>",\n            "PX",\n            "60000"',
        '"<filler>"',
        '"expiresMilliseconds": 60000',
      ],
      ['another expiry', json, '"expiresMilliseconds": 60000', '"expiresMilliseconds": 6000'],
      [
        'an expiry of what has none',
        json,
        '-<n>"\n          ]',
        '-<n>"\n          ],\n          ["PEXPIRE", "board:{sellers}:live", "60000"]',
        '"neverExpires"',
      ],
      ['more bytes than stated', json, '"payloadBytes": 800', '"payloadBytes": 1800', '"itemBytes": 1000'],
      ['a command that is none', json, '"ZADD"', '"ZADDD"', '[\n            "ZADDD"'],
      ['a command on anything but data', json, '"ZADD"', '"CONFIG"', '[\n            "CONFIG"'],
      [
        'a read of another key',
        json,
        `"GET",\n            "lease:cache:{`,
        `"GET",\n            "lock:cache:{`,
        '"read": [\n          [\n            "GET",\n            "lock:',
      ],
    ]));

test('hostile names and quotes run as they are; without an engine it is said', async () => {
  const design = hostileDesign('\'"`x`\\ | <b>\n ; -- ');
  const files = keyspaceArtefacts(design);
  const proofs = await proveKeyspace(files, design, {});
  expect(rejected(proofs)).toEqual([]);
  expect(proofs.find(({ claim }) => claim.includes('real engine'))?.outcome).toBe(engine ? 'accepted' : 'not-run');
  const { PATH } = process.env;
  process.env['PATH'] = '';
  const without = await proveKeyspace(files, design, {}).finally(() => void (process.env['PATH'] = PATH));
  expect(without.filter(({ outcome }) => outcome === 'not-run')).toHaveLength(1);
});

if (engine)
  test('an engine takes commands on data and nothing else', () =>
    withEngine(engine, async (ask) => {
      const spoken = '"\\ \n\'é\u0000';
      const replies = await ask([
        ['SET', 'a', spoken],
        ['GET', 'a'],
        ['EVAL', 'return 1', '0'],
        ['CONFIG', 'GET', 'dir'],
        ['SHUTDOWN'],
        ['PING'],
      ]);
      expect(replies[1]?.value).toBe(spoken);
      for (const { error } of replies.slice(2)) expect(error).toContain('NOPERM');
    }));

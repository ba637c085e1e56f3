import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { FixtureWorld } from '../testing/fixture-world.ts';
import { lookUp, subject, verdictOn } from '../testing/open-world.ts';
import { fetchFor, isDirect } from './proxy.ts';

const asked: string[] = [];
let world: FixtureWorld;
let proxy: Server;
let address: string;

beforeAll(async () => {
  world = await FixtureWorld.start({ npm: { fastlib: { latest: '5.1.0', versions: { '5.1.0': {} } } } });
  proxy = createServer((_, response) => response.writeHead(400).end());
  proxy.on('connect', (request, socket) => {
    asked.push(request.url!);
    const { port } = new URL(world.url);
    const up = connect(Number(port), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      up.pipe(socket).pipe(up);
    });
    up.on('error', () => socket.destroy());
    socket.on('error', () => up.destroy());
  });
  await new Promise<void>((resolve) => {
    proxy.listen(0, '127.0.0.1', resolve);
  });
  address = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
});
beforeEach(() => {
  asked.length = 0;
  world.behave();
});
afterAll(async () => {
  proxy.closeAllConnections();
  proxy.close();
  await world.close();
});

/** A host that only the proxy can reach. */
const behindProxy = (): string => `registry.example:${new URL(world.url).port}`;

test('a look-up goes through the proxy of the environment, to hosts that only it can reach', async () => {
  const base = `http://${behindProxy()}`;
  const endpoints = Object.fromEntries(
    Object.entries(world.endpoints()).map(([id, url]) => [id, url.replace(world.url, base)]),
  ) as ReturnType<FixtureWorld['endpoints']>;
  const one = lookUp(subject({ id: 'fastlib', packages: [{ ecosystem: 'npm', name: 'fastlib' }] }));
  const more = { endpoints, timeoutMs: 10_000 };
  expect(await verdictOn(world, one, { ...more, environment: { HTTP_PROXY: address } })).toMatchObject({
    version: '5.1.0',
    status: 'verified',
  });
  expect(new Set(asked)).toEqual(new Set([behindProxy()]));
  expect((await verdictOn(world, one, more)).status).toBe('unverified');
});

test.each([
  ['no entry', 'elsewhere.example', 1],
  ['the host', '127.0.0.1', 0],
  ['everything', '*', 0],
])('NO_PROXY with %s', async (_, noProxy, through) => {
  const get = await fetchFor({ HTTPS_PROXY: address, HTTP_PROXY: address, NO_PROXY: noProxy });
  const response = await get(`${world.url}/npm/fastlib`, {});
  expect(response.status).toBe(200);
  await response.text();
  expect(asked).toHaveLength(through);
});

test('a proxy that refuses is a reason, not an answer', async () => {
  const get = await fetchFor({ HTTP_PROXY: 'http://127.0.0.1:9' });
  await expect(get(`${world.url}/npm/fastlib`, {})).rejects.toThrow();
  expect(world.seen).toEqual([]);
});

test.each([
  ['https://a.example/x', '.example', true],
  ['https://a.example/x', 'example', true],
  ['https://aexample/x', 'example', false],
  ['https://a.example:8443/x', 'a.example:8443', true],
  ['https://a.example:8443/x', 'a.example:443', false],
  ['https://a.example/x', '', false],
])('%s with NO_PROXY=%s is direct: %s', (url, noProxy, is) => {
  expect(isDirect(url, { NO_PROXY: noProxy })).toBe(is);
});

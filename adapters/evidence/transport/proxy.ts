export type Fetch = (url: string, init: RequestInit) => Promise<Response>;
export type Environment = Readonly<Record<string, string | undefined>>;

const PROXY_VARIABLES = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy'] as const;

export const proxyOf = (environment: Environment): string | undefined =>
  PROXY_VARIABLES.map((name) => environment[name]).find((value) => value !== undefined && value !== '');

/** Hosts that are reached directly: exact, by domain, or `*`. Ports and a leading dot are allowed, as curl does it. */
export function isDirect(url: string, environment: Environment): boolean {
  const { hostname, port } = new URL(url);
  const list = (environment['NO_PROXY'] ?? environment['no_proxy'] ?? '')
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean);
  return list.some((entry) => {
    const [, name = entry, only] = /^(.*?)(?::(\d{1,5}))?$/.exec(entry) ?? [];
    if (only !== undefined && only !== port) return false;
    const bare = name.replace(/^\*?\./, '');
    return name === '*' || hostname === bare || hostname.endsWith(`.${bare}`);
  });
}

/**
 * `fetch` through the proxy of the environment, which the built-in one of Node 20 does not know. undici is loaded only where a proxy is
 * set; its agent honours NO_PROXY.
 */
export async function fetchFor(environment: Environment): Promise<Fetch> {
  if (proxyOf(environment) === undefined) return (url, init) => fetch(url, init);
  const undici = await import('undici');
  const dispatcher = new undici.EnvHttpProxyAgent({
    httpProxy: environment['HTTP_PROXY'] ?? environment['http_proxy'] ?? proxyOf(environment)!,
    httpsProxy: environment['HTTPS_PROXY'] ?? environment['https_proxy'] ?? proxyOf(environment)!,
    noProxy: environment['NO_PROXY'] ?? environment['no_proxy'] ?? '',
  });
  return (url, init) => undici.fetch(url, { ...(init as object), dispatcher }) as unknown as Promise<Response>;
}

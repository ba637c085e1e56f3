import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { localhostAllowedHostnames, validateHostHeader, validateOriginHeader } from '@modelcontextprotocol/server';

export interface Guard {
  /** Host names under which callers may reach the server, besides the loopback ones when it is bound there. */
  readonly hosts: readonly string[];
  /** Host names of pages that may call from a browser. */
  readonly origins: readonly string[];
  readonly token?: string;
}
export interface Rejection {
  readonly status: 401 | 403;
  readonly message: string;
}

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|::1|\[::1\])$/;
export const isLoopback = (host: string): boolean => LOOPBACK.test(host);

/**
 * Turns away what a web page could send through a name it points at this machine (DNS rebinding): a foreign Host, or a foreign
 * Origin. Then the bearer token, where there is one.
 *
 * @returns undefined where the request may go on
 */
export function rejected({ headers }: IncomingMessage, { hosts, origins, token }: Guard): Rejection | undefined {
  const host = validateHostHeader(headers.host, [...localhostAllowedHostnames(), ...hosts]);
  if (!host.ok) return { status: 403, message: 'this Host is not served here' };
  const origin = validateOriginHeader(headers.origin, [...localhostAllowedHostnames(), ...origins]);
  if (!origin.ok) return { status: 403, message: 'this Origin may not call' };
  if (token !== undefined && !isBearer(headers.authorization, token))
    return { status: 401, message: 'a bearer token is required' };
  return undefined;
}

/** Digests are compared: their length is fixed, so the time taken tells nothing about the token. */
function isBearer(header: string | undefined, token: string): boolean {
  const given = /^Bearer ([^\s]{1,4096})$/i.exec(header ?? '')?.[1] ?? '';
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(token));
}

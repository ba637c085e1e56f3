import type { Component, Connection } from '@archwright/model';
import type { FigureLookup } from '../figure-lookup.ts';

/** Several connections drawn as one arrow. */
export interface Bundle {
  readonly from: string;
  readonly to: string;
  readonly mode: Connection['mode'];
  readonly connections: readonly Connection[];
}

/**
 * Joins connections that have the same ends after `place` has moved each end, e.g. onto the deployment unit that runs it.
 * Connections inside one place, or with an end nowhere, are dropped. In order of first appearance.
 */
export function bundle(connections: readonly Connection[], place: (component: string) => string | undefined): readonly Bundle[] {
  const bundles = new Map<string, Connection[]>();
  for (const connection of connections) {
    const [from, to] = [place(connection.from), place(connection.to)];
    if (from === undefined || to === undefined || from === to) continue;
    const key = JSON.stringify([from, to]);
    bundles.set(key, [...(bundles.get(key) ?? []), connection]);
  }
  return [...bundles].map(([key, members]) => {
    const [from, to] = JSON.parse(key) as [string, string];
    const mode = members.every((member) => member.mode === 'async') ? 'async' : 'sync';
    return { from, to, mode, connections: members };
  });
}

/** Longer than this, protocol and rate stand on a line each: a line that breaks before a dot reads badly. */
const ONE_LINE = 25;

/** `HTTPS · 46.3/s`: the protocols of a bundle, and its rate where exactly one connection has one; on two lines where long. */
export function protocolAndRate(connections: readonly Connection[], { text }: FigureLookup): readonly string[] {
  const protocols = [...new Set(connections.map((connection) => connection.protocol))].join(', ');
  const rates = [...new Set(connections.flatMap((connection) => connection.rate ?? []))];
  if (rates.length !== 1) return [protocols];
  const rate = text(rates[0]!);
  const joined = `${protocols} · ${rate}`;
  return joined.length <= ONE_LINE ? [joined] : [protocols, rate];
}

/** What an arrow is for, up to the first semicolon: the rest explains and stands in the table of connections. */
export const purposes = (connections: readonly Connection[]): string =>
  [...new Set(connections.map(({ purpose }) => purpose.split(';')[0]!.trim()))].join(', ');

/** The technology of a part where its name does not say it: no box reads `Cloudflare Queues` twice. */
export function technologyLine({ name, technology = '' }: Pick<Component, 'name' | 'technology'>): readonly string[] {
  // `Amazon SES; SendGrid, Postmark fit the same adapter`: the diagram shows the first, the text has the others.
  const [first = ''] = technology.split(';');
  return first.trim() === '' || name.toLowerCase().includes(first.trim().toLowerCase()) ? [] : [first.trim()];
}

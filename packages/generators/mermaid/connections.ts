import type { Connection } from '@archwright/model';
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

/** `HTTPS · 46.3/s`: the protocols of a bundle, and its rate where exactly one connection has one. */
export function protocolAndRate(connections: readonly Connection[], { text }: FigureLookup): string {
  const protocols = [...new Set(connections.map((connection) => connection.protocol))].join(', ');
  const rates = [...new Set(connections.flatMap((connection) => connection.rate ?? []))];
  return rates.length === 1 ? `${protocols} · ${text(rates[0]!)}` : protocols;
}

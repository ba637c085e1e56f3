import { assumption, type Fact, interval } from '@archwright/kernel';
import type { Option } from '@archwright/model';
import { websocketBaseline } from '../baselines/websocket.ts';

const { connectionsPerNode, pushCpu, spare } = websocketBaseline;

/** The two protocols of a push channel that the application's own processes serve. */
export const protocols = {
  sse: {
    technology: 'server-sent-events', title: 'Server-sent events',
    summary: 'one-way stream over plain HTTP; clients send by ordinary requests and resume by event id',
    build: assumption('set-up: stream endpoint, resume, fan-out between processes', interval(10, 20, 40), 'h', 'plain HTTP with automatic reconnection; fan-out between processes is the work'),
    gains: 'plain HTTP: proxies, authentication and resumption work as they are',
    gives: 'one direction only; what clients send goes by ordinary requests',
  },
  websocket: {
    technology: 'websocket', title: 'WebSocket',
    summary: 'two-way frames over one connection, with heartbeats and resumption of our own',
    build: assumption('set-up: protocol, heartbeats, resume, authentication, fan-out between processes', interval(24, 44, 80), 'h', 'message types, reconnection and back-pressure are ours to define'),
    gains: 'both directions in one ordered channel with a few bytes of overhead a message',
    gives: 'a protocol, heartbeats and resumption to write and test; restarts must drain connections',
  },
} as const;

/**
 * A push channel served by our own processes on one provider: the application carries the first connections, gateways of one
 * machine each the rest.
 *
 * @param own - `machine` is the price of one gateway of 2 vCPU and 4-8 GiB
 */
export const ownConnections = (own: { readonly id: string; readonly where: string; readonly requires: readonly string[]; readonly protocol: keyof typeof protocols; readonly machine: Fact }): Option => {
  const protocol = protocols[own.protocol];
  return {
    id: own.id, decision: 'real-time', name: `${protocol.title} from own processes on ${own.where}`, summary: `${protocol.summary}; on ${own.where}`,
    technologies: [protocol.technology], provides: ['long-lived-connections'], requires: ['platform:processes', ...own.requires], tags: ['push:own'], conflicts: [],
    parameters: {
      machine: own.machine, connectionsPerNode, pushCpu, spare,
      gatewayLimit: assumption('gateways one routing layer is planned for', interval(200, 1_000, 2_000), 'count', 'beyond it presence and routing are cut into cells'),
      setupHours: protocol.build,
      careHours: assumption('care a month', interval(1, 2, 5), 'h/month', 'drains at releases, reconnect storms'),
      gatewayCare: assumption('care of one gateway a month', interval(0.02, 0.1, 0.3), 'h/month', 'machines of a fleet, looked at as one'),
    },
    figures: [
      { id: 'gateways', label: 'gateway machines', unit: 'count', formula: 'max(ceil(max(0, connections / headroom - spare) / connectionsPerNode), ceil(max(0, pushPeak * pushCpu / headroom - 0.2) / 2))' },
    ],
    costs: [{ id: 'gatewayRent', label: 'gateway machines', unit: 'USD/month', dimension: 'compute', formula: 'regionCopies * gateways * machine' }],
    limits: [{ id: 'fleet', label: 'gateways of one routing layer', unit: 'count', demand: 'gateways', limit: 'gatewayLimit', why: 'every message needs the gateway of its receiver; larger fleets are cut into cells' }],
    build: { formula: 'setupHours', reason: 'channel, resumption and fan-out between processes' },
    run: { formula: 'careHours + gateways * gatewayCare', reason: 'drains, reconnect storms and the gateway fleet' },
    parts: 1,
    gains: protocol.gains, gives: protocol.gives,
    rollback: 'clients fall back to polling the same resources; the channel can be switched off by a flag',
  };
};

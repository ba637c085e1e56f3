import { defineFailureMode } from '../define.ts';

export default defineFailureMode({
  id: 'websocket-node-loss',
  componentKind: 'realtime',
  name: 'Loss of a connection node',
  severity: 'high',
  trigger: 'a deploy, a crash or an idle timeout at the balancer',
  effect: 'thousands of clients reconnect; presence is wrong; messages in between are missed',
  signal: 'connections per node; failed resumptions; gaps in sequence numbers',
  threshold: 'more than 10 % of connections lost within 30 s',
  mitigations: [
    'sequence numbers from the server and a resume token',
    'drain over minutes, telling clients when to leave',
    'more, smaller nodes',
  ],
  recovery: [
    'replay from the log since the last sequence each client saw',
  ],
  sources: [
    { title: 'Discord status, incident dj3l6lw926kl', url: 'https://status.discordapp.com/incidents/dj3l6lw926kl', asOf: 'undated', confidence: 'B' },
  ],
});

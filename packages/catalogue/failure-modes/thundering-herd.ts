import { defineFailureMode } from '../define.ts';

export default defineFailureMode({
  id: 'thundering-herd',
  componentKind: 'service',
  name: 'Everyone reconnects at once',
  severity: 'high',
  trigger: 'a restart, a deploy or a short network cut with many clients attached',
  effect: 'the tier that authenticates and accepts connections dies again each time it comes up',
  signal: 'connection attempts a second; overflow of the accept queue; memory',
  threshold: 'connection attempts above 5 times the usual rate',
  mitigations: [
    'clients wait a random time before reconnecting, longer each time',
    'a limit on new connections a second, refused cheaply',
    'expiries of tokens and schedules spread out',
  ],
  recovery: [
    'admit a fixed rate',
    'add capacity before reopening',
  ],
  sources: [
    { title: 'Discord status, incident dj3l6lw926kl', url: 'https://status.discordapp.com/incidents/dj3l6lw926kl', asOf: 'undated', confidence: 'B' },
    { title: 'AWS: service event in Northern Virginia, December 2021', url: 'https://aws.amazon.com/message/12721/', asOf: '2021-12', confidence: 'B' },
  ],
});

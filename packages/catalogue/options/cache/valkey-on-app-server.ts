import { assumption, interval } from '@archwright/kernel';
import { defineOption } from '../../define.ts';
import { valkeyOption } from './shared/valkey.ts';

export default defineOption(valkeyOption({
  id: 'valkey-on-app-server', name: 'Valkey on the application’s server', summary: 'an in-memory store beside the process on the one server',
  technologies: ['valkey'], requires: ['platform:virtual-machines', 'zones:one'], tags: ['self-run'],
  shardPrice: assumption('a gibibyte of memory more on the server', interval(1, 4, 8), 'USD/month', 'a Hetzner CX33 is about 1 USD a GiB, EC2 m7g about 7'),
  memoryPerShard: assumption('memory of one unit', 2 ** 30, 'B', 'counted by the gibibyte'),
  largestShards: assumption('gibibytes beside the process', 8, 'count', 'beyond it the cache wants its own server'),
  nodeAvailability: assumption('share of time it is in service while its server is', interval(0.999, 0.9998, 1), 'ratio', 'restarts; the server’s own outages are counted at the compute point'),
  setupHours: assumption('set-up: install, memory limit, keys, expiry, invalidation', interval(8, 14, 26), 'h', 'minutes to install; invalidation is the work'),
  careHours: assumption('care a month', interval(0.5, 1.5, 3), 'h/month', 'patches and memory'),
  careShard: assumption('care a month of a further gibibyte', 0, 'h/month', 'memory needs no care'),
  gains: 'shared counters, sessions, queues and hot reads for a few dollars of memory', gives: 'it is lost with the server and competes for its memory', rollback: 'point the client at a managed Valkey; the cache refills itself',
}));

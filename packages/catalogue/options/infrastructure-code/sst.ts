import { assumption, interval } from '@archwright/kernel';
import { defineOption } from '../../define.ts';

export default defineOption({
  id: 'sst', decision: 'infrastructure-code', name: 'SST',
  summary: 'components for functions, queues and stores in TypeScript beside the handlers, with live development against the cloud',
  technologies: ['sst'], provides: [], requires: ['runtime:node', 'platform:serverless-functions', 'provider:aws'], tags: ['iac:program'], conflicts: [],
  parameters: {
    setupHours: assumption('set-up', interval(3, 7, 14), 'h', 'components bring permissions and wiring'),
    careHours: assumption('care a month', interval(0.7, 1.4, 3), 'h/month', 'a young tool with rewrites between major versions'),
  },
  figures: [], costs: [], limits: [],
  build: { formula: 'setupHours', reason: 'components bring permissions and wiring' },
  run: { formula: 'careHours', reason: 'upgrades of a young tool' },
  parts: 0,
  gains: 'functions and their permissions in a few lines, tried out live before they are merged',
  gives: 'little outside AWS and Cloudflare, and major versions that start over',
  rollback: 'deploy the previous commit; underneath are Pulumi resources that can be taken over',
});

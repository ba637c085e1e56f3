import { assumption, interval } from '@archwright/kernel';
import { peopleBaseline } from '../../baselines/people.ts';
import { defineOption } from '../../define.ts';

const { teamSize, pairHours } = peopleBaseline;

export default defineOption({
  id: 'serverless', decision: 'pattern', name: 'Serverless functions',
  summary: 'handlers that start on a request or an event and cost nothing in between; one stack, deployed as a whole',
  technologies: [], provides: [], requires: ['platform:serverless-functions'], tags: ['pattern:functions'], conflicts: [],
  parameters: {
    teamSize, pairHours,
    stackHours: assumption('set-up of the stack: pipeline, permissions, alarms, runbook', interval(16, 32, 60), 'h', 'the platform brings scaling and logs; permissions and local runs take the time'),
    contextHours: assumption('functions of one context: triggers, permissions, local stand-ins', interval(4, 10, 20), 'h', 'each trigger has its own permission, retry rule and payload'),
    stackCare: assumption('care of the stack a month', interval(0.7, 1.5, 4), 'h/month', 'no machines; runtimes, quotas and permissions remain'),
    contextCare: assumption('care of one context’s functions a month', interval(0.3, 0.8, 2), 'h/month', 'failed events, concurrency limits and cold starts to watch'),
  },
  exports: { deployables: '1', networkHops: '0' },
  figures: [
    { id: 'teams', label: 'teams', unit: 'count', formula: 'max(1, engineers / teamSize)' },
    { id: 'pairs', label: 'pairs of teams on one stack', unit: 'count', formula: 'teams * (teams - 1) / 2' },
  ],
  costs: [], limits: [],
  build: { formula: 'stackHours + contextHours * contexts', reason: 'one stack, and triggers with permissions for each context' },
  run: { formula: 'stackCare + contextCare * contexts + pairs * pairHours', reason: 'no machines to patch; teams still share one stack' },
  parts: 1,
  gains: 'nothing to pay while idle, nothing to patch, and peaks that the provider absorbs',
  gives: 'the first request after a pause waits, work is cut into short pieces, stores see many short connections, and the code knows its provider',
  rollback: 'shift the alias back to the previous version; handlers behind a plain HTTP adapter move into a container unchanged',
});

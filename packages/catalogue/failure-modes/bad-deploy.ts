import { defineFailureMode } from '../define.ts';

export default defineFailureMode({
  id: 'bad-deploy',
  componentKind: 'platform',
  name: 'Bad release',
  severity: 'high',
  trigger: 'a bug, an incompatible change, or an old flag that means something new',
  effect: 'errors within minutes; sometimes money',
  signal: 'error rate of the canary against the control group; crash loops; a business figure that drops',
  threshold: 'error rate of the canary above 2 times the control',
  mitigations: [
    'canary with automatic rollback',
    'changes in two steps, each of which can be undone',
    'flags with an owner and an expiry',
  ],
  recovery: [
    'roll back first, find out later',
    'turn the flag off',
  ],
  sources: [
    { title: 'Amazon Builders’ Library: Ensuring rollback safety during deployments', url: 'https://aws.amazon.com/builders-library/ensuring-rollback-safety-during-deployments/', asOf: 'undated', confidence: 'B' },
    { title: 'Doug Seven: Knightmare, a DevOps cautionary tale', url: 'https://dougseven.com/2014/04/17/knightmare-a-devops-cautionary-tale/', asOf: '2014-04-17', confidence: 'B' },
  ],
});

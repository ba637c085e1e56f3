import { assumption, interval } from '@archwright/kernel';
import { deliveryBaseline, runnerMinutes } from '../../baselines/delivery.ts';
import { defineOption } from '../../define.ts';

export default defineOption({
  id: 'github-actions', decision: 'delivery', name: 'GitHub Actions, deployment by push',
  summary: 'the pipeline beside the code tests, builds, signs and deploys with short-lived credentials, step by step with automatic rollback',
  technologies: ['github-actions'], provides: [], requires: [], tags: ['delivery:push', 'managed'], conflicts: [],
  parameters: {
    ...deliveryBaseline,
    setupHours: assumption('set-up: pipeline, federation to the cloud, environments', interval(4, 8, 16), 'h', 'templates exist; permissions take the time'),
    deployableHours: assumption('pipeline of one more deployable', interval(2, 5, 10), 'h', 'own tests, image and rollout'),
    careHours: assumption('care a month', interval(0.3, 0.7, 2), 'h/month', 'pinned actions, slow tests'),
    deployableCare: assumption('care of one deployable’s pipeline a month', interval(0.3, 0.8, 1.5), 'h/month', 'each rollout is scripted and drifts'),
  },
  figures: [runnerMinutes],
  costs: [{ id: 'runners', label: 'runner minutes above the included ones', unit: 'USD/month', dimension: 'requests', formula: 'max(0, minutes - minutesIncluded) * minute' }],
  limits: [],
  build: { formula: 'setupHours + (deployables - 1) * deployableHours', reason: 'pipeline, federation and environments' },
  run: { formula: 'careHours + deployables * deployableCare', reason: 'pinned actions and rollout scripts' },
  parts: 0,
  gains: 'one place for code, review and rollout, ready in a day',
  gives: 'the pipeline holds the right to deploy, and nothing notices when someone changes the target by hand',
  rollback: 'run the deployment job of the previous tag; it takes minutes and needs no build',
});

import { assumption, interval } from '@archwright/kernel';
import { deliveryBaseline, runnerMinutes } from '../../baselines/delivery.ts';
import { defineOption } from '../../define.ts';

export default defineOption({
  id: 'gitlab-ci', decision: 'delivery', name: 'GitLab CI on own runners',
  summary: 'one platform for code and pipelines, with runners on our own machines',
  technologies: ['gitlab-ci'], provides: [], requires: [], tags: ['delivery:push'], conflicts: [],
  parameters: {
    minutesPerRun: deliveryBaseline.minutesPerRun, runsPerEngineer: deliveryBaseline.runsPerEngineer,
    runnerMinute: assumption('one minute of an own runner', interval(0.0005, 0.001, 0.003), 'USD', 'two vCPU at list price, busy a third of the time'),
    setupHours: assumption('set-up: runners, pipeline, environments', interval(8, 14, 28), 'h', 'runners and caches are ours'),
    deployableHours: assumption('pipeline of one more deployable', interval(2, 5, 10), 'h', 'own tests, image and rollout'),
    careHours: assumption('care a month', interval(1, 3, 6), 'h/month', 'runners, and monthly releases where the server is ours as well'),
    deployableCare: assumption('care of one deployable’s pipeline a month', interval(0.3, 0.8, 1.5), 'h/month', 'each rollout is scripted and drifts'),
  },
  figures: [runnerMinutes],
  costs: [{ id: 'runners', label: 'own runners', unit: 'USD/month', dimension: 'compute', formula: 'minutes * runnerMinute' }],
  limits: [],
  build: { formula: 'setupHours + (deployables - 1) * deployableHours', reason: 'runners, pipeline and environments' },
  run: { formula: 'careHours + deployables * deployableCare', reason: 'runners and rollout scripts' },
  parts: 1,
  gains: 'builds near the targets, on any machine, also without the internet',
  gives: 'runners to patch, and releases every month with short support',
  rollback: 'run the deployment job of the previous tag',
});

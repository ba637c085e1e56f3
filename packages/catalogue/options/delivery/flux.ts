import { assumption, interval } from '@archwright/kernel';
import { deliveryBaseline, runnerMinutes } from '../../baselines/delivery.ts';
import { defineOption } from '../../define.ts';

export default defineOption({
  id: 'flux', decision: 'delivery', name: 'GitOps with Flux, built by GitHub Actions',
  summary: 'small controllers pull the desired state of the cluster from a repository; no user interface of their own',
  technologies: ['flux', 'github-actions'], provides: [], requires: ['platform:kubernetes'], tags: ['delivery:gitops'], conflicts: [],
  parameters: {
    ...deliveryBaseline,
    setupHours: assumption('set-up: controllers, repository of desired state, secrets', interval(14, 24, 44), 'h', 'fewer parts than with an interface; structure of the repository takes the time'),
    deployableHours: assumption('one more deployable', interval(0.5, 1.5, 4), 'h', 'a directory'),
    careHours: assumption('care a month', interval(1.5, 2.5, 5), 'h/month', 'a few controllers'),
    deployableCare: assumption('care of one deployable’s delivery a month', interval(0.1, 0.35, 0.7), 'h/month', 'finding out why something is not applied takes longer without an interface'),
  },
  figures: [runnerMinutes],
  costs: [{ id: 'runners', label: 'runner minutes above the included ones', unit: 'USD/month', dimension: 'requests', formula: 'max(0, minutes - minutesIncluded) * minute' }],
  limits: [],
  build: { formula: 'setupHours + deployables * deployableHours', reason: 'controllers, repository and secrets' },
  run: { formula: 'careHours + deployables * deployableCare', reason: 'controller releases; drift corrects itself' },
  parts: 1,
  gains: 'light controllers that keep many small clusters at what the repository says',
  gives: 'no picture of the state without further tools',
  rollback: 'revert the commit: the cluster returns to the previous state by itself',
});

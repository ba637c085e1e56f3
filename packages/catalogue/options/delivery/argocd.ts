import { assumption, interval } from '@archwright/kernel';
import { deliveryBaseline, runnerMinutes } from '../../baselines/delivery.ts';
import { defineOption } from '../../define.ts';

export default defineOption({
  id: 'argocd', decision: 'delivery', name: 'GitOps with Argo CD, built by GitHub Actions',
  summary: 'the cluster pulls its desired state from a repository and shows every difference; the pipeline only builds and changes that repository',
  technologies: ['argocd', 'github-actions'], provides: [], requires: ['platform:kubernetes'], tags: ['delivery:gitops'], conflicts: [],
  parameters: {
    ...deliveryBaseline,
    setupHours: assumption('set-up: controller, repository of desired state, access, progressive rollouts', interval(16, 28, 50), 'h', 'structure of the repository and secrets take the time'),
    deployableHours: assumption('one more deployable', interval(0.5, 1.5, 4), 'h', 'a directory and a generated application'),
    careHours: assumption('care a month', interval(2, 3.5, 7), 'h/month', 'four releases a year, access, controller memory'),
    deployableCare: assumption('care of one deployable’s delivery a month', interval(0.1, 0.2, 0.5), 'h/month', 'drift corrects itself'),
  },
  figures: [runnerMinutes],
  costs: [{ id: 'runners', label: 'runner minutes above the included ones', unit: 'USD/month', dimension: 'requests', formula: 'max(0, minutes - minutesIncluded) * minute' }],
  limits: [],
  build: { formula: 'setupHours + deployables * deployableHours', reason: 'controller, repository and access' },
  run: { formula: 'careHours + deployables * deployableCare', reason: 'controller releases; drift corrects itself' },
  parts: 1,
  gains: 'what runs is what the repository says, for any number of deployables and clusters, visible to everyone; the pipeline holds no rights to the cluster',
  gives: 'a controller to run, a second repository, secrets to keep out of it',
  rollback: 'revert the commit: the cluster returns to the previous state by itself',
});

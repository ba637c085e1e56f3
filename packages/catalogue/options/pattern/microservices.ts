import { peopleBaseline } from '../../baselines/people.ts';
import { defineOption } from '../../define.ts';

const { teamSize, crossTeamHours, serviceHours, serviceCare, contractHours, contractCare, hopLatency, hopLatencyTail, hopAvailability } = peopleBaseline;

export default defineOption({
  id: 'microservices', decision: 'pattern', name: 'Microservices, one per bounded context',
  summary: 'every bounded context is built, deployed, scaled and owned on its own',
  technologies: [], provides: [], requires: [], tags: ['pattern:services'], conflicts: [],
  parameters: { teamSize, crossTeamHours, serviceHours, serviceCare, contractHours, contractCare, hopLatency, hopLatencyTail, hopAvailability },
  exports: { deployables: 'max(2, contexts)', networkHops: 'max(0, min(contexts - 1, 3))' },
  figures: [
    { id: 'teams', label: 'teams', unit: 'count', formula: 'max(1, engineers / teamSize)' },
    { id: 'contracts', label: 'contracts between services', unit: 'count', formula: 'max(0, contexts - 1)' },
    { id: 'hops', label: 'services behind the first on the longest path', unit: 'count', formula: 'min(contracts, 3)' },
  ],
  costs: [],
  limits: [{ id: 'contexts', label: 'bounded contexts to part', unit: 'count', demand: '2', limit: 'contexts', why: 'with one bounded context there is nothing to put into a second service' }],
  latency: { p50: 'hops * hopLatency', p99: 'hops * hopLatencyTail' },
  availability: 'pow(hopAvailability, hops)',
  build: { formula: 'contexts * serviceHours + contracts * contractHours', reason: 'pipeline, dashboards, runbook and permissions for each service, and a tested contract between neighbours' },
  run: { formula: 'contexts * serviceCare + contracts * contractCare + (teams - 1) * crossTeamHours', reason: 'each service has its own releases, alerts and upgrades; teams meet over contracts only' },
  parts: 4,
  gains: 'teams release without waiting for each other, and each context scales, fails and chooses its store alone',
  gives: 'calls that can fail, no transactions across contexts, and the set-up and care of every service',
  rollback: 'each service redeploys its previous version; merging two services back means joining their data, so start with the boundaries least likely to move',
});

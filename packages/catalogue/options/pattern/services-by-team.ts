import { peopleBaseline } from '../../baselines/people.ts';
import { defineOption } from '../../define.ts';

const { teamSize, crossTeamHours, serviceHours, serviceCare, contractHours, contractCare, boundaryHours, hopLatency, hopLatencyTail, hopAvailability } = peopleBaseline;

export default defineOption({
  id: 'services-by-team', decision: 'pattern', name: 'A few services, one per team',
  summary: 'as many deployables as teams: each team owns one modular service that holds several bounded contexts',
  technologies: [], provides: [], requires: [], tags: ['pattern:services', 'microservices'], conflicts: [],
  parameters: { teamSize, crossTeamHours, serviceHours, serviceCare, contractHours, contractCare, boundaryHours, hopLatency, hopLatencyTail, hopAvailability },
  exports: { deployables: 'min(max(2, contexts), max(2, ceil(engineers / teamSize)))', networkHops: 'min(max(1, contexts - 1), max(1, ceil(engineers / teamSize) - 1), 2)' },
  figures: [
    { id: 'teams', label: 'teams', unit: 'count', formula: 'max(1, engineers / teamSize)' },
    { id: 'services', label: 'services', unit: 'count', formula: 'min(max(2, contexts), max(2, ceil(engineers / teamSize)))' },
    { id: 'hops', label: 'services behind the first on the longest path', unit: 'count', formula: 'min(services - 1, 2)' },
  ],
  costs: [],
  limits: [{ id: 'contexts', label: 'bounded contexts to part', unit: 'count', demand: '2', limit: 'contexts', why: 'with one bounded context there is nothing to put into a second service' }],
  latency: { p50: 'hops * hopLatency', p99: 'hops * hopLatencyTail' },
  availability: 'pow(hopAvailability, hops)',
  build: { formula: 'services * serviceHours + (services - 1) * contractHours + boundaryHours * contexts', reason: 'pipeline and runbook for each service, a contract between neighbours, and a boundary for each module inside' },
  run: { formula: 'services * serviceCare + (services - 1) * contractCare + (teams - 1) * crossTeamHours', reason: 'each team cares for its own service; teams meet over contracts only' },
  parts: 3,
  gains: 'no two teams share a release train, with no more deployables than there are teams to look after them',
  gives: 'contracts and network calls between teams; contexts inside one service still share its fate',
  rollback: 'each service redeploys its previous version; services of one owner merge again without a contract change for clients',
});

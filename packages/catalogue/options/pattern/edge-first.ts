import { assumption, interval } from '@archwright/kernel';
import { peopleBaseline } from '../../baselines/people.ts';
import { defineOption } from '../../define.ts';

const { teamSize, pairHours } = peopleBaseline;

export default defineOption({
  id: 'edge-first', decision: 'pattern', name: 'Edge-first',
  summary: 'requests are answered in the network location nearest to the user, with state placed near its users; only shared records have a home',
  technologies: [], provides: [], requires: ['platform:edge-functions'], tags: ['pattern:functions', 'pattern:edge-first', 'serverless', 'edge'], conflicts: [],
  parameters: {
    teamSize, pairHours,
    baseHours: assumption('set-up: pipeline, routing, placement, alarms', interval(24, 40, 80), 'h', 'one artefact that runs everywhere; observability across locations takes longer'),
    placementHours: assumption('placing the state of one context', interval(12, 28, 60), 'h', 'decide what is cached, what lives in a per-user object, what goes home; and prove that conflicts cannot happen'),
    baseCare: assumption('care a month', interval(2, 4, 8), 'h/month', 'no machines; platform limits and replication lag to watch'),
    contextCare: assumption('care of one context a month', interval(0.5, 1.5, 3), 'h/month', 'stale copies and moved state'),
  },
  exports: { deployables: '1', networkHops: '0' },
  figures: [
    { id: 'teams', label: 'teams', unit: 'count', formula: 'max(1, engineers / teamSize)' },
    { id: 'pairs', label: 'pairs of teams on one release train', unit: 'count', formula: 'teams * (teams - 1) / 2' },
  ],
  costs: [], limits: [],
  build: { formula: 'baseHours + placementHours * contexts', reason: 'every context needs a decision where its state lives' },
  run: { formula: 'baseCare + contextCare * contexts + pairs * pairHours', reason: 'no machines; placement and staleness to watch' },
  parts: 2,
  gains: 'answers within tens of milliseconds wherever the user is, without running regions',
  gives: 'reads that may be stale, no transaction across locations, small memory per request, and one provider’s programming model',
  rollback: 'keep the HTTP handlers on web-standard interfaces: the same code serves from one region, with the round trip back in the latency',
});

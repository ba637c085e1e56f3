import { peopleBaseline } from '../../baselines/people.ts';
import { defineOption } from '../../define.ts';

const { teamSize, pairHours, boundaryHours, baseHours, baseCare } = peopleBaseline;

export default defineOption({
  id: 'modular-monolith', decision: 'pattern', name: 'Modular monolith',
  summary: 'one code base and one artefact; a module with its own interface and tables per bounded context; the same artefact runs as a worker where there are jobs',
  technologies: [], provides: [], requires: [], tags: ['pattern:monolith', 'monolith'], conflicts: [],
  parameters: { teamSize, pairHours, boundaryHours, baseHours, baseCare },
  exports: { deployables: '1 + min(1, ceil(jobPeak * oneSecond))', networkHops: '0' },
  figures: [
    { id: 'teams', label: 'teams', unit: 'count', formula: 'max(1, engineers / teamSize)' },
    { id: 'pairs', label: 'pairs of teams on one release train', unit: 'count', formula: 'teams * (teams - 1) / 2' },
  ],
  costs: [], limits: [],
  build: { formula: 'baseHours + boundaryHours * contexts', reason: 'one pipeline and runbook, and a boundary for each module' },
  run: { formula: 'baseCare + pairs * pairHours', reason: 'one code base to care for; every pair of teams shares its release train' },
  parts: 1,
  gains: 'one pipeline, one place to debug, calls inside a process, transactions across contexts, and cheap changes of boundaries',
  gives: 'one release train and one blast radius: a memory leak in one module takes all of them down, and teams wait for each other',
  rollback: 'redeploy the previous artefact; a module that outgrows it becomes a service behind the interface it already has',
});

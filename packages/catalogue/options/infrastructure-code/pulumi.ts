import { assumption, interval } from '@archwright/kernel';
import { defineOption } from '../../define.ts';

export default defineOption({
  id: 'pulumi', decision: 'infrastructure-code', name: 'Pulumi',
  summary: 'infrastructure as a program in the team’s own language, with unit tests',
  technologies: ['pulumi'], provides: [], requires: [], tags: ['iac:program'], conflicts: [],
  parameters: {
    setupHours: assumption('set-up: state, components, environments, preview in the pipeline', interval(8, 18, 32), 'h', 'components are written in the language the team knows'),
    deployableHours: assumption('one more deployable', interval(0.5, 1.2, 3), 'h', 'a loop over a component'),
    careHours: assumption('care a month', interval(0.8, 1.7, 3), 'h/month', 'provider upgrades, drift, packages of the program'),
  },
  figures: [], costs: [], limits: [],
  build: { formula: 'setupHours + deployables * deployableHours', reason: 'state, components and environments' },
  run: { formula: 'careHours', reason: 'provider upgrades, drift and packages' },
  parts: 0,
  gains: 'loops, types and tests instead of a configuration language; cheap for many alike deployables',
  gives: 'programs that can do anything, so reviews must be stricter, and a state service by default',
  rollback: 'apply the previous commit; state exports as JSON',
});

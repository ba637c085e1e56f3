import { assumption, interval } from '@archwright/kernel';
import { defineOption } from '../../define.ts';

export default defineOption({
  id: 'opentofu', decision: 'infrastructure-code', name: 'OpenTofu',
  summary: 'declarative infrastructure under an open licence, with encrypted state; changes are planned, reviewed and applied',
  technologies: ['opentofu'], provides: [], requires: [], tags: ['iac:declarative'], conflicts: [],
  parameters: {
    setupHours: assumption('set-up: state, modules, environments, plan in the pipeline', interval(8, 16, 30), 'h', 'modules exist for most services'),
    deployableHours: assumption('one more deployable', interval(1, 2, 4), 'h', 'one call of the module'),
    careHours: assumption('care a month', interval(0.7, 1.5, 3), 'h/month', 'provider upgrades and drift'),
  },
  figures: [], costs: [], limits: [],
  build: { formula: 'setupHours + deployables * deployableHours', reason: 'state, modules and environments' },
  run: { formula: 'careHours', reason: 'provider upgrades and drift' },
  parts: 0,
  gains: 'every environment is the same text, changes are reviewed as plans, and the licence stays open',
  gives: 'state to guard, and a language of its own to learn',
  rollback: 'apply the previous commit; resources with data are protected from destruction',
});

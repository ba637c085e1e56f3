import { assumption, interval } from '@archwright/kernel';
import { defineOption } from '../../define.ts';

export default defineOption({
  id: 'terraform', decision: 'infrastructure-code', name: 'Terraform',
  summary: 'the original of declarative infrastructure; under the Business Source Licence since version 1.6',
  technologies: ['terraform'], provides: [], requires: [], tags: ['iac:declarative'], conflicts: [],
  parameters: {
    setupHours: assumption('set-up: state, modules, environments, plan in the pipeline', interval(8, 16, 30), 'h', 'modules exist for most services'),
    licenceHours: assumption('licence review', interval(1, 2, 6), 'h', 'the Business Source Licence forbids offers that compete with its owner; someone has to confirm that this is none'),
    deployableHours: assumption('one more deployable', interval(1, 2, 4), 'h', 'one call of the module'),
    careHours: assumption('care a month', interval(0.7, 1.5, 3), 'h/month', 'provider upgrades and drift'),
  },
  figures: [], costs: [], limits: [],
  build: { formula: 'setupHours + licenceHours + deployables * deployableHours', reason: 'state, modules, environments and a licence review' },
  run: { formula: 'careHours', reason: 'provider upgrades and drift' },
  parts: 0,
  gains: 'the widest knowledge and the hosted service of its owner',
  gives: 'a licence that is not open source, and state that is not encrypted by itself',
  rollback: 'apply the previous commit; OpenTofu reads state and modules of the common versions',
});

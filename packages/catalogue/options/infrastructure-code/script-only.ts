import { assumption, interval } from '@archwright/kernel';
import { defineOption } from '../../define.ts';

export default defineOption({
  id: 'script-only', decision: 'infrastructure-code', name: 'One set-up script and a checklist',
  summary: 'a script in the repository prepares the machine or project; a checklist names the rest',
  technologies: [], provides: [], requires: [], tags: [], conflicts: ['platform:kubernetes'],
  parameters: {
    setupHours: assumption('writing and trying the script', interval(1, 3, 8), 'h', 'one target, few settings'),
    careHours: assumption('care a month', interval(0.3, 0.8, 2), 'h/month', 'differences between script and target surface at the worst time'),
    scriptSize: assumption('machine’s worth that a script is trusted with', interval(2, 4, 8), 'count', 'about the size at which a second machine appears'),
    copyCare: assumption('keeping one more deployable or region in step by hand, a month', interval(1, 2.5, 5), 'h/month', 'every change is made, and forgotten, once more'),
  },
  figures: [], costs: [],
  limits: [
    { id: 'size', label: 'vCPU and connections that a script sets up', unit: 'count', demand: 'requestPeak * cpuPerRequest * cpuFactor / headroom + connections / 10000', limit: 'scriptSize', why: 'beyond one machine’s worth there is a fleet, and a fleet differs without a description that is applied again' },
    { id: 'deployables', label: 'deployables kept by hand', unit: 'count', demand: 'deployables', limit: '3', why: 'beyond a few, hand-kept environments differ' },
    { id: 'regions', label: 'copies kept by hand', unit: 'count', demand: 'regionCopies', limit: '1', why: 'a second region has to be the same as the first' },
  ],
  build: { formula: 'setupHours', reason: 'one script' },
  run: { formula: 'careHours + (deployables - 1) * copyCare', reason: 'differences between script and target' },
  parts: 0,
  gains: 'nothing to learn and no state to guard',
  gives: 'no plan before a change, and a rebuild that has never been tried end to end',
  rollback: 'run the previous script on a fresh machine and restore the backup',
});

import { assumption, fact, type Fact, interval } from '@archwright/kernel';
import type { FormulaLine, LimitLine } from '@archwright/model';

const parameters: Readonly<Record<string, Fact>> = {
  machineAvailability: fact('monthly uptime commitment for a single instance', interval(0.99, 0.995, 0.999), 'ratio', { title: 'mikaelvesavuori/cloud-sla: EC2 and Compute Engine single instance 99.5 %', asOf: '2022-04-24', confidence: 'C' }),
  setupHours: assumption('set-up: hardening, backups, certificate renewal, deployment script', interval(6, 10, 20), 'h', 'a day, and some of another for the restore rehearsal'),
  careHours: assumption('care a month: system updates, disk, certificates', interval(1, 2.5, 6), 'h/month', 'updates and certificates renew themselves; reboots, disk space and a restore to rehearse remain'),
  deployableCare: assumption('care of one more process on it a month', interval(0.2, 0.5, 1), 'h/month', 'ports, restarts and logs'),
  mostDeployables: assumption('deployables one machine is asked to hold', interval(2, 4, 8), 'count', 'beyond a handful they disturb each other and want an orchestrator'),
};

const limits: readonly LimitLine[] = [
  { id: 'processes', label: 'deployables on one machine', unit: 'count', demand: 'deployables', limit: 'mostDeployables', why: 'many processes on one machine compete for memory and restart together' },
];

/** One machine in each region that runs the system. */
export const machineCount: FormulaLine = { id: 'instances', label: 'machines', unit: 'count', formula: 'ceil(regionCopies)' };

/** What every single-machine option has in common; the option adds prices and its largest size. */
export const singleMachine = {
  parameters,
  limits,
  latency: { p50: 'cpuPerRequest * cpuFactor + 0.001 * oneSecond', p99: 'cpuPerRequest * cpuFactor * queueing + 0.004 * oneSecond' },
  availability: 'machineAvailability',
  build: { formula: 'setupHours', reason: 'hardening, backups, certificates and a deployment script' },
  run: { formula: 'careHours + (deployables - 1) * deployableCare', reason: 'system updates, disk space and certificates' },
} as const;

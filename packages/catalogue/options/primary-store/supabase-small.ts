import { assumption, interval } from '@archwright/kernel';
import { restoredByCloud } from '../../baselines/recovery.ts';
import { defineOption } from '../../define.ts';
import { supabaseDatabase } from '../../prices/supabase-database.ts';
import { smallPostgresql } from './shared/managed-postgresql.ts';

export default defineOption(smallPostgresql({
  id: 'supabase-small', name: 'Supabase PostgreSQL, Micro', summary: 'the Micro instance that the Pro plan’s credit pays for; the plan is paid at the provider',
  technologies: ['supabase', 'postgresql'], requires: ['provider:supabase'], unit: supabaseDatabase.microAboveCredit, storage: supabaseDatabase.disk,
  sustainedVcpu: assumption('CPU Micro sustains', interval(0.15, 0.2, 0.4), 'count', 'two shared vCPU that burst'),
  largestStored: assumption('data planned beside 1 GiB of memory', interval(10e9, 40e9, 100e9), 'B', 'beyond it reads wait for the disk'),
  recovery: restoredByCloud.supabase,
  available: assumption('one instance in service', interval(0.995, 0.999, 0.9995), 'ratio', 'no commitment on the Pro plan; one instance with automatic restart'),
  gains: 'PostgreSQL with sign-in, files, real-time and row-level security behind one bill of 25 USD',
  gives: 'one shared instance without standby; sign-in and APIs follow Supabase’s shape',
  rollback: 'dump and restore into any PostgreSQL; sign-in data exports as tables',
}));

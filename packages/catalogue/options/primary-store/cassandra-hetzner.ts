import { assumption, interval } from '@archwright/kernel';
import { cassandraBaseline } from '../../baselines/wide-column.ts';
import { defineOption } from '../../define.ts';
import { hetznerNode } from '../../prices/server-nodes.ts';
import { wideColumnStore } from './shared/wide-column.ts';

export default defineOption(wideColumnStore(hetznerNode, {
  technology: 'cassandra', name: 'Cassandra', rates: cassandraBaseline,
  careHours: assumption('care a month of the ring', interval(20, 30, 50), 'h/month', 'repairs, compaction and upgrades need someone who knows them'),
}));

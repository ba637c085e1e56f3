import { assumption, interval } from '@archwright/kernel';
import { cassandraBaseline } from '../../baselines/wide-column.ts';
import { defineOption } from '../../define.ts';
import { azureNode } from '../../prices/server-nodes.ts';
import { wideColumnAppend } from './shared/wide-column-append.ts';

export default defineOption(wideColumnAppend(azureNode, {
  technology: 'cassandra', name: 'Cassandra', rates: cassandraBaseline,
  careHours: assumption('care a month of the ring', interval(18, 28, 48), 'h/month', 'repairs, compaction and upgrades need someone who knows them'),
}));

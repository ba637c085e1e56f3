import { assumption, interval } from '@archwright/kernel';
import { scyllaBaseline } from '../../baselines/wide-column.ts';
import { defineOption } from '../../define.ts';
import { ec2Node } from '../../prices/server-nodes.ts';
import { wideColumnAppend } from './shared/wide-column-append.ts';

export default defineOption(wideColumnAppend(ec2Node, {
  technology: 'scylladb', name: 'ScyllaDB', rates: scyllaBaseline,
  careHours: assumption('care a month of the ring', interval(14, 22, 38), 'h/month', 'as Cassandra with less tuning of the runtime and more of disks'),
}));

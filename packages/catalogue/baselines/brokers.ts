import { assumption, fact, interval, type Source } from '@archwright/kernel';

const practitioner: Source = { title: 'practitioner compilation of sizing numbers (code index 69787484062)', asOf: '2026-09-01', confidence: 'C' };

/** Brokers and job queues: rates of the published benchmarks and how far we plan below them. */
export const brokerBaseline = {
  bullmqJobsPerQueue: fact('no-op jobs a second of one BullMQ queue, ten workers', 16_501, '1/s', { title: 'BullMQ benchmarks (Elixir port, same Lua scripts), Apple M2 Pro, Redis 7.4', url: 'https://hexdocs.pm/bullmq/benchmarks.html', asOf: '2026-02-06', confidence: 'B' }),
  rabbitmqPerVcpu: fact('messages a vCPU through quorum queues (37,000 on 3 × 16 vCPU)', 37_000 / 48, '1/s', { title: 'RabbitMQ cluster sizing case study, quorum queues, part 1 (version 3.8)', url: 'https://www.rabbitmq.com/blog/2020/06/21/cluster-sizing-case-study-quorum-queues-part-1', asOf: '2020-06-21', confidence: 'A', note: 'version 4 does more a node' }),
  natsPerVcpu: assumption('persisted messages a vCPU with three copies', interval(3_000, 10_000, 25_000), '1/s', 'JetStream publishes 36,000-404,000/s to one laptop without copies (natsbench, 2025-10-29); three copies and acknowledgements cost about ten times'),
  kafkaBytesPerVcpu: fact('bytes in a vCPU with replication (605 MB/s on 3 × 8 vCPU)', 605e6 / 24, 'B/s', { title: 'Confluent, Benchmarking Apache Kafka, Pulsar and RabbitMQ (as cited in code index 71021964995)', url: 'https://www.confluent.io/blog/kafka-fastest-messaging-system/', asOf: '2020-08-21', confidence: 'B', note: 'a vendor’s benchmark on local NVMe' }),
  kafkaBytesPerPartition: fact('bytes in of one partition, planning', 10e6, 'B/s', practitioner),
  derating: assumption('benchmark rate ÷ planned rate', interval(2, 3, 5), 'ratio', 'vendor rigs use local disks, large batches and nothing else'),
  eventBytes: assumption('smallest event with its envelope', interval(300, 500, 1_000), 'B', 'type, time, key and a small payload as JSON'),
  eventRetentionDays: assumption('days events stay readable', interval(3, 7, 14), 'count', 'a week covers a weekend outage of a consumer'),
};

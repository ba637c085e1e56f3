import { assumption, fact, interval, type Source } from '@archwright/kernel';
import { ATTESTED } from '../../attestations.ts';
import { keptByService } from '../../baselines/recovery.ts';
import { defineOption } from '../../define.ts';
import { grafanaCloudLogs } from '../../prices/grafana-cloud-logs.ts';
import { bufferedAvailability, noticedShare } from './shared/buffered.ts';

const docs: Source = { title: 'Grafana Cloud documentation, logs invoice', url: 'https://grafana.com/docs/grafana-cloud/cost-management-and-billing/understand-your-invoice/logs-invoice/', asOf: '2026-06-01', confidence: 'A' };

export default defineOption({
  id: 'grafana-cloud-logs', decision: 'append-store', name: 'Grafana Cloud logs (Loki)', summary: 'lines found by label and time, scanned for text; billed by the gigabyte written',
  technologies: ['loki'], provides: ['append-heavy', 'time-partition', 'ttl', 'range-scan', 'scale-to-zero'],
  requires: [], attested: ATTESTED.grafanaCloud, tags: ['store:logs', 'managed'], conflicts: ['provider:on-premises'],
  parameters: {
    written: grafanaCloudLogs.written, extraRetention: grafanaCloudLogs.extraRetention, platform: grafanaCloudLogs.platform, noticedShare,
    freeBytes: fact('bytes a month without charge', 50e9, 'B/month', docs),
    rateLimit: assumption('bytes a second one account writes', interval(10e6, 50e6, 200e6), 'B/s', 'default limits are a few MB/s and are raised on request'),
    queryLimit: assumption('look-ups by label and time a second', interval(2, 10, 30), '1/s', 'each reads and filters chunks from object storage'),
    available: assumption('service in reach', interval(0.995, 0.9995, 0.9999), 'ratio', 'the commitment of the plan was not read'),
    careHours: assumption('care a month: labels, volume, cost', interval(0.5, 1.5, 3), 'h/month', 'nothing to run; too many labels cost speed'),
    setupHours: assumption('set-up: shipper, labels, retention', interval(6, 14, 26), 'h', 'an agent beside the process'),
  },
  figures: [
    { id: 'writtenBytes', label: 'bytes written a month', unit: 'B/month', formula: 'appendMean * appendRowBytes * secondsPerMonth' },
    { id: 'keptLonger', label: 'bytes kept above the included volume', unit: 'B/month', formula: 'max(0 * oneByte * onePerMonth, appendBytes * onePerMonth - freeBytes)' },
  ],
  costs: [
    { id: 'platform', label: 'plan', unit: 'USD/month', dimension: 'base', formula: 'min(1, max(0, ceil((writtenBytes - freeBytes) / (freeBytes + writtenBytes)))) * platform' },
    { id: 'written', label: 'bytes written', unit: 'USD/month', dimension: 'traffic', formula: 'max(0 * oneByte * onePerMonth, writtenBytes - freeBytes) * written' },
    { id: 'retention', label: 'retention (all kept bytes, an upper bound)', unit: 'USD/month', dimension: 'storage', formula: 'keptLonger * extraRetention' },
  ],
  limits: [
    { id: 'rate', label: 'bytes written a second', unit: 'B/s', demand: 'appendPeak * appendRowBytes', limit: 'rateLimit', why: 'an account is limited' },
    { id: 'queries', label: 'look-ups a second', unit: '1/s', demand: 'appendLookupPeak', limit: 'queryLimit', why: 'a look-up scans chunks by label and time' },
    { id: 'aggregation', label: 'aggregating queries a second', unit: '1/s', demand: 'aggregationPeak', limit: '0 / oneSecond', why: 'it counts lines for a dashboard, it does not answer an API' },
  ],
  availability: bufferedAvailability,
  recovery: keptByService,
  build: { formula: 'setupHours', reason: 'shipper, labels, retention' }, run: { formula: 'careHours', reason: 'labels, volume, cost' }, parts: 1,
  gains: 'cheap lines without an index of every word, beside the dashboards', gives: 'look-ups only by label and time; text is found by scanning',
  rollback: 'ship to both and let the old lines expire',
});

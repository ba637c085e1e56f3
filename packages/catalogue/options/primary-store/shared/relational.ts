import type { Capability, FormulaLine, LimitLine, Option } from '@archwright/model';

export const postgresqlCapabilities: readonly Capability[] = [
  'transactions', 'unique-constraint', 'joins', 'point-read', 'range-scan', 'conditional-write', 'append-heavy', 'aggregation', 'time-partition', 'full-text', 'geo', 'vector', 'row-level-security', 'flexible-schema',
];
export const mysqlCapabilities: readonly Capability[] = [
  'transactions', 'unique-constraint', 'joins', 'point-read', 'range-scan', 'conditional-write', 'append-heavy', 'aggregation', 'time-partition', 'full-text', 'geo', 'flexible-schema',
];

/**
 * vCPU one writing primary needs at peak: reads the cache leaves over, commits, and, where appended rows live here, their
 * inserts, look-ups and aggregations. The baselines are benchmark rates, hence the derating.
 */
export const vcpuFigure: FormulaLine = {
  id: 'vcpu', label: 'vCPU needed at peak', unit: 'count',
  formula: '(recordReadPeak * (1 - cacheHitShare) / readsPerVcpu + (recordWritePeak + storeWritesExtra) / writesPerVcpu + appendOnPrimary * (appendPeak / bulkRowsPerVcpu + appendLookupPeak / readsPerVcpu + aggregationPeak * aggregationScanRows / scanRowsPerVcpu)) * derating / headroom',
};
export const storedFigure: FormulaLine = {
  id: 'stored', label: 'data held', unit: 'B', formula: 'recordBytes + appendOnPrimary * appendBytes * appendOverhead',
};
/** vCPU of the writes alone, where readers can be added beside the primary. */
export const writerVcpuFigure: FormulaLine = {
  id: 'writerVcpu', label: 'vCPU of the writing primary', unit: 'count',
  formula: '((recordWritePeak + storeWritesExtra) / writesPerVcpu + appendOnPrimary * appendPeak / bulkRowsPerVcpu) * derating / headroom',
};
export const unitsFigure: FormulaLine = { id: 'units', label: 'units of the smallest class', unit: 'count', formula: 'max(1, ceil(vcpu / vcpuPerUnit))' };

export const sizeLimit: LimitLine = { id: 'size', label: 'largest class', unit: 'count', demand: 'units', limit: 'largestUnits', why: 'one primary scales up only as far as the largest class' };
export const sustainedLimit: LimitLine = { id: 'size', label: 'sustained CPU of a burstable class', unit: 'count', demand: 'vcpu', limit: 'sustainedVcpu', why: 'a burstable class that runs out of credits drops to its baseline' };
export const storedLimit: LimitLine = { id: 'stored', label: 'data one primary is planned for', unit: 'B', demand: 'stored', limit: 'hotLimit', why: 'above it vacuum, index builds and restores outgrow the maintenance window' };

/** Statements wait for the primary's processors; the mean is that of an indexed read. */
export const relationalStation: NonNullable<Option['station']> = {
  servers: 'units * vcpuPerUnit', utilisation: 'vcpu * headroom / (units * vcpuPerUnit)', service: 'derating / readsPerVcpu',
};

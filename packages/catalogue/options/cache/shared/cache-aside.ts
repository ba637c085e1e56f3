import type { FormulaLine } from '@archwright/model';

/** Share of record reads the cache answers: what may be cached times how often it is there. */
export const cacheHitShare = 'cacheableShare * hotHitRatio';

export const memoryFigure: FormulaLine = { id: 'memory', label: 'memory for the hot set', unit: 'B', formula: 'hotBytes * memoryOverhead' };

/** Commands at peak: every read asks, every write invalidates, every request counts against a limit. */
export const commandsFigure: FormulaLine = { id: 'commands', label: 'commands a second at peak', unit: '1/s', formula: 'recordReadPeak + recordWritePeak + requestPeak + pushPeak' };

/** Cache-aside reads fall back to the primary store, so only a share of an outage is felt. */
export const availability = '1 - (1 - nodeAvailability) * noticedShare';

export const latency = { p50: '0.0005 * oneSecond', p99: '0.002 * oneSecond' } as const;

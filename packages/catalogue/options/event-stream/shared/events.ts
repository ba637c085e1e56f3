import type { FormulaLine } from '@archwright/model';

/** Events are taken to follow the larger of record writes and appended rows: a row appended because of a write is one event. */
export const eventFigures: readonly FormulaLine[] = [
  { id: 'eventsPeak', label: 'events a second at peak', unit: '1/s', formula: 'max(recordWritePeak, appendPeak)' },
  { id: 'eventsMean', label: 'events a second, mean', unit: '1/s', formula: 'max(recordWriteMean, appendMean)' },
  { id: 'eventSize', label: 'bytes of an event', unit: 'B', formula: 'max(appendRowBytes, eventBytes)' },
  { id: 'bytesIn', label: 'bytes a second in, mean', unit: 'B/s', formula: 'eventsMean * eventSize' },
  { id: 'bytesInPeak', label: 'bytes a second in, peak', unit: 'B/s', formula: 'eventsPeak * eventSize' },
  { id: 'kept', label: 'bytes kept, one copy', unit: 'B', formula: 'bytesIn * eventRetentionDays * 86400 * oneSecond' },
];

import { type Fact, fact, HOURS_PER_BILLING_MONTH, type Interval, type Source } from '@archwright/kernel';
import type { Archetype, ComplianceRegime, FailureMode, Mechanism, Option, Technology } from '@archwright/model';

export const defineTechnology = (entry: Technology): Technology => entry;
export const defineOption = (entry: Option): Option => entry;
export const defineArchetype = (entry: Archetype): Archetype => entry;
export const defineMechanism = (entry: Mechanism): Mechanism => entry;
export const defineFailureMode = (entry: FailureMode): FailureMode => entry;
export const defineCompliance = (entry: ComplianceRegime): ComplianceRegime => entry;

const scaled = (value: number | Interval, factor: number): Interval =>
  typeof value === 'number'
    ? { low: value * factor, likely: value * factor, high: value * factor }
    : { low: value.low * factor, likely: value.likely * factor, high: value.high * factor };

/** List prices in the units the formulas use; the amount is what the source states. */
export const pricePerHour = (label: string, usd: number | Interval, source: Source): Fact =>
  fact(label, scaled(usd, HOURS_PER_BILLING_MONTH), 'USD/month', source);
export const pricePerMonth = (label: string, usd: number | Interval, source: Source): Fact => fact(label, scaled(usd, 1), 'USD/month', source);
/** Per GB (10⁹ bytes) held for a month. */
export const pricePerGigabyteMonth = (label: string, usd: number | Interval, source: Source): Fact =>
  fact(label, scaled(usd, 1e-9), 'USD/B/month', source);
/** Per GB moved. */
export const pricePerGigabyte = (label: string, usd: number | Interval, source: Source): Fact => fact(label, scaled(usd, 1e-9), 'USD/B', source);
/** Per million requests, messages or operations; the fact is USD for one. */
export const pricePerMillion = (label: string, usd: number | Interval, source: Source): Fact => fact(label, scaled(usd, 1e-6), 'USD', source);

import type { Unit } from './unit.ts';

declare const unitOf: unique symbol;

/** A number that carries its unit in the type: milliseconds and bytes do not add up. */
export type Quantity<U extends Unit> = number & { readonly [unitOf]: U };

export type Seconds = Quantity<'s'>;
export type Milliseconds = Quantity<'ms'>;
export type Bytes = Quantity<'B'>;
export type PerSecond = Quantity<'1/s'>;
export type BytesPerSecond = Quantity<'B/s'>;
export type Usd = Quantity<'USD'>;
export type UsdPerMonth = Quantity<'USD/month'>;
export type Count = Quantity<'count'>;
export type Ratio = Quantity<'ratio'>;

const branded =
  <U extends Unit>() =>
  (value: number): Quantity<U> =>
    value as Quantity<U>;

export const seconds = branded<'s'>();
export const milliseconds = branded<'ms'>();
export const bytes = branded<'B'>();
export const perSecond = branded<'1/s'>();
export const bytesPerSecond = branded<'B/s'>();
export const usd = branded<'USD'>();
export const usdPerMonth = branded<'USD/month'>();
export const count = branded<'count'>();
export const ratio = branded<'ratio'>();

/** Both arguments must have the same unit; `NoInfer` keeps the second from widening the first. */
export const add = <U extends Unit>(a: Quantity<U>, b: Quantity<NoInfer<U>>): Quantity<U> => (a + b) as Quantity<U>;
export const subtract = <U extends Unit>(a: Quantity<U>, b: Quantity<NoInfer<U>>): Quantity<U> => (a - b) as Quantity<U>;
export const scale = <U extends Unit>(a: Quantity<U>, factor: number): Quantity<U> => (a * factor) as Quantity<U>;
export const largest = <U extends Unit>(a: Quantity<U>, b: Quantity<NoInfer<U>>): Quantity<U> => Math.max(a, b) as Quantity<U>;
export const toSeconds = (value: Milliseconds): Seconds => seconds(value / 1000);

export const SECONDS_PER_MINUTE = 60;
export const SECONDS_PER_HOUR = 3_600;
export const SECONDS_PER_DAY = 86_400;
/** 365 days: what capacity estimates use; a leap day is inside every range this product prints. */
export const SECONDS_PER_YEAR = 365 * SECONDS_PER_DAY;
/** 30 days: the month of a stated rate ("10 million a month"). */
export const SECONDS_PER_MONTH = 30 * SECONDS_PER_DAY;
/** The billing month every price list uses. */
export const HOURS_PER_BILLING_MONTH = 730;

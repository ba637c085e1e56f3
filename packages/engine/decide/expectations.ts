import { type Figure, formatQuantity, type Interval, interval } from '@archwright/kernel';
import type { Demand, Reading } from '@archwright/model';
import type { Shorthand } from '../workload/shorthand.ts';
import type { Workload } from '../workload/workload.ts';
import { RECOVERY_WORDS, type RecoveryLimit } from './recovery.ts';

/** How far what nobody states but everybody expects has given way to what is stated. */
export interface Leniency {
  /** How often the expected availability was lowered. */
  readonly availability: number;
  readonly withoutRecovery: boolean;
}

/** The steps by which expectations give way, none of them first. */
export const LENIENCIES: readonly Leniency[] = [
  { availability: 0, withoutRecovery: false },
  { availability: 0, withoutRecovery: true },
  { availability: 1, withoutRecovery: true },
  { availability: 2, withoutRecovery: true },
];

interface Expectation {
  readonly value: Interval;
  readonly because: string;
}

/**
 * Availability that nobody states and everybody expects, by the load at peak. More people are turned away in an hour the more
 * ask in it; how many nines that is worth is our assumption, and says so.
 */
const EXPECTED: readonly (Expectation & { readonly from: number })[] = [
  {
    from: 100,
    value: interval(0.995, 0.999, 0.9995),
    because: 'at this load an hour without service turns hundreds of thousands of requests away',
  },
  { from: 10, value: interval(0.99, 0.995, 0.999), because: 'above ten requests a second an outage of a day is noticed at once' },
];
const WISHED = 'the brief wants it in service at all times and gives no figure';

/** @param lowered - how often what is expected gave way */
function usualAvailability(peak: number, { requirements }: Reading, lowered: number): Expectation | undefined {
  const wished = requirements.some(({ key, subject }) => key === 'capability' && subject === 'always-on');
  const from = wished ? 0 : EXPECTED.findIndex((one) => peak >= one.from);
  const expected = from < 0 ? undefined : EXPECTED[from + lowered];
  if (!expected) return undefined;
  return { value: expected.value, because: wished && lowered === 0 ? WISHED : expected.because };
}

export function expectedAvailability(demand: Demand, reading: Reading, leniency: Leniency, make: Shorthand): Figure | undefined {
  const lowered = leniency.availability;
  const expected = usualAvailability(demand.requestPeak, reading, lowered);
  return (
    expected &&
    make.assumed(
      `assumed.availability${lowered > 0 ? '-affordable' : ''}`,
      'availability to keep',
      expected.value,
      'ratio',
      (expected.because === WISHED ? WISHED : `the brief names none; ${expected.because}`) +
        (lowered > 0 ? '; more of it fits no design that meets what is stated' : ''),
    )
  );
}

/**
 * What the loss of a server may cost where nobody gives a figure: nothing where the brief says that nothing may be lost, and
 * what a domain takes at the most where it has a usual range (money, health).
 */
function usualRecovery(
  name: RecoveryLimit,
  { contexts }: Workload,
  requirements: Reading['requirements'],
): Expectation | undefined {
  const kept = name === 'rpo' ? requirements.find(({ key, value }) => key === 'durability' && value === 'no-loss') : undefined;
  if (kept) return { value: interval(0, 0, 0), because: `the brief: “${kept.at?.quote ?? kept.statement}”` };
  const usual = contexts
    .flatMap(({ archetype }) =>
      archetype.defaults.filter(({ key }) => key === name).map((one) => ({ ...one, domain: archetype.name })),
    )
    .toSorted((a, b) => a.value.high - b.value.high)[0];
  return usual
    ? {
        value: interval(usual.value.low, usual.value.high, usual.value.high),
        because: `not stated; the most that “${usual.domain}” takes: ${usual.reason}`,
      }
    : undefined;
}

export function expectedRecovery(
  name: RecoveryLimit,
  workload: Workload,
  { requirements }: Reading,
  { withoutRecovery }: Leniency,
  make: Shorthand,
): Figure | undefined {
  const usual = withoutRecovery ? undefined : usualRecovery(name, workload, requirements);
  return usual && make.assumed(`assumed.${name}`, RECOVERY_WORDS[name].label, usual.value, 's', usual.because);
}

/** What is taken where nobody says, for the one who is asked. */
export function takenMeanwhile(name: RecoveryLimit | 'availability', workload: Workload, reading: Reading): string {
  if (name === 'availability') {
    const usual = usualAvailability(workload.demand.requestPeak.likely, reading, 0);
    return usual ? `${usual.value.likely * 100} %: ${usual.because}` : 'what the cheapest parts commit to';
  }
  const usual = usualRecovery(name, workload, reading.requirements);
  return usual ? `${formatQuantity(usual.value.likely, 's')}: ${usual.because}` : 'no limit: what the cheapest parts offer';
}

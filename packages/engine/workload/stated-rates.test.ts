import { catalogue } from '@archwright/catalogue';
import { expect, test } from 'vitest';
import { understand } from '../understand.ts';
import { sizeWorkload } from './size-workload.ts';

const DAY = 86_400;
const size = (brief: string) => {
  const { reading, figures } = understand({ brief, catalogue });
  return sizeWorkload(reading, catalogue.archetypes, figures.copy());
};
const perDay = (brief: string, operation: string): number =>
  (size(brief).operations.find(({ id }) => id === operation)?.mean.likely ?? Number.NaN) * DAY;

test.each([
  [
    'per site of the only places counted',
    'Weighbridge: lorries get weighed. 14 quarries, 350 lorries per site per day.',
    'create-weighing',
    4_900,
  ],
  [
    'people named otherwise are the users',
    'An app: learners do 20 exercises a day. 500k daily active users.',
    'create-exercise',
    10_000_000,
  ],
  ['cargo is no request', 'Shippers post loads. 5,000 loads per day.', 'create-load', 5_000],
  ['a working day', 'Stations count tap-ins. 1.3 million tap-ins per weekday.', 'create-tap-in', 1_300_000],
  [
    'downloads are no uploads',
    'A podcast hosting platform: creators upload episodes, 3 million downloads per day.',
    'deliver-media',
    3_000_000,
  ],
  [
    'machines send readings, whatever is billed',
    'Charging network, we bill monthly by kilowatt hour. 6,500 chargers; each charger sends a meter value every 30 s.',
    'publish-reading',
    18_720_000,
  ],
  [
    'parking sessions are no readings',
    'City parking: bays with sensors, drivers pay by app. 120k parking sessions a day.',
    'create-session',
    120_000,
  ],
])('%s', (_, brief, operation, expected) => expect(perDay(brief, operation)).toBeCloseTo(expected, -2));

test('evaluations inside the caller make no requests', () => {
  const { demand } = size('Feature toggles for 40 microservices, evaluated locally, 25k evaluations/sec.');
  expect(demand.dailyUsers.likely).toBeLessThan(100_000);
  expect(demand.requestMean.likely).toBeLessThan(100);
});

test('those online at one moment are a share of the day’s users', () => {
  const { demand } = size('A word game with 50,000 concurrent players, a daily leaderboard.');
  expect(demand.dailyUsers.likely).toBe(500_000);
});

test('three people who want a shop are its team', () => {
  const { demand } = size('Webshop for ceramics, 50 orders a day, three people, as cheap as possible.');
  expect(demand.engineers.likely).toBe(3);
});

test.each([
  [
    'a physiotherapist prescribes nothing',
    'Physiotherapy clinics: the therapist writes a note on the treatment of each patient.',
    'order-medication',
    false,
  ],
  [
    'a hospital does',
    'Electronic health record for a hospital: doctors chart patients and write prescriptions.',
    'order-medication',
    true,
  ],
  ['a pick-up kitchen has no couriers', 'Restaurant ordering: guests order food and fetch it.', 'report-courier-location', false],
  ['a delivery does', 'Food delivery: couriers bring meals from restaurants to customers.', 'report-courier-location', true],
])('%s', (_, brief, operation, expected) => expect(size(brief).operations.some(({ id }) => id === operation)).toBe(expected));

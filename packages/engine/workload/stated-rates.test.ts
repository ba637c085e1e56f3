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
  ['clicks on links are followed links', 'A URL shortener: 200 links a day, 50,000 clicks a day.', 'follow-link', 50_000],
  [
    'deliveries are what publishing brings about',
    'Webhooks for our billing product: 300 customers, 2 million deliveries a day.',
    'publish-event',
    2_000_000,
  ],
  ['page views are events', 'Web analytics for 800 customers: 90 million page views a day.', 'track-event', 90_000_000],
  [
    'the busiest of several channels',
    'Notification service: 3 million pushes, 400,000 mails and 50,000 SMS a day.',
    'send-notification',
    3_000_000,
  ],
  ['one mail a week is each subscriber’s', 'Newsletters: 900,000 subscribers, one mail a week.', 'send-email', 900_000 / 7],
  ['links are made beside them', 'A URL shortener: 200 links a day, 50,000 clicks a day.', 'create-link', 200],
  [
    'machines send readings, whatever is billed',
    'Charging network, we bill monthly by kilowatt hour. 6,500 chargers; each charger sends a meter value every 30 s.',
    'publish-reading',
    18_720_000,
  ],
  [
    'what is read off meters are readings',
    'A water utility reads 400,000 smart meters hourly and detects leaks.',
    'publish-reading',
    9_600_000,
  ],
  [
    'a rate without a name is what the brief is about',
    'An API that scores loan applications, 3 million per month.',
    'create-score',
    100_000,
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

const EXAMS =
  'A platform for online exams: 40,000 students sit the same exam at the same time, answers are saved every 10 seconds.';
const WEATHER =
  'Backend for a weather app: 2 million daily users, each opens it 4 times a day; forecasts are refreshed every 10 minutes from a provider.';
const FEATURES =
  'We need a feature store that serves 20,000 lookups per second; features are refreshed hourly for 5 million users.';
const CHECKS = 'Rate limiting service for our API platform: 50,000 checks per second, decisions in under 2 ms.';
const PHOTOS = 'A stock photo site with 20 million photos of 5 MB, 1 million searches a day, 50,000 downloads a day.';

test.each([
  ['what is saved at an interval is done to the subject of the passive', EXAMS, 'save-answer', 4_000],
  ['look-ups are reads of what a store keeps', FEATURES, 'get-feature', 20_000],
  ['a rate that fits no operation by its words is the busiest of its kind', CHECKS, 'get-decision', 50_000],
  ['downloads beside searches', PHOTOS, 'download-photo', 50_000 / DAY],
  [
    'a small number behind what is counted is that of each',
    '500 growers, 40 sensors each, one reading a minute.',
    'publish-reading',
    (500 * 40) / 60,
  ],
])('%s', (_, brief, operation, rate) => {
  expect(size(brief).operations.find(({ id, stated }) => id === operation && stated)?.mean.likely).toBeCloseTo(rate, 6);
});

test.each([
  ['a machine’s pace is not that of everything else', EXAMS, 4_000],
  ['what a system does by itself is no request of each user', WEATHER, (2_000_000 * 60) / DAY],
  ['look-ups by programs', FEATURES, 20_000],
  ['checks by programs, of no stated users', CHECKS, 50_000],
])('requests stay in proportion: %s', (_, brief, most) => {
  const { requestMean } = size(brief).demand;
  expect(requestMean.likely).toBeLessThan(most * 1.2);
});

test('files that are counted are held, and found by their words', () => {
  const { demand } = size(PHOTOS);
  expect(demand.blobBytes.likely).toBeCloseTo(20e6 * 5e6, -6);
  expect(demand.searchBytes.likely).toBeLessThan(1e12);
});

test('a rate of all requests together stays what it is', () => {
  expect(size('A URL preview service that fetches pages; 500 requests per second.').demand.requestMean.likely).toBeCloseTo(
    500,
    6,
  );
});

test.each([
  [
    'heard',
    'Online radio: 200 stations, 400,000 listeners a day, each listens 45 minutes at 128 kbit/s.',
    (400_000 * 2_700 * 16_000) / DAY,
  ],
  [
    'watched',
    'A video course platform: 60,000 students watch 40 minutes of video a day at 3 Mbit/s.',
    (60_000 * 2_400 * 375_000) / DAY,
  ],
])('what is %s goes out, and is no data that comes in', (_, brief, bytes) => {
  const { demand, operations } = size(brief);
  const out = operations.find(({ stated }) => stated)!;
  expect(out.mean.likely * out.responseBytes.likely).toBeCloseTo(bytes, -3);
  expect(demand.ingressBytes.likely).toBeLessThan(bytes / 100);
});

test.each([
  [
    'image requests are reads',
    'An image resizing service: 500 million image requests a month, originals of 2 MB, 40 million originals.',
    'deliver-media',
    true,
  ],
  [
    'prices that come every second are a stream',
    'A crypto price API: 2,000 coins, prices every second, 5,000 clients poll every 5 seconds.',
    'create-reading',
    true,
  ],
])('%s', (_, brief, operation, stated) => {
  expect(size(brief).operations.find(({ id }) => id === operation)?.stated).toBe(stated);
});

test('prices are appended', () => {
  expect(
    size('A crypto price API: 2,000 coins, prices every second, 5,000 clients poll every 5 seconds.').demand.appendMean.likely,
  ).toBeCloseTo(2_000, 6);
});

test.each([
  [
    'one record a second is each car’s, while it drives',
    'Car telematics: 200,000 cars, a trip of 25 minutes twice a day, one record per second while driving.',
    'create-record',
    (200_000 * 2 * 1_500) / DAY,
  ],
  [
    'a burst that is all that is said of it comes once a day',
    'Digital voting: 40,000 votes within 10 minutes.',
    'create-vote',
    40_000 / DAY,
  ],
])('%s', (_, brief, operation, rate) => {
  expect(size(brief).operations.find(({ id, stated }) => id === operation && stated)?.mean.likely).toBeCloseTo(rate, 6);
});

test('what is put on rarely does not set the pace of what is sold all day', () => {
  const { requestMean } = size('A cinema chain: 60 cinemas, 5 shows a day, 9 million tickets a year.').demand;
  expect(requestMean.likely).toBeGreaterThan(9e6 / (365 * DAY));
});

test('files of which only the bytes are known are files', () => {
  const { demand } = size('Satellite images: 1.5 TB of new scenes a day, kept 7 years, for 400 analysts.');
  expect(demand.blobBytes.likely).toBeGreaterThan(1e15);
  expect(demand.requestMean.likely).toBeLessThan(10);
});

test('stock that is synchronised by itself is no request of each article', () => {
  const { demand } = size(
    'Pharmacy stock: 900 pharmacies, each with 6,000 articles; stock levels sync every 15 minutes; 250,000 sales a day.',
  );
  expect(demand.requestMean.likely).toBeLessThan(100);
});

test('who is called once for each quote is not the pace of the tool', () => {
  const { demand } = size('A quoting tool for 90 brokers; each makes 30 quotes a day; each quote calls 12 insurers.');
  expect(demand.requestMean.likely).toBeLessThan(2);
});

test('a deed that carries a file is a file', () => {
  const { demand } = size('A job board: 400,000 listings, 30,000 applications a day with CVs of 500 KB.');
  expect(demand.blobBytes.likely).toBeGreaterThan(30_000 * 365 * 500_000);
});

test('what each of them holds is held, and what is done per user is done by each', () => {
  const { demand, operations } = size('A Dropbox-like file sync: 100,000 users, 10 GB each, 30 files changed a day per user.');
  expect(demand.blobBytes.likely).toBeCloseTo(100_000 * 10e9, -12);
  expect(operations.find(({ stated }) => stated)!.mean.likely).toBeCloseTo((100_000 * 30) / DAY, 6);
});

test('what stands behind another number is that number’s', () => {
  const { operations } = size('A file archive for 100,000 users: 30 uploads a day, 2 GB per user.');
  expect(operations.find(({ stated }) => stated)!.mean.likely).toBeCloseTo(30 / DAY, 9);
});

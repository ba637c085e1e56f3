import { FigureBook } from '@archwright/kernel';
import type { Requirement } from '@archwright/model';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import published from '../../../../fixtures/cases/published-cases.json' with { type: 'json' };
import { readQuantities } from '../quantity/index.ts';
import { attains, type PublishedNumber } from './attain.ts';
import { COMPRESSED_BRIEFS } from './compressed-briefs.ts';
import { EXERCISE_BRIEFS } from './exercise-briefs.ts';
import { deriveDemand } from './index.ts';
import { SPOKEN_BRIEFS } from './spoken-briefs.ts';
import { TERSE_BRIEFS } from './terse-briefs.ts';
import { type Expected, WORKED_BRIEFS } from './worked-briefs.ts';

function derive(brief: string, answers: readonly Requirement[] = []) {
  const book = new FigureBook();
  const { value, diagnostics } = deriveDemand(brief, readQuantities(brief).value, book, { answers });
  return { ...value, diagnostics, figures: book.all(), book };
}

const numbersOf = (expected: { readonly numbers: object }) => Object.entries(expected.numbers) as [string, PublishedNumber][];

describe('published cases', () => {
  /** The statute behind this case is the compliance catalogue's, not arithmetic. */
  const cases = published.filter(({ id }) => id !== 'ehr-hipaa');
  const runs = cases.map(({ id, brief, expected }) => ({ id, figures: derive(brief).figures, numbers: numbersOf(expected) }));

  test('at least 95 % of the published numbers are derived', () => {
    const all = runs.flatMap(({ id, figures, numbers }) =>
      numbers.map(([name, number]) => ({ name: `${id} ${name}`, ok: attains(figures, number) })),
    );
    const missed = all.filter(({ ok }) => !ok).map(({ name }) => name);
    expect(missed.length, missed.join(', ')).toBeLessThanOrEqual(all.length * 0.05);
  });

  test('figures of one case hardly meet the numbers of another', () => {
    const all = runs.flatMap((run, index) =>
      run.numbers.map(([, number]) => attains(runs[(index + 1) % runs.length]!.figures, number)),
    );
    expect(all.filter(Boolean).length / all.length).toBeLessThan(0.1);
  });
});

describe('briefs with numbers worked out by hand', () => {
  test.each([...WORKED_BRIEFS, ...COMPRESSED_BRIEFS, ...EXERCISE_BRIEFS, ...SPOKEN_BRIEFS, ...TERSE_BRIEFS])(
    '%s',
    (_, brief, expected) => {
      const { figures } = derive(brief);
      const missed = expected.filter(
        ([, value, unit, tolerancePct = 1]: Expected) => !attains(figures, { value, unit, tolerancePct }),
      );
      expect(missed).toEqual([]);
    },
  );
});

describe('requirements', () => {
  test('days that logs stay hot are no deadline, and who searches them is no team', () => {
    const { requirements } = derive('800 GB of logs a day, 30 days hot, searched by 200 engineers. 5 engineers.');
    expect(requirements.filter(({ key }) => key === 'timeline')).toEqual([]);
    expect(requirements.filter(({ key }) => key === 'team.size').map(({ quantity }) => quantity?.likely)).toEqual([5]);
  });
  test.each(['Members lose points after 30 days.', 'Bikes must be back within 3 days.', 'Backups are kept for 30 days.'])(
    '%s says nothing of recovery',
    (brief) => {
      expect(derive(brief).requirements.filter(({ key }) => key === 'rpo' || key === 'rto')).toEqual([]);
    },
  );
  test.each<[string, string, number, string]>([
    ['We are two developers.', 'team.size', 2, 'count'],
    ['A team of four builds it.', 'team.size', 4, 'count'],
    ['12 engineers, $60k a month, first region live in 6 months.', 'budget', 60_000, 'USD/month'],
    ['12 engineers, $60k a month, first region live in 6 months.', 'timeline', 15_768_000, 's'],
    ['Budget $2M a year.', 'budget', 2e6 / 12, 'USD/month'],
    ['Online exams for 50,000 students who all start at 9:00.', 'peak-factor', 288, 'ratio'],
    ['80,000 tickets on sale at noon, 500,000 people try.', 'peak-factor', 288, 'ratio'],
    ['Our budget is $500.', 'budget', 500, 'USD/month'],
    ['Bids of up to $10,000.', 'ratio.amount-bid', 10_000, 'USD'],
    ['Subscribers pay $10 a month.', 'ratio.amount-money', 10, 'USD'],
    ['A subscription costs $15 a month.', 'ratio.amount-money', 15, 'USD'],
    ['Hosting fees may come to $200 a month.', 'budget', 200, 'USD/month'],
    ['Payments for 300 shops, $400 a month.', 'budget', 400, 'USD/month'],
    ['We may spend $36,000 in total.', 'budget', 1_000, 'USD/month'],
    ['A one-off budget of $72k for hosting.', 'budget', 2_000, 'USD/month'],
    ['$60,000 for the first year.', 'budget', 5_000, 'USD/month'],
    ['It must be available 99.95 % of the time.', 'availability', 0.9995, 'ratio'],
    ['Four nines.', 'availability', 0.9999, 'ratio'],
    ['RPO 5 minutes, RTO 1 hour.', 'rpo', 300, 's'],
    ['RPO 5 minutes, RTO 1 hour.', 'rto', 3600, 's'],
    ['2,000 requests per second, source images of 300 KB.', 'size.image', 300_000, 'B'],
    ['4 million customers, 1.2 million log in daily.', 'users.daily.customer', 1_200_000, 'count'],
    ['4 million customers, of whom 300,000 sign in each day.', 'users.daily.customer', 300_000, 'count'],
    ['RPO 0, RTO 2 minutes.', 'rpo', 0, 's'],
    ['An RPO of zero.', 'rpo', 0, 's'],
    ['Recovery point objective of 5 minutes.', 'rpo', 300, 's'],
    ['Recovery time objective of 1 hour.', 'rto', 3_600, 's'],
    ['We may lose at most 5 minutes of data.', 'rpo', 300, 's'],
    ['Data loss of up to 10 minutes is fine.', 'rpo', 600, 's'],
    ['At most 15 minutes of data loss.', 'rpo', 900, 's'],
    ['If a server fails we must be running again in 10 minutes.', 'rto', 600, 's'],
    ['Answers within 100 ms.', 'latency.answer', 0.1, 's'],
    ['Traffic grows 20% a year.', 'growth', 0.2, 'ratio'],
    ['Traffic doubles every year.', 'growth', 1, 'ratio'],
    ['1M orders a day, peak 3x.', 'peak-factor', 3, 'ratio'],
    ['Keep everything 13 months.', 'retention', 34_164_000, 's'],
    ['50,000 concurrent users.', 'users.concurrent.user', 50_000, 'count'],
    ['DAU: 5M', 'users.daily.user', 5e6, 'count'],
    ['1M events a day with a read-heavy 100:1 ratio.', 'read-write-ratio', 100, 'ratio'],
  ])('%s → %s', (brief, id, likely, unit) => {
    const found = derive(brief).requirements.find((requirement) => requirement.id === id);
    expect(found?.quantity?.unit).toBe(unit);
    expect(found?.quantity?.likely).toBeCloseTo(likely, 6);
    expect(found?.at?.quote).toBeDefined();
  });
});

test('a peak below the average is reported with both places', () => {
  const { diagnostics } = derive('A service with 1M events/day and 5 rps at peak.');
  expect(diagnostics).toMatchObject([
    {
      code: 'brief/contradiction',
      message: '"1M events/day" is 11.6/s on average, and "5 rps" says 5/s at peak.',
      at: { quote: '5 rps' },
    },
  ]);
});

test('more daily than monthly users is reported', () => {
  expect(derive('5M daily users and 2M monthly users.').diagnostics.map(({ code }) => code)).toEqual(['brief/contradiction']);
});

describe('answers', () => {
  const answer = (key: Requirement['key'], likely: number, unit: string, subject?: string): Requirement => ({
    id: subject ? `${key}.${subject}` : key,
    key,
    quantity: { low: likely, likely, high: likely, unit },
    origin: 'answered',
    statement: 'answered',
    ...(subject !== undefined && { subject }),
  });

  test('an answered rate, size and retention are derived from like stated ones', () => {
    const { book, requirements, activities } = derive('I need a database for a high-write logging system.', [
      answer('volume', 20_000, '1/s', 'write-log'),
      answer('size', 500, 'B'),
      answer('retention', 30 * 86_400, 's'),
    ]);
    expect(activities).toMatchObject([{ id: 'write-log', kind: 'write', bytes: 'size.record' }]);
    expect(book.need('write-log.stored').likely).toBe(20_000 * 500 * 30 * 86_400);
    expect(new Set(requirements.map(({ id }) => id)).size).toBe(requirements.length);
  });

  test('an answer replaces what the brief says', () => {
    const { book, requirements } = derive('1M orders a day, peak 3x.', [answer('peak-factor', 6, 'ratio')]);
    expect(requirements.filter(({ key }) => key === 'peak-factor')).toMatchObject([{ origin: 'answered' }]);
    expect(book.need('create-order.peak-rate').likely).toBeCloseTo(6e6 / 86_400, 6);
  });
});

const PIECES = [
  '100 million users',
  'each',
  'send ten messages a day',
  'of 2 KB',
  '. ',
  ', ',
  'every 10 seconds',
  'half of them',
  'kept 5 years',
  'one in ten',
  'peak 5x',
  'with 3 replicas',
  '70% occupied',
  'average stay of 2 days',
  'in one hour',
  '12 devices per user',
  'a day',
  'per month',
  'grow 20% a year',
  '10 % overhead',
  'a fifth of the daily views',
  'views',
  'short links',
  '50 GB of logs an hour',
  'two years of inventory',
  '100:1 reads to writes',
  '$5k a month',
  '0 users',
  'zero bytes',
  'stay of 0 days',
  '100 % reserved disk',
  '0 % of the disk is kept free',
  '0:1 reads',
  'one post for every 0 views',
  '10 posts in 0 seconds',
  'zero-minute averages 3 days',
  'every 0 seconds',
  '99.9 %',
  'four busy hours',
  'most logins fall in',
  'users post',
  '-',
  '1e300',
];

describe('laws', () => {
  test('no text crashes it; ids are unique; peaks are not below means; places quote the brief', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 25 }), (pieces) => {
        const brief = pieces.join(' ');
        const { requirements, activities, book, diagnostics } = derive(brief);
        expect(new Set(requirements.map(({ id }) => id)).size).toBe(requirements.length);
        expect(new Set(activities.map(({ id }) => id)).size).toBe(activities.length);
        for (const { likely, id } of book.all()) expect(Number.isFinite(likely), id).toBe(true);
        for (const { at } of [...requirements, ...diagnostics])
          if (at?.start !== undefined) expect(at.quote).toBe(brief.slice(at.start, at.end));
        for (const { meanRate, peakRate, at } of activities) {
          const [mean, peak] = [book.need(meanRate!), book.need(peakRate!)];
          if (peak.origin === 'computed' && at)
            expect(peak.likely >= mean.likely * 0.999 || Number.isNaN(peak.likely)).toBe(true);
        }
      }),
      {
        numRuns: 400,
        // Found by an earlier run: a multiple with a window is no peak factor.
        examples: [[['send ten messages a day', '100 million users', '100 million users', 'peak 5x', 'per month']]],
      },
    );
  });

  test('the same brief gives the same figures', () => {
    for (const { brief } of published) expect(derive(brief).figures).toEqual(derive(brief).figures);
  });

  test('every quantity of a brief becomes a requirement', () => {
    for (const { brief } of published) {
      const places = new Set(derive(brief).requirements.map(({ at }) => at?.start));
      const missing = readQuantities(brief).value.filter(({ start }) => !places.has(start));
      expect(missing.map(({ quote }) => quote).filter((quote) => !quote.startsWith('one-minute'))).toEqual([]);
    }
  });
});

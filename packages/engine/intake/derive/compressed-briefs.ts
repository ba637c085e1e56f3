import type { WorkedBrief } from './worked-briefs.ts';

/** Briefs compressed into a sentence or two: shared objects, moved windows, elided verbs. */
export const COMPRESSED_BRIEFS: readonly WorkedBrief[] = [
  [
    'compressed-yt',
    'A video site: five million daily users watch five videos each a day and one user in ten uploads a video a day, 300 MB on average. Delivery costs $0.02 per GB.',
    [
      ['up', 500000, '1/day', 1],
      ['d', 150, 'TB', 1],
      ['c', 150000, 'USD', 1],
    ],
  ],
  [
    'compressed-mail',
    'Mail for a billion users: each sends ten and receives forty mails a day, 50 KB of metadata a mail; one in five carries a 500 KB attachment; kept a year.',
    [
      ['s', 115741, '1/s', 1],
      ['r', 462963, '1/s', 1],
    ],
  ],
  [
    'compressed-wallet',
    'Move money between wallets: a million transfers a second, each of two operations; a database node handles 1,000 operations a second.',
    [['t', 1000000, '1/s', 1]],
  ],
  [
    'compressed-ride',
    '20 million rides a day; a ride takes 15 minutes and the phone sends its position every four seconds during the ride.',
    [
      ['r', 231.5, '1/s', 1],
      ['live', 208333, 'count', 1],
      ['pos', 52083, '1/s', 1],
    ],
  ],
  [
    'compressed-map',
    'Navigation for a billion daily users, 35 minutes a week each; a phone reports its position every 15 seconds. Peak five times the average.',
    [['q', 231481, '1/s', 2]],
  ],
  [
    'compressed-photos',
    'Photo sharing: 500 million members, one million of them daily; two million new photos of 200 KB a day, kept ten years.',
    [
      ['w', 23.1, '1/s', 1],
      ['d', 400, 'GB', 1],
      ['t', 1460, 'TB', 1],
    ],
  ],
  [
    'compressed-tickets',
    'Cinema tickets: three billion page views and ten million sales a month; 500 cities with ten cinemas each, 2,000 seats a cinema, two shows a day, 100 bytes per seat booked; five years of history.',
    [
      ['v', 1157, '1/s', 1],
      ['s', 3.86, '1/s', 1],
      ['seats', 10000000, 'count', 1],
    ],
  ],
  [
    'compressed-feed',
    'A feed for ten million daily users: each opens it ten times a day and posts twice; a post is 1 KB and reaches 200 followers.',
    [
      ['r', 1157, '1/s', 1],
      ['p', 231.5, '1/s', 1],
    ],
  ],
  [
    'compressed-ads',
    'Ad clicks: a billion users see ads every day and each clicks one; 0.1 KB a click, peak five times the average, 30 percent growth a year.',
    [
      ['q', 11574, '1/s', 1],
      ['d', 100, 'GB', 1],
    ],
  ],
  [
    'compressed-metrics',
    '1,000 pools of 100 machines with about 100 metrics each; raw for seven days, one-minute for 30 days, hourly for a year; collected every ten seconds.',
    [
      ['m', 10000000, 'count', 1],
      ['r', 1000000, '1/s', 1],
    ],
  ],
  [
    'compressed-exchange',
    'Exchange for 100 symbols, a billion orders in a day of 6.5 hours, peak five times the mean.',
    [
      ['q', 42735, '1/s', 1],
      ['p', 213675, '1/s', 1],
    ],
  ],
  [
    'compressed-crawler',
    'Fetch a billion pages a month for a search index, 500 KB each, kept five years; peak twice the mean.',
    [
      ['q', 386, '1/s', 4],
      ['p', 772, '1/s', 4],
      ['m', 500, 'TB', 1],
      ['y', 30, 'PB', 2],
    ],
  ],
];

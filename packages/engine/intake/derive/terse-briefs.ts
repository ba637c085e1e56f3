import type { WorkedBrief } from './worked-briefs.ts';

/** Shorter and more irregular briefs: lists, labels, shares without nouns, opening hours. */
export const TERSE_BRIEFS: readonly WorkedBrief[] = [
  [
    'list',
    'Requirements:\n- 2M MAU, 300K DAU\n- 12 orders per user per month\n- peak 4x\n- average order 1.2 KB\n- keep 7 years',
    [
      ['w', 9.26, '1/s', 1],
      ['p', 37, '1/s', 1],
      ['d', 960, 'MB', 1],
      ['y', 2.45, 'TB', 1],
    ],
  ],
  [
    'feed',
    'News feed for 300 million monthly users; half of them use it daily. Each daily user refreshes the feed five times a day and one in ten posts once a day. A post has 1 KB of text; 20 % of posts have a 200 KB image.',
    [
      ['dau', 150000000, 'count', 1],
      ['r', 8681, '1/s', 1],
      ['p', 173.6, '1/s', 1],
      ['t', 15, 'GB', 1],
      ['i', 600, 'GB', 1],
    ],
  ],
  [
    'ride2',
    "A ride app has 20 million rides per day. A ride takes 15 minutes on average and the driver's phone sends its position every four seconds during the ride.",
    [
      ['r', 231.5, '1/s', 1],
      ['live', 208333, 'count', 1],
    ],
  ],
  [
    'pay2',
    'Payments: 40 million transactions a month, 800 bytes each, retained ten years. On the busiest day the load is ten times the average.',
    [
      ['t', 15.4, '1/s', 1],
      ['p', 154.3, '1/s', 1],
      ['m', 32, 'GB', 1],
      ['ten', 3.89, 'TB', 2],
    ],
  ],
  [
    'ticket2',
    'Concert tickets. 50,000 seats go on sale at once and 2 million fans try to buy within ten minutes.',
    [['f', 3333, '1/s', 1]],
  ],
  [
    'mail2',
    'Transactional e-mail provider: 30 million mails an hour at peak, 200 million a day, 75 KB each, delivery logs of 1 KB per mail kept 30 days.',
    [
      ['d', 2315, '1/s', 1],
      ['p', 8333, '1/s', 1],
    ],
  ],
  [
    'metrics2',
    'Monitor 5,000 hosts. Each host exposes 800 series scraped every 15 seconds; a sample takes 1.3 bytes; raw samples are kept for 15 days.',
    [
      ['r', 266667, '1/s', 1],
      ['b', 346.7, 'KB/s', 1],
      ['kept', 449, 'GB', 1],
    ],
  ],
  [
    'crawl2',
    'Crawl 10 billion pages a month, 100 KB a page, and keep one year. Each page has 50 links on average.',
    [
      ['p', 3858, '1/s', 4],
      ['m', 1, 'PB', 1],
      ['y', 12.2, 'PB', 2],
      ['l', 192901, '1/s', 4],
    ],
  ],
  [
    'chat2',
    'Team chat for 8 million daily users in 500,000 workspaces. Users send 30 messages a day on average, 250 bytes each. A third of the users are connected at peak.',
    [
      ['m', 2778, '1/s', 1],
      ['d', 60, 'GB', 1],
      ['c', 2667000, 'count', 1],
    ],
  ],
  [
    'ads2',
    'Ad server: 400,000 requests per second on average, each request reads 3 KB of profile and is answered within 50 ms. 1 % of impressions are clicked.',
    [['q', 400000, '1/s', 1]],
  ],
  [
    'map2',
    'Map tiles: 100 million users a day load 30 tiles each; a tile is 20 KB. 95 % of requests hit the cache.',
    [
      ['t', 34722, '1/s', 1],
      ['out', 694, 'MB/s', 1],
    ],
  ],
  [
    'exch2',
    'Brokerage with 4 million clients. 1.5 million orders in a six-and-a-half hour trading day; quotes arrive at 300,000 per second, 60 bytes each.',
    [
      ['q', 300000, '1/s', 1],
      ['b', 18, 'MB/s', 1],
    ],
  ],
  [
    'photo2',
    'Photo backup: 25 million subscribers upload 8 photos a day of 3.5 MB on average and never delete.',
    [
      ['u', 2315, '1/s', 1],
      ['d', 700, 'TB', 1],
      ['in', 8.1, 'GB/s', 1],
    ],
  ],
  [
    'gov',
    'Tax filings: 6 million returns arrive in two weeks, 60 % of them on the last day. A return is 120 KB and must be kept 10 years.',
    [
      ['avg', 4.96, '1/s', 1],
      ['tot', 720, 'GB', 1],
    ],
  ],
  [
    'sms',
    'One-time codes: 15 million logins a day, 40 % need a code by SMS; codes live five minutes.',
    [
      ['l', 173.6, '1/s', 1],
      ['c', 69.4, '1/s', 1],
    ],
  ],
  [
    'lib',
    'A library system for 40 branches with 25 staff each and 300,000 members who borrow two books a month.',
    [
      ['s', 1000, 'count', 1],
      ['b', 0.2315, '1/s', 1],
    ],
  ],
  ['quiz', 'Live quiz: 500,000 players answer ten questions in ten minutes.', [['a', 8333, '1/s', 1]]],
  [
    'cam',
    '2,000 cameras stream 4 Mbit/s each around the clock; footage is kept 30 days.',
    [
      ['in', 1, 'GB/s', 1],
      ['d', 86.4, 'TB', 1],
      ['k', 2.592, 'PB', 1],
    ],
  ],
  [
    'cdn',
    'A software vendor ships a 400 MB update to ten million machines within 24 hours.',
    [
      ['r', 115.7, '1/s', 1],
      ['out', 46.3, 'GB/s', 1],
    ],
  ],
  [
    'api',
    'Public API with 3,000 customers. Plans allow 100 requests per minute per customer. Each call writes a 300 byte audit record, kept 13 months.',
    [['max', 5000, '1/s', 1]],
  ],
  [
    'hospital',
    'Hospital chain: 60 hospitals with 400 beds each, 80% occupancy, average stay four days; 25 vital-sign readings per minute per occupied bed at 40 bytes.',
    [
      ['beds', 24000, 'count', 1],
      ['adm', 4800, '1/day', 1],
    ],
  ],
  [
    'survey',
    'Surveys: 10,000 surveys a month with 500 responses each of 2 KB.',
    [
      ['resp', 5000000, '1/month', 1],
      ['m', 10, 'GB', 1],
    ],
  ],
  [
    'backup',
    'We back up 800 virtual machines of 120 GB each every night; 3 % of the data changes per day; copies are kept 35 days.',
    [['t', 96, 'TB', 1]],
  ],
  [
    'pos',
    'A retailer has 1,200 stores with eight tills each. A till rings up 40 baskets an hour, a basket has 12 lines of 80 bytes. Stores open 12 hours a day.',
    [
      ['tills', 9600, 'count', 1],
      ['b', 106.7, '1/s', 1],
      ['l', 1280, '1/s', 1],
    ],
  ],
];

import type { WorkedBrief } from './worked-briefs.ts';

/** Estimates as people speak them in an exercise: assumptions in running text, restatements, pronouns. */
export const SPOKEN_BRIEFS: readonly WorkedBrief[] = [
  [
    'spoken-insta',
    'Design a photo feed. Assume 500M total users with 1M daily active users, 2M new photos every day (23 per second), average photo file size 200KB, and total space required for 10 years.',
    [
      ['w', 23.1, '1/s', 1],
      ['d', 400, 'GB', 1],
      ['t', 1.46, 'PB', 1],
    ],
  ],
  [
    'spoken-dropbox',
    'File hosting. 500M total users and 100M daily active users (DAU). On average each user connects from three different devices. On average if a user has 200 files/photos, we will have 100 billion total files. Average file size is 100KB. One million active connections per minute.',
    [
      ['f', 100000000000, 'count', 1],
      ['t', 10, 'PB', 1],
    ],
  ],
  [
    'spoken-tw',
    'A billion total users with 200 million daily active. 100 million new tweets every day and on average each user follows 200 people. A user favorites five tweets per day.',
    [
      ['w', 1157, '1/s', 1],
      ['fav', 1000000000, '1/day', 1],
    ],
  ],
  [
    'spoken-yt',
    'Assume 1.5 billion total users, 800 million of whom are daily active. On average a user views five videos per day. The upload:view ratio is 1:200.',
    [
      ['v', 46296, '1/s', 1],
      ['u', 231, '1/s', 1],
    ],
  ],
  [
    'spoken-ticket',
    '3 billion page views per month and sells 10 million tickets a month. 500 cities, ten cinemas per city on average, 2000 seats in each cinema and two shows every day. Each seat booking needs 50 bytes, and 50 bytes more for the movie.',
    [
      ['v', 1157, '1/s', 1],
      ['s', 3.86, '1/s', 1],
      ['c', 5000, 'count', 1],
      ['seats', 10000000, 'count', 1],
    ],
  ],
  [
    'spoken-bbyt',
    'Five million DAU. Users watch 5 videos per day. 10% of users upload 1 video per day. The average video size is 300 MB.',
    [
      ['w', 289, '1/s', 1],
      ['u', 500000, '1/day', 1],
      ['d', 150, 'TB', 1],
    ],
  ],
  [
    'spoken-bbdrive',
    '50 million signed-up users and 10 million DAU. Users get 10 GB free space. Users upload 2 files per day. The average file size is 500 KB. 1:1 read to write ratio.',
    [
      ['u', 231, '1/s', 1],
      ['p', 463, '1/s', 1],
    ],
  ],
  [
    'spoken-bbchat',
    'Chat with 50 million DAU, group limit 100 people, text under 100,000 characters, history stored forever. Each concurrent connection needs 10 KB of memory and one million users are online at once.',
    [['mem', 10, 'GB', 1]],
  ],
  [
    'spoken-bbshort',
    '100 million URLs are generated per day; reads to writes are 10:1; the service runs for ten years and an average URL is 100 bytes.',
    [
      ['w', 1157, '1/s', 1],
      ['r', 11574, '1/s', 1],
      ['n', 365000000000, 'count', 1],
      ['s', 36.5, 'TB', 1],
    ],
  ],
  [
    'spoken-bbcrawl',
    'Crawl 1 billion web pages per month. Peak is double the average. Average page size is 500 KB and pages are stored for 5 years.',
    [
      ['q', 386, '1/s', 4],
      ['p', 772, '1/s', 4],
      ['m', 500, 'TB', 1],
      ['y', 30, 'PB', 2],
    ],
  ],
  [
    'spoken-bbnear',
    '100 million DAU; 10% of them are online concurrently; they report their location every 30 seconds. Each user has 400 friends, of whom 10% are online and nearby.',
    [
      ['c', 10000000, 'count', 1],
      ['q', 333333, '1/s', 1],
    ],
  ],
  [
    'spoken-bbmetric',
    '100 million daily active users, 1,000 server pools, 100 machines per pool, 100 metrics per machine. One-year retention: raw for 7 days, 1-minute resolution for 30 days, 1-hour resolution for one year.',
    [['m', 10000000, 'count', 1]],
  ],
  [
    'spoken-bbad',
    'One billion ad clicks per day, two million ads in total; the number of clicks grows 30% year over year. Each click is 0.1 KB. Peak clicks are 5 times the average.',
    [
      ['q', 11574, '1/s', 1],
      ['p', 57870, '1/s', 1],
      ['d', 100, 'GB', 1],
      ['m', 3, 'TB', 1],
    ],
  ],
  [
    'spoken-bblb',
    '5 million DAU and 25 million MAU. A user plays 10 games per day. Peak load is 5 times the average. Each entry takes 26 bytes.',
    [
      ['g', 579, '1/s', 1],
      ['p', 2894, '1/s', 1],
      ['mem', 650, 'MB', 1],
    ],
  ],
  [
    'spoken-bbprox',
    '100 million DAU and 200 million businesses. Assume a user makes 5 search queries per day.',
    [['q', 5787, '1/s', 1]],
  ],
  [
    'spoken-bbex',
    '100 symbols, 1 billion orders per day, and the exchange is open 6.5 hours a day. Peak is 5x.',
    [
      ['q', 42735, '1/s', 1],
      ['p', 213675, '1/s', 1],
    ],
  ],
  [
    'spoken-mint',
    '10 million users; 30 million financial accounts; 5 billion transactions per month; 500 million read requests per month. 50 bytes per transaction. Three years.',
    [
      ['t', 1929, '1/s', 1],
      ['r', 193, '1/s', 1],
      ['m', 250, 'GB', 1],
    ],
  ],
  [
    'spoken-uber',
    '300M customers and 1M drivers, with 1M daily active customers and 500K daily active drivers, 1M daily rides; all active drivers notify their current location every three seconds.',
    [
      ['r', 11.57, '1/s', 1],
      ['l', 166667, '1/s', 1],
    ],
  ],
  [
    'spoken-yelp',
    '500M places and 100K queries per second with 20% growth in places and QPS each year. Each place needs 793 bytes; each review 1 KB.',
    [
      ['d', 396.5, 'GB', 1],
      ['q', 100000, '1/s', 1],
    ],
  ],
  [
    'spoken-wcrawl',
    'Crawl 15 billion pages in four weeks. Average page 100KB plus 500 bytes of metadata; never fill storage above 70%.',
    [
      ['q', 6200, '1/s', 1],
      ['t', 1.5, 'PB', 1],
    ],
  ],
  [
    'spoken-tws',
    '1.5 billion users with 800 million daily active users; 400 million status updates every day of 300 bytes each and 500 million searches every day.',
    [
      ['u', 4630, '1/s', 1],
      ['s', 5787, '1/s', 1],
      ['d', 120, 'GB', 1],
    ],
  ],
  [
    'spoken-ta',
    '5 billion searches every day; only 20% of these are unique. A query averages 3 words of 5 characters.',
    [['s', 57870, '1/s', 1]],
  ],
  ['spoken-dist-cache', 'Cache 30 TB on servers of 72 GB each; 10 million queries per second.', [['q', 10000000, '1/s', 1]]],
  [
    'spoken-gdocs',
    'Collaborative editor: 80 million daily users, 1.5 documents created per user a day of 100 KB; 30% of documents contain images of 800 KB, 2% a 3 MB video.',
    [
      ['c', 1389, '1/s', 1],
      ['t', 12, 'TB', 1],
      ['i', 28.8, 'TB', 1],
    ],
  ],
];

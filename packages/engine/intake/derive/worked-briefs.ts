/** A number a brief lets one derive: value in a unit of the published cases, tolerance in percent. */
export type Expected = readonly [name: string, value: number, unit: string, tolerancePct?: number];

export type WorkedBrief = readonly [id: string, brief: string, expected: readonly Expected[]];

/** Briefs of our own in domains the published cases do not cover, with numbers worked out by hand. */
export const WORKED_BRIEFS: readonly WorkedBrief[] = [
  [
    'photo-sharing',
    'A photo sharing app with 500 million registered users and one million daily active users. Two million new photos are uploaded every day, 200 KB on average. We keep photos for ten years. The feed is read 100 times for every upload.',
    [
      ['uploads', 23.15, '1/s'],
      ['perDay', 400, 'GB'],
      ['tenYears', 1460, 'TB'],
      ['records', 7.3e9, 'photos'],
    ],
  ],
  [
    'micro-blog',
    'Design a microblog: 200 million daily active users post 100 million tweets a day. Each tweet takes 280 bytes plus 30 bytes of metadata. One tweet in five has a photo of 200 KB and one in ten a video of 2 MB. On average a user views 140 tweets a day.',
    [
      ['writes', 1157.4, '1/s'],
      ['textPerDay', 31, 'GB'],
      ['photos', 2e7, 'photos/day'],
      ['photosPerDay', 4, 'TB'],
      ['videosPerDay', 20, 'TB'],
      ['views', 2.8e10, 'req/day'],
      ['viewRate', 324074, '1/s'],
    ],
  ],
  [
    'video',
    'A video platform. 800 million daily active users watch five videos a day each; the upload to view ratio is 1:200. A video is 300 MB.',
    [
      ['views', 46296, '1/s'],
      ['uploads', 231.5, '1/s'],
    ],
  ],
  [
    'video-upload-share',
    'Video sharing with 5 million daily active users who watch five videos per day. 10% of users upload one video a day, average size 300 MB.',
    [
      ['views', 289.35, '1/s'],
      ['uploads', 500000, 'videos/day'],
      ['perDay', 150, 'TB'],
    ],
  ],
  [
    'ride-hailing',
    'Ride hailing with 300 million customers and one million drivers. 500K daily active drivers report their location every three seconds, 64 bytes per update. There are one million rides a day and a ride lasts 20 minutes.',
    [
      ['updates', 166667, '1/s'],
      ['ingress', 10.667, 'MB/s'],
      ['rides', 11.57, '1/s'],
      ['inProgress', 13889, 'rides'],
    ],
  ],
  [
    'payments',
    'A payment back end that processes one million transactions per day with 10 transactions per second on average; every transaction record is 1 KB and must be kept for seven years. RPO 0, RTO 5 minutes, 99.99 % availability.',
    [
      ['tps', 11.57, '1/s'],
      ['perDay', 1, 'GB'],
      ['sevenYears', 2.555, 'TB'],
      ['records', 2.555e9, 'records'],
    ],
  ],
  [
    'ticketing',
    'Ticket booking: 3 billion page views a month and ten million tickets sold per month. 500 cities with ten cinemas each; 2,000 seats per cinema.',
    [
      ['views', 1157.4, '1/s'],
      ['sales', 3.858, '1/s'],
      ['cinemas', 5000, 'cinemas'],
      ['seats', 1e7, 'seats'],
      ['ratio', 300, 'ratio'],
    ],
  ],
  [
    'email',
    'An email service for a billion users. A user sends ten emails a day and receives forty emails a day. The metadata of an email is 50 KB. 20 percent of emails carry an attachment of 500 KB.',
    [
      ['sends', 115740.7, '1/s'],
      ['receives', 462963, '1/s'],
    ],
  ],
  [
    'metrics',
    'Infrastructure monitoring: 1,000 server pools of 100 machines each, 100 metrics per machine, collected every 10 seconds. Raw data is kept for 7 days, one-minute resolution for 30 days and one-hour resolution for 1 year.',
    [
      ['machines', 100000, 'machines'],
      ['series', 1e7, 'metrics'],
      ['samples', 1e6, '1/s'],
      ['rollups', 4.32e11, 'rows'],
    ],
  ],
  [
    'crawler',
    'Crawl one billion web pages every month; a page is 500 KB on average and is stored for five years. Peak is twice the average.',
    [
      ['pages', 385.8, '1/s', 4],
      ['peak', 771.6, '1/s', 4],
      ['perMonth', 500, 'TB'],
      ['fiveYears', 30, 'PB', 2],
    ],
  ],
  [
    'crawler-window',
    'We want to crawl 15 billion web pages within four weeks. A page holds 100 KB of HTML plus 500 bytes of metadata.',
    [
      ['pages', 6200, '1/s', 1],
      ['total', 1.5, 'PB', 1],
    ],
  ],
  [
    'ad-clicks',
    'Count ad clicks: one billion clicks a day on two million ads. A click event is 100 bytes; traffic peaks at 5x the average and grows 30% a year.',
    [
      ['clicks', 11574, '1/s'],
      ['peak', 57870, '1/s'],
      ['perDay', 100, 'GB'],
      ['perMonth', 3, 'TB'],
    ],
  ],
  [
    'exchange',
    'A stock exchange: 100 symbols, one billion orders per day during 6.5 trading hours. Peak load is five times the normal rate.',
    [
      ['orders', 42735, '1/s'],
      ['peak', 213675, '1/s'],
    ],
  ],
  [
    'drive',
    'File storage and sync like a drive: 50 million sign-ups and 10 million daily active users. Every user gets 10 GB of free space. Users upload two files per day, 500 KB each. Read to write ratio is 1:1.',
    [
      ['uploads', 231.5, '1/s'],
      ['peak', 463, '1/s'],
      ['perDay', 10, 'TB'],
    ],
  ],
  [
    'file-sync',
    'File hosting: 500 million users, 100 million daily active; each user connects from three devices and has 200 files of 100 KB on average.',
    [
      ['files', 1e11, 'files'],
      ['total', 10, 'PB'],
    ],
  ],
  [
    'nearby',
    'Nearby friends: 100 million daily users, 10% of them concurrent, each reporting a location every 30 seconds.',
    [
      ['concurrent', 1e7, 'users'],
      ['updates', 333333, '1/s'],
    ],
  ],
  [
    'proximity',
    'Search for businesses nearby: 100 million daily active users and 200 million businesses; a user makes 5 searches a day. A business takes 1 KB.',
    [
      ['searches', 5787, '1/s'],
      ['data', 200, 'GB'],
    ],
  ],
  [
    'personal-finance',
    'A budget app: 10 million users with three financial accounts each, 5 billion transactions per month and 500 million read requests per month, ten writes per read. A transaction is 50 bytes, kept three years.',
    [
      ['accounts', 3e7, 'accounts'],
      ['tps', 1929, '1/s'],
      ['reads', 192.9, '1/s'],
      ['perMonth', 250, 'GB'],
      ['threeYears', 9, 'TB', 2],
    ],
  ],
  [
    'social-graph',
    'Find how two people are connected: 100 million users, 50 friends per user on average, one billion friend searches per month.',
    [
      ['edges', 5e9, 'edges'],
      ['searches', 385.8, '1/s'],
    ],
  ],
  [
    'rate-limiter',
    'A rate limiter for one million users; each user has a counter of 20 bytes. 50K requests per second at peak.',
    [
      ['memory', 20, 'MB'],
      ['peak', 50000, '1/s'],
    ],
  ],
  [
    'food-delivery',
    'Food delivery in 30 cities: 200,000 orders a day, 70% of them in three hours in the evening; couriers (15,000 online) send a position every 4 seconds; a delivery takes 35 minutes.',
    [
      ['orders', 2.315, '1/s'],
      ['eveningRate', 12.96, '1/s'],
      ['positions', 3750, '1/s'],
    ],
  ],
  [
    'clinic',
    'Appointments for 120 clinics with 8 doctors each. A doctor sees 20 patients a day. Keep records ten years, 40 KB per appointment.',
    [['doctors', 960, 'doctors']],
  ],
  [
    'parking',
    'Car parks: 300 garages with 400 spaces each, 60% occupied on average; the average stay is two hours.',
    [
      ['spaces', 120000, 'spaces'],
      ['arrivals', 10, '1/s'],
    ],
  ],
  [
    'pubsub',
    'We publish 2,000 events per second of 1.5 kB; keep them for 7 days, replicated three times.',
    [
      ['ingress', 3, 'MB/s'],
      ['perDay', 259.2, 'GB'],
      ['week', 1.8144, 'TB'],
      ['disk', 5.4432, 'TB'],
    ],
  ],
  [
    'support-chat',
    'Support chat: 3,000 agents handle 90,000 conversations a day; a conversation has 25 messages of 300 bytes and lasts 15 minutes.',
    [
      ['conversations', 1.0417, '1/s'],
      ['messages', 26.04, '1/s'],
      ['open', 937.5, 'conversations'],
      ['bytesPerDay', 675, 'MB'],
    ],
  ],
  [
    'smart-meters',
    '2M smart meters each push a 250-byte measurement every 15 minutes, retained for 13 months with 20 % index overhead and two replicas.',
    [
      ['rate', 2222, '1/s'],
      ['ingress', 555.6, 'KB/s'],
      ['perDay', 48, 'GB'],
    ],
  ],
  [
    'qps-label',
    'API gateway. Peak: 20k rps. Average QPS: 4,000. Response body 2 KB. p99 < 200 ms. 99.95 % availability. Budget $8k a month, 5 engineers, launch in 3 months.',
    [
      ['peak', 20000, '1/s'],
      ['mean', 4000, '1/s'],
      ['egress', 8, 'MB/s'],
    ],
  ],
  [
    'learning',
    'E-learning for 2 million students. 5 % of students are online at once and each streams video at 2 Mbit/s.',
    [
      ['online', 100000, 'students'],
      ['egress', 25, 'GB/s'],
    ],
  ],
  [
    'shop',
    'Online shop: 3 million visits a day, 2 % of visits end in an order, an order has three items. Product catalogue of 500,000 products, 5 KB each.',
    [
      ['visits', 34.72, '1/s'],
      ['orders', 60000, 'orders/day'],
      ['items', 180000, 'items/day'],
      ['catalogue', 2.5, 'GB'],
    ],
  ],
  [
    'news-feed',
    'A news feed: 10 million daily active users; a user posts twice a week and opens the feed 10 times a day. Each user has 500 friends.',
    [
      ['posts', 33.07, '1/s'],
      ['opens', 1157.4, '1/s'],
      ['edges', 5e9, 'edges'],
    ],
  ],
];

import type { WorkedBrief } from './worked-briefs.ts';

/** Briefs of the kind system-design exercises give, in our words, with numbers worked out by hand. */
export const EXERCISE_BRIEFS: readonly WorkedBrief[] = [
  [
    'crawler-primer',
    'A search engine has one billion links to crawl, each refreshed once a week on average; a stored page is about 500 KB. People make 100 billion searches a month.',
    [
      ['writes', 1653, '1/s', 5],
      ['reads', 38580, '1/s', 4],
      ['month', 2.14, 'PB', 8],
    ],
  ],
  [
    'primer-twitter',
    'A timeline service: 100 million active users write 500 million posts a day, and each post reaches ten followers on average. There are 250 billion timeline reads and ten billion searches a month. A post is 10 KB with its media.',
    [
      ['posts', 5787, '1/s', 1],
      ['deliv', 57870, '1/s', 1],
      ['reads', 96450, '1/s', 1],
      ['search', 3858, '1/s', 1],
      ['month', 150, 'TB', 1],
    ],
  ],
  [
    'sales-rank',
    'Sales ranking by category: ten million products in 1,000 categories, a billion transactions a month, 100 billion reads a month; a transaction is 40 bytes and is kept three years.',
    [
      ['tps', 386, '1/s', 1],
      ['reads', 38580, '1/s', 1],
      ['month', 40, 'GB', 1],
      ['three', 1.44, 'TB', 2],
      ['ratio', 100, 'ratio', 1],
    ],
  ],
  [
    'query-cache',
    'Cache for a search engine with ten million users and ten billion queries per month. A query is 50 bytes, its title 20 bytes and its snippet 200 bytes.',
    [['qps', 3858, '1/s', 1]],
  ],
  [
    'instagram',
    'People share pictures: 500 million members, of whom a million are active each day. Every day brings two million new pictures of 200 KB; nothing is deleted for ten years.',
    [
      ['w', 23.1, '1/s', 1],
      ['day', 400, 'GB', 1],
      ['ten', 1.46, 'PB', 3],
    ],
  ],
  [
    'messenger',
    'Messenger for 500 million daily users who each send 40 messages a day of 100 bytes; history is stored for five years.',
    [
      ['d', 20000000000, 'msg/day', 1],
      ['s', 2, 'TB', 1],
      ['five', 3.65, 'PB', 2],
      ['in', 23.1, 'MB/s', 1],
    ],
  ],
  [
    'short-links',
    'Shorten links: 100 million new links per day, ten reads for each write, kept for ten years; a long link averages 100 bytes.',
    [
      ['w', 1157, '1/s', 1],
      ['r', 11574, '1/s', 1],
      ['n', 365000000000, 'links', 1],
      ['s', 36.5, 'TB', 1],
      ['ks', 3520000000000, 'keys', 1],
    ],
  ],
  [
    'streaming',
    'Video on demand. 800M daily viewers, each watching five clips a day. Creators upload one clip for every 200 views. 500 hours of video arrive every minute, one minute takes 50 MB.',
    [
      ['v', 46296, '1/s', 1],
      ['u', 231, '1/s', 1],
      ['in', 25, 'GB/s', 2],
    ],
  ],
  [
    'gdrive',
    'Cloud drive with 50 million registered users, 10 GB of free space each, ten million of them active per day. An active user uploads two files a day; a file is 500 KB; reads equal writes.',
    [
      ['space', 500, 'PB', 1],
      ['u', 231, '1/s', 1],
      ['p', 463, '1/s', 1],
    ],
  ],
  [
    'email-volume',
    'Mail for one billion people. Each sends ten mails a day. A mailbox receives 40 mails a day with 50 KB of metadata; one mail in five has an attachment of 500 KB; mails are kept one year.',
    [
      ['s', 115741, '1/s', 1],
      ['r', 462963, '1/s', 1],
      ['meta', 730, 'PB', 1],
      ['att', 1460, 'PB', 1],
    ],
  ],
  [
    'clicks',
    'Ad click aggregation. One billion daily users each click one ad a day; a click record takes 0.1 KB. The peak is five times the average; traffic grows 30 percent a year.',
    [
      ['m', 11574, '1/s', 1],
      ['p', 57870, '1/s', 1],
      ['d', 100, 'GB', 1],
      ['mo', 3, 'TB', 1],
    ],
  ],
  ['payment', 'A payment system handles a million transactions a day.', [['t', 11.57, '1/s', 1]]],
  ['wallet', 'Digital wallet: one million transfers a second; 99.99 percent reliability.', [['t', 1000000, '1/s', 1]]],
  [
    'exchange',
    'Stock exchange with 100 symbols and a billion orders a day, open 6.5 hours a day; the peak is five times the average.',
    [
      ['o', 42735, '1/s', 1],
      ['p', 213675, '1/s', 1],
    ],
  ],
  [
    'cinema',
    'Seats for films: 500 cities, each with ten cinemas of 2,000 seats, two shows a day.',
    [
      ['c', 5000, 'count', 1],
      ['s', 10000000, 'count', 1],
    ],
  ],
  [
    'yelp',
    'Places nearby: 500 million places, 100,000 queries per second, growing 20 percent a year. A place record is 793 bytes.',
    [
      ['q', 100000, '1/s', 1],
      ['d', 396.5, 'GB', 1],
    ],
  ],
  [
    'nearbyF',
    'Friends nearby: 100 million daily users, a tenth of them online at the same time; each sends its location every 30 seconds. A user has 400 friends.',
    [
      ['c', 10000000, 'count', 1],
      ['u', 333333, '1/s', 1],
    ],
  ],
  [
    'ratel',
    'API rate limiting for ten million users at 50,000 requests per second; each counter needs 16 bytes plus 4 bytes of window.',
    [['m', 200, 'MB', 1]],
  ],
  [
    'logs',
    'Two hundred servers write 5 GB of logs per day each; keep hot logs 14 days and archives one year.',
    [
      ['d', 1, 'TB', 1],
      ['hot', 14, 'TB', 1],
    ],
  ],
  [
    'sensor',
    'A factory has 12,000 sensors that report 20 bytes twice a second. Keep everything five years.',
    [
      ['r', 24000, '1/s', 1],
      ['b', 480, 'KB/s', 1],
      ['y', 75.7, 'TB', 1],
    ],
  ],
  [
    'auction',
    'Online auctions: 10 million live auctions, each gets 15 bids a day; ten viewers per auction at peak. A bid is 120 bytes.',
    [
      ['b', 1736, '1/s', 1],
      ['d', 18, 'GB', 1],
    ],
  ],
  [
    'callcentre',
    'A call centre takes 36,000 calls a day, most between 9 and 17; a call lasts four minutes. Recordings are 1 MB a minute, kept 90 days.',
    [
      ['c', 0.4167, '1/s', 1],
      ['on', 100, 'count', 1],
    ],
  ],
  [
    'game',
    'Online game, 200,000 concurrent players in matches of ten; each player sends 20 updates a second of 60 bytes.',
    [
      ['u', 4000000, '1/s', 1],
      ['b', 240, 'MB/s', 1],
    ],
  ],
  [
    'deposit',
    'Bank: 3 million customers check their balance twice a day and make 1.5 payments a week.',
    [
      ['b', 69.4, '1/s', 1],
      ['p', 7.44, '1/s', 1],
    ],
  ],
  [
    'newsletter',
    'We send a newsletter to 4 million subscribers every Monday within two hours; each mail is 80 KB.',
    [['r', 555.6, '1/s', 1]],
  ],
  [
    'iot2',
    '1.2 million thermostats each post a 300-byte reading once a minute; readings are retained for 3 years and replicated twice.',
    [
      ['r', 20000, '1/s', 1],
      ['b', 6, 'MB/s', 1],
      ['d', 518.4, 'GB', 1],
    ],
  ],
  [
    'typeahead2',
    'Autocomplete: five billion searches a day, 20 percent of them unique; 100 million terms are indexed, 30 bytes each; 2% new terms each day.',
    [
      ['s', 57870, '1/s', 1],
      ['idx', 3, 'GB', 1],
    ],
  ],
];

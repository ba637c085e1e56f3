import { assumption, interval } from '@archwright/kernel';
import { defineMechanism } from '../define.ts';

export default defineMechanism({
  id: 'hybrid-fan-out',
  name: 'Hybrid fan-out (push for most authors, pull for the largest)',
  problem: 'Writing each post to every follower’s timeline is cheap for {{averageAudience}} followers and ruinous for {{largestAudience}}: that one post takes {{largestFanOutTime}} of all fan-out capacity, and everyone else’s posts wait behind it.',
  when: { formula: 'users * largestShare - entryWriteRate * lagSeconds * postShare', reason: 'one post to the largest audience takes more than its share of what can be written within the delay users accept' },
  structure: 'follow(follower_id, author_id); timeline(user_id, post_id, author_id) as a capped list per user, newest first, in memory; author.pull flag set when followers exceed {{pullThreshold}}; a post list per pull author.',
  steps: [
    'A post is stored once and an event carries its id.',
    'Author below {{pullThreshold}} followers: workers write (post id) into the timeline of every follower active in the last {{activeWindow}}, in batches.',
    'Author above: nothing is written; the post is in the author’s own list.',
    'A read takes the user’s timeline and the newest posts of the pull authors followed, merges by time, cuts to a page.',
    'A timeline keeps {{timelineEntries}} entries; older pages are read from the author lists.',
    'A user who returns after {{activeWindow}} gets a timeline rebuilt by pull, once.',
  ],
  parameters: {
    averageFollowers: assumption('followers of an ordinary author', interval(50, 200, 500), 'count', 'social graphs differ by an order of magnitude; replace by the measured mean'),
    largestShare: assumption('share of users who follow the largest author', interval(0.01, 0.05, 0.2), 'ratio', 'heavy-tailed follower counts'),
    entryWriteRate: assumption('timeline entries written a second by the fan-out workers', interval(20_000, 50_000, 200_000), '1/s', 'pipelined list pushes to an in-memory store, a few nodes'),
    lagSeconds: assumption('delay until a follower sees a post', 5, 's', 'what feels immediate in a feed'),
    postShare: assumption('share of that capacity one post may take', 0.1, 'ratio', 'ten large posts at once still arrive in time'),
    entriesKept: assumption('entries kept in a timeline', 800, 'count', 'more than a session scrolls; deeper pages are rare'),
    entryBytes: assumption('bytes of an entry in memory', 24, 'B', 'post id, author id and list overhead'),
    activeSeconds: assumption('a user is active if seen within', 604_800, 's', 'writing timelines nobody opens is the largest waste'),
  },
  computed: [
    { id: 'averageAudience', label: 'ordinary audience', unit: 'count', formula: 'averageFollowers', meaning: 'writes per ordinary post' },
    { id: 'largestAudience', label: 'largest audience', unit: 'count', formula: 'users * largestShare', meaning: 'writes one post would need' },
    { id: 'largestFanOutTime', label: 'time to write the largest audience', unit: 's', formula: 'largestAudience / entryWriteRate', meaning: 'all workers busy with one post' },
    { id: 'pullThreshold', label: 'followers from which an author is pulled', unit: 'count', formula: 'entryWriteRate * lagSeconds * postShare', meaning: 'what one post may take of the capacity within the accepted delay' },
    { id: 'fanOutWrites', label: 'timeline entries written at peak', unit: '1/s', formula: 'recordWritePeak * averageFollowers', meaning: 'if every record write were a post: an upper bound' },
    { id: 'timelineEntries', label: 'entries kept', unit: 'count', formula: 'entriesKept', meaning: 'cap of the list' },
    { id: 'timelineMemory', label: 'memory of timelines', unit: 'B', formula: 'dailyUsers * entriesKept * entryBytes', meaning: 'timelines of active users only' },
    { id: 'activeWindow', label: 'activity window', unit: 's', formula: 'activeSeconds', meaning: 'inactive users get no writes' },
  ],
  tradeOff: 'Reads stay one list and a few merges, for {{timelineMemory}} of memory and at most {{fanOutWrites}}; two read paths must give the same order, which is where the bugs are.',
  rejected: { alternative: 'pull for everyone', because: 'each feed read would query every followed author: {{averageAudience}} look-ups where a timeline is one' },
  edgeCase: { case: 'an author crosses the threshold: posts before are in timelines, posts after are pulled, and posts made during the switch appear twice or never', cure: 'switch at a post id, stored with the flag: at or below it timelines are complete, above it readers pull; merging drops duplicate ids' },
  sources: [{ title: 'A. Silberstein and others, Feeding frenzy: selectively materializing users’ event feeds (SIGMOD 2010)', url: 'https://doi.org/10.1145/1807167.1807257', asOf: '2010-06', confidence: 'B' }, { title: 'M. Kleppmann, Designing Data-Intensive Applications', url: 'https://dataintensive.net/', asOf: '2017-03', confidence: 'B' }],
});

import { assumption, interval } from '@archwright/kernel';

/** What a network of caches near the users changes. */
export const edgeBaseline = {
  cachedShare: assumption('share of API bytes that a cache at the edge answers', interval(0, 0.15, 0.5), 'ratio', 'responses for one user are not shared; lists, configuration and public records are'),
  edgeAvailability: assumption('share of time the edge network serves', interval(0.9995, 0.9999, 0.99999), 'ratio', 'commitments say 99.9-100 %; what happened in the last years is a few hours in total'),
};
/** Bytes out to users in a month. */
export const monthlyEgress = { id: 'egress', label: 'bytes out to users', unit: 'B/month', formula: 'egressBytes * secondsPerMonth' } as const;
/** Requests in a month. */
export const monthlyRequests = { id: 'requests', label: 'requests', unit: '1/month', formula: 'requestMean * secondsPerMonth' } as const;

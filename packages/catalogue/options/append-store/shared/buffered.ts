import { assumption, interval } from '@archwright/kernel';

/** Appends are buffered and sent again, so an outage delays rows; only look-ups and reports feel it. */
export const noticedShare = assumption('share of the store’s outages that users notice', interval(0.1, 0.25, 0.5), 'ratio', 'appends are buffered and sent again; look-ups and reports wait');
export const bufferedAvailability = '1 - (1 - available) * noticedShare';
/** The same for a store that takes rows in every region it has a copy in. */
export const bufferedAvailabilityInEachRegion = '1 - pow(1 - available, regionCopies) * noticedShare';

import { assumption, fact, interval } from '@archwright/kernel';
import { numbersReference } from './work.ts';

/** Places fail and light takes time. */
export const networkBaseline = {
  zoneAvailability: assumption('share of time one zone is in service', interval(0.999, 0.9995, 0.9999), 'ratio', 'a power, cooling or network event of a few hours in a year or two; providers publish no figure a zone'),
  regionAvailability: assumption('share of time one region of several zones is in service', interval(0.9998, 0.9999, 0.99999), 'ratio', 'a regional event of some hours every few years, as the public post-mortems of the large providers show'),
  medianShare: assumption('median round trip ÷ farthest round trip', interval(0.1, 0.3, 0.6), 'ratio', 'most users live near the region that was chosen for them'),
  nearRoundTrip: fact('round trip to a region on the same continent', interval(0.02, 0.05, 0.08), 's', { ...numbersReference, note: 'coast to coast inside the US 60-80 ms, inside Europe 10-40 ms' }),
  edgeRoundTrip: assumption('round trip to the nearest edge location', interval(0.005, 0.02, 0.04), 's', 'edge networks stand in the same city or country as most users'),
  crossRegion: fact('traffic between regions', interval(0.01e-9, 0.02e-9, 0.05e-9), 'USD/B', { title: 'AWS cross-region transfer, infracost data_transfer_test @95ba4f49; other providers are alike', asOf: '2024-09-25', confidence: 'B' }),
};

import type { Source } from '@archwright/kernel';
import { pricePerGigabyteMonth, pricePerMillion } from '../define.ts';

const article: Source = { title: 'Airbyte, Google Firestore pricing (article undated; day it was read), US regions', url: 'https://airbyte.com/data-engineering-resources/google-firestore-pricing', asOf: '2026-11-22', confidence: 'C' };
const old: Source = { title: 'ccckmit/misavo wiki, worked Firebase example of 2018, nam5', asOf: '2018-05-23', confidence: 'D', note: 'old: re-check before quoting' };

/** Firestore native mode. */
export const gcpFirestore = {
  read: pricePerMillion('Firestore document read', 0.3, article),
  write: pricePerMillion('Firestore document write', 0.9, article),
  storage: pricePerGigabyteMonth('Firestore stored data', 0.18, old),
};

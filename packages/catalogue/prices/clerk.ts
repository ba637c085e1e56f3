import { fact } from '@archwright/kernel';
import { pricePerMonth } from '../define.ts';
import { planHarvest } from './price-sources.ts';

const plans = planHarvest('clerk-com', 'clerk.com/pricing', '2026-09-20');

/** Clerk: monthly retained users of one application. */
export const clerkPrices = {
  plan: pricePerMonth('Clerk Pro plan', 25, plans),
  usersIncluded: fact('retained users included', 50_000, 'count', plans),
  userTo100k: pricePerMonth('Clerk retained user, 50,001-100,000', 0.02, plans),
  userAbove100k: pricePerMonth('Clerk retained user, above 100,000', 0.018, plans),
};

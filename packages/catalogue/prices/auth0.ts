import { fact } from '@archwright/kernel';
import { pricePerMonth } from '../define.ts';
import { planHarvest } from './price-sources.ts';

const plans = planHarvest('auth0', 'auth0.com/pricing', '2026-09-20');

/** Auth0, B2C plans. */
export const auth0Prices = {
  usersFree: fact('monthly active users free of charge', 25_000, 'count', plans),
  userEssentials: pricePerMonth('Auth0 Essentials B2C, a user (35 USD for 500)', 35 / 500, { ...plans, note: 'larger packs are not published in the harvest; taken as proportional' }),
};

export { claimText, type Grounded, type Quotable, type RequirementClaim } from './claim.ts';
export { type ClaimContext, groundClaim } from './ground-claim.ts';
export { locateQuote } from './locate-quote.ts';
export { valuesOf } from './support.ts';

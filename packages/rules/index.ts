export { reviewArchitecture, RULES } from './review.ts';
export { defineRule, type Detected, type Facts, type Rule } from './rule.ts';

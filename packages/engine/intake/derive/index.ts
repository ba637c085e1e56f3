export { deriveDemand, type DerivedDemand } from './derive-demand.ts';

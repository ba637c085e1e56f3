export { type CheckedProse, checkProse } from './check-prose.ts';
export { faultText, type ProseFault } from './prose-fault.ts';
export { type Speech, speechOf } from './speech.ts';

export * from './reading.ts';
export * from './requirement.ts';

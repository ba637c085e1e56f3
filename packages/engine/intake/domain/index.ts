export { matchDomains } from './match-domains.ts';
export { type DomainSignature, signatureOf } from './signature.ts';
export { speaksOf } from './speaks-of.ts';

import { lookUp } from '@archwright/kernel';
/** Verbs of business briefs whose noun is not the verb itself with `-ing`. */
const NOUNS: Readonly<Record<string, string>> = {
  accept: 'acceptance',
  activate: 'activation',
  allocate: 'allocation',
  approve: 'approval',
  archive: 'archiving',
  assign: 'assignment',
  authorise: 'authorisation',
  authorize: 'authorization',
  bid: 'bid',
  book: 'booking',
  borrow: 'loan',
  cancel: 'cancellation',
  charge: 'charge',
  claim: 'claim',
  close: 'closure',
  collect: 'collection',
  complete: 'completion',
  confirm: 'confirmation',
  deliver: 'delivery',
  dispatch: 'dispatch',
  donate: 'donation',
  evaluate: 'evaluation',
  export: 'export',
  inspect: 'inspection',
  invite: 'invitation',
  issue: 'issue',
  lend: 'loan',
  notify: 'notification',
  order: 'order',
  pay: 'payment',
  pick: 'pick',
  publish: 'publication',
  redeem: 'redemption',
  refund: 'refund',
  reject: 'rejection',
  release: 'release',
  renew: 'renewal',
  rent: 'rental',
  report: 'report',
  request: 'request',
  reserve: 'reservation',
  return: 'return',
  review: 'review',
  schedule: 'schedule',
  settle: 'settlement',
  ship: 'shipment',
  sign: 'signature',
  start: 'start',
  stop: 'stop',
  submit: 'submission',
  transfer: 'transfer',
  validate: 'validation',
  verify: 'verification',
  withdraw: 'withdrawal',
};

/** The noun for an action's place below its resource, so that no path holds a verb: `settle` → `settlement`, `land` → `landing`. */
export function actionNoun(verb: string): string {
  const [head = '', ...rest] = verb.split('-');
  const noun = lookUp(NOUNS, head) ?? gerund(head);
  return [noun, ...rest].join('-');
}

function gerund(verb: string): string {
  if (verb.endsWith('ing')) return verb;
  if (verb.endsWith('ie')) return `${verb.slice(0, -2)}ying`;
  if (/[^eoy]e$/.test(verb)) return `${verb.slice(0, -1)}ing`;
  return /^[^aeiou]*[aeiou][bdgmnprt]$/.test(verb) ? `${verb}${verb.at(-1)}ing` : `${verb}ing`;
}

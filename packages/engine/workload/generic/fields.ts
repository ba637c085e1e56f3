import { slug } from '@archwright/kernel';
import type { ArchetypeField } from '@archwright/model';

/** What the brief does to what. */
interface Deed {
  readonly object: string;
  readonly verb: string;
}

/** States that a verb of the brief leads to; a verb not listed changes something, but names no state. */
const STATE_AFTER: Readonly<Record<string, string>> = {
  apply: 'requested',
  request: 'requested',
  ask: 'requested',
  propose: 'proposed',
  submit: 'submitted',
  check: 'checked',
  review: 'reviewed',
  inspect: 'inspected',
  assess: 'assessed',
  grade: 'graded',
  approve: 'approved',
  accept: 'accepted',
  grant: 'granted',
  admit: 'admitted',
  refuse: 'refused',
  reject: 'rejected',
  decline: 'declined',
  issue: 'issued',
  sign: 'signed',
  publish: 'published',
  assign: 'assigned',
  plan: 'planned',
  schedule: 'planned',
  lend: 'lent',
  borrow: 'lent',
  rent: 'rented',
  fetch: 'fetched',
  return: 'returned',
  repair: 'repaired',
  fix: 'repaired',
  deliver: 'delivered',
  send: 'sent',
  ship: 'shipped',
  receive: 'received',
  pay: 'paid',
  settle: 'settled',
  bill: 'billed',
  cancel: 'cancelled',
  close: 'closed',
  finish: 'finished',
  complete: 'completed',
  withdraw: 'withdrawn',
  register: 'registered',
  expire: 'expired',
  lapse: 'expired',
  weigh: 'weighed',
  print: 'printed',
  document: 'documented',
  invoice: 'billed',
  calculate: 'calculated',
  charge: 'charged',
  'pick up': 'collected',
  collect: 'collected',
  confirm: 'confirmed',
  claim: 'claimed',
  correct: 'corrected',
  translate: 'translated',
  analyse: 'analysed',
  release: 'released',
  mark: 'done',
  start: 'started',
  stop: 'stopped',
  match: 'matched',
  load: 'loaded',
  treat: 'treated',
  dispose: 'disposed',
  block: 'blocked',
  file: 'submitted',
  lodge: 'submitted',
};

/** States of an object in the order in which the brief speaks of them, between the first and the last that every row has. */
export function statesOf(object: string, spoken: readonly Deed[]): readonly string[] {
  const verbs = spoken
    .filter((clause) => clause.object === object)
    .map(({ verb }) => (Object.hasOwn(STATE_AFTER, verb) ? STATE_AFTER[verb] : undefined));
  return [...new Set(['active', ...verbs.flatMap((state) => state ?? []), 'archived'])];
}

const MONEY =
  /^(?:quote|bill|invoice|fee|deposit|payment|purchase|fare|tariff|salary|wage|budget|contract|claim|offer|fine|grant|stipend|donation|order|sale|price|premium|refund)$/;
const MEASURED =
  /^(?:honey|harvest|load|delivery|landing|sample|batch|grain|milk|yield|stock|catch|treatment|weighing|measurement|dose|consumption|unit)$/;
const HAPPENS =
  /^(?:inspection|visit|treatment|mission|drill|exam|flight|landing|test|tournament|rehearsal|concert|survey|repair|meeting|interview|bout|visit|shift|lesson|class|match|performance|rehearsal|weighing|measurement|session)$/;
/** Verbs of things that come back, lapse or are promised for a day. */
const DUE_VERBS = /^(?:lend|borrow|rent|return|issue|grant|promise|assign)$/;

/** Columns that an object of this kind is asked for: an amount, a measured quantity, the day it happens, the day it is due. */
export function fieldsOf(object: string, spoken: readonly Deed[]): readonly ArchetypeField[] {
  const head = slug(object).split('-').at(-1)!;
  const isDue = spoken.some((clause) => clause.object === object && DUE_VERBS.test(clause.verb));
  return [
    ...(MONEY.test(head)
      ? [
          { name: 'amount_minor', type: 'bigint', nullable: true },
          { name: 'currency', type: 'text', nullable: true },
        ]
      : []),
    ...(MEASURED.test(head)
      ? [
          { name: 'quantity', type: 'numeric(20,4)', nullable: true },
          { name: 'unit', type: 'text', nullable: true },
        ]
      : []),
    ...(HAPPENS.test(head) ? [{ name: 'occurs_at', type: 'timestamptz', nullable: true }] : []),
    ...(isDue ? [{ name: 'due_at', type: 'timestamptz', nullable: true }] : []),
  ];
}

/** The plainer name of the same thing, where the brief uses both: `map` for `historical map`. */
export const plainName = (object: string, spoken: readonly Deed[]): string =>
  spoken.find((one) => one.object !== object && object.endsWith(` ${one.object}`))?.object ?? object;

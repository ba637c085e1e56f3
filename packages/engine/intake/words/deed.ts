/** What is left on record when somebody does something: a row of its own, since one thing is done to many times over. */
export interface Deed {
  /** Name of the record: `vote`, `loan`. */
  readonly noun: string;
  /** One of each actor on each thing: nobody votes twice. */
  readonly once?: boolean;
  /** Comes back or lapses: it has a day on which it is due, and the thing is not free meanwhile. */
  readonly due?: boolean;
}

const ONCE =
  'vote:vote rate:rating score:score judge:score enrol:enrolment enroll:enrolment subscribe:subscription sign:signature apply:application';
const DUE = 'lend:loan borrow:loan rent:rental hire:rental reserve:reservation book:booking';
const MANY =
  'bid:bid pledge:pledge donate:donation order:order buy:purchase purchase:purchase sell:sale pay:payment comment:comment register:registration invoice:invoice bill:invoice ' +
  'weigh:weighing inspect:inspection measure:measurement treat:treatment answer:answer reply:reply complain:complaint visit:visit';

const entries = (text: string, kind: Omit<Deed, 'noun'>): readonly (readonly [string, Deed])[] =>
  text.split(' ').map((pair) => {
    const [verb, noun] = pair.split(':') as [string, string];
    return [verb, { noun, ...kind }] as const;
  });

const DEEDS: ReadonlyMap<string, Deed> = new Map([
  ...entries(ONCE, { once: true }),
  ...entries(DUE, { due: true }),
  ...entries(MANY, {}),
]);

/** The record that doing this leaves, or undefined where the thing itself only changes. @param verb - base form, a particle may follow */
export const deedOf = (verb: string): Deed | undefined => DEEDS.get(verb.split(' ')[0] ?? '');

const BY_NOUN: ReadonlyMap<string, Deed> = new Map([...DEEDS.values()].map((deed) => [deed.noun, deed]));

/** The deed of which this noun is the record: `loan`, `donation`. */
export const deedNamed = (noun: string): Deed | undefined => BY_NOUN.get(noun);

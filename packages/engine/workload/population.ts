import { type Figure, interval, slug } from '@archwright/kernel';
import type { Reading, Requirement, RequirementKey } from '@archwright/model';
import { isMachineNoun, isPersonNoun, placeKind } from '../intake/words/index.ts';
import type { Shorthand } from './shorthand.ts';

/** The figure of the first requirement with this key that carries one. */
export const statedFigure = (reading: Reading, key: RequirementKey, make: Shorthand): Figure | undefined => {
  const found = reading.requirements.find((one) => one.key === key && one.figure);
  return found?.figure ? make.book.need(found.figure) : undefined;
};

export interface Population {
  readonly users: Figure;
  readonly daily: Figure;
  /** The brief gives a number of people or devices. */
  readonly stated: boolean;
  /** Those counted are devices, and no people are. */
  readonly machines: boolean;
  /** What nothing is stated of follows these people, and not the stated rates: a rate is more than theirs. */
  readonly leads: boolean;
}

const largestFigure = (requirements: readonly Requirement[], keys: readonly string[], make: Shorthand): Figure | undefined =>
  requirements
    .filter(({ key, figure }) => keys.includes(key) && figure)
    .map(({ figure }) => make.book.need(figure!))
    // "We have 0 users today" gives no scale to design for.
    .filter(({ likely }) => likely > 0)
    .sort((a, b) => b.likely - a.likely)[0];

const FEWEST_USERS = 10;

/** Who has more users a day than this says so: a rate beyond it is made by programs. */
const MOST_IMPLIED = 2_000_000;

/** Things that stand for the person who carries them. */
const CARRIED: ReadonlySet<string> = new Set(['phone', 'handset', 'tablet', 'browser', 'household', 'account']);

/** Those who use the system at one place, where the brief counts only places. */
const PER_PLACE = {
  workplace: { people: interval(5, 15, 60), reason: 'own estimate: staff of a small or middle-sized workplace who use it' },
  public: { people: interval(100, 400, 2_000), reason: 'own estimate: visitors, members or pupils of one place who use it' },
} as const;

/** "100,000 tenants of ten active users each": what is counted once for each of what is counted. */
function peopleOfEach({ requirements }: Reading, make: Shorthand): Figure | undefined {
  const counted = requirements.flatMap(({ key, subject = '', figure }): Figure[] => {
    const [, inside, outside] = /^(.{1,60})-per-(.{1,60})$/.exec(key === 'ratio' ? slug(subject) : '') ?? [];
    if (!figure || inside === undefined || !isPersonNoun(inside.split('-').at(-1)!)) return [];
    const wholes = requirements.flatMap((one) =>
      one.key === 'population' && one.figure && slug(one.subject ?? '') === outside ? [make.book.need(one.figure)] : [],
    );
    if (wholes.length === 0) return [];
    const name = outside!.replaceAll('-', ' ');
    const whole = make.sum(`workload.all-of-${outside}`, `every ${name}`, 'count', wholes, 'none is counted');
    return [
      make.compute(`workload.users-of-${outside}`, `people of every ${name} who use it`, 'count', 'wholes * each', {
        wholes: whole,
        each: make.book.need(figure),
      }),
    ];
  });
  return counted.sort((a, b) => b.likely - a.likely)[0];
}

/** How many there are of what is counted, by its noun; where a brief counts the same thing twice, the larger number. */
function countsOf({ requirements }: Reading, make: Shorthand): ReadonlyMap<string, Figure> {
  const counts = new Map<string, Figure>();
  for (const { key, subject = '', figure } of requirements) {
    if (key !== 'population' || !figure) continue;
    const [noun, count] = [slug(subject), make.book.need(figure)];
    // "Several architects", "two groups": how people speak of a case, not how many use it.
    if (count.likely >= FEWEST_USERS && count.likely > (counts.get(noun)?.likely ?? 0)) counts.set(noun, count);
  }
  return counts;
}

/** Numbers of people and machines are users themselves; numbers of places become users; numbers of things say nothing about them. */
function countedUsers(reading: Reading, make: Shorthand, impliedDaily: Figure | undefined): Figure | undefined {
  const acting = new Set(reading.actors.map(({ name }) => slug(name)));
  const each = peopleOfEach(reading, make);
  if (each) return each;
  const found = [...countsOf(reading, make)].flatMap(([noun, count]): Figure[] => {
    const head = noun.split('-').at(-1)!;
    const place = placeKind(head);
    // A stated rate says more about the people behind it than the number of places does.
    if (place && impliedDaily) return [];
    if (!place) return isPersonNoun(head) || isMachineNoun(head) || CARRIED.has(head) || acting.has(noun) ? [count] : [];
    const { people, reason } = PER_PLACE[place];
    const each = make.assumed(`assumed.users-per-${head}`, `users of one ${head}`, people, 'count', reason);
    return [
      make.compute(
        `workload.users-of-${noun}`,
        `people of every ${noun.replaceAll('-', ' ')} who use it`,
        'count',
        'places * each',
        { places: count, each },
      ),
    ];
  });
  return found.sort((a, b) => b.likely - a.likely)[0];
}

/** Every number of users is one of machines, and no actor is a person. */
function onlyMachines({ requirements, actors }: Reading): boolean {
  const counted = requirements.filter(
    ({ key, subject, figure }) => figure && subject && /^(?:users(?:\..+)?|population)$/.test(key),
  );
  const heads = counted.map(({ subject = '' }) => slug(subject).split('-').at(-1)!);
  return (
    heads.some(isMachineNoun) &&
    !heads.some((head) => isPersonNoun(head) || placeKind(head) !== undefined) &&
    !actors.some(({ name }) => isPersonNoun(slug(name).split('-').at(-1)!))
  );
}

/**
 * How many people (or devices) there are and how many are active a day. Where the brief gives neither, a scale is assumed
 * and listed as an assumption.
 *
 * @param isOwnMix - the mix of requests behind `impliedDaily` is ours and no known domain's
 */
export function sizePopulation(
  reading: Reading,
  make: Shorthand,
  impliedDaily: Figure | undefined,
  isOwnMix: boolean,
): Population {
  const named = largestFigure(reading.requirements, ['users', 'users.monthly'], make);
  // "Graded by two reviewers": a handful beside a rate are part of the story, not its users.
  const users = named && (named.likely >= FEWEST_USERS || !impliedDaily) ? named : undefined;
  const daily =
    largestFigure(reading.requirements, ['users.daily'], make) ?? (users ? undefined : countedUsers(reading, make, impliedDaily));
  if (daily) return { users: users ?? daily, daily, stated: true, leads: true, machines: onlyMachines(reading) };
  if (users) {
    const share = make.assumed(
      'assumed.daily-share',
      'share of users active on a day',
      interval(0.05, 0.2, 0.5),
      'ratio',
      'no active-user number in the brief; consumer services lie between 5 % and 50 %',
    );
    return {
      users,
      daily: make.compute('workload.daily-users', 'users active a day', 'count', 'users * share', { users, share }),
      stated: true,
      leads: true,
      machines: onlyMachines(reading),
    };
  }
  const concurrent = largestFigure(reading.requirements, ['users.concurrent'], make);
  if (concurrent) return fromConcurrent(concurrent, make);
  const isOfPrograms = isOwnMix && impliedDaily !== undefined && impliedDaily.likely > MOST_IMPLIED;
  if (impliedDaily && !isOfPrograms)
    return { users: impliedDaily, daily: impliedDaily, stated: false, leads: false, machines: false };
  const assumed = make.assumed(
    'assumed.users',
    'users',
    interval(1_000, 10_000, 100_000),
    'count',
    'the brief gives no scale: ten thousand users is a first product that works; a tenth and ten times are designed beside it',
  );
  const share = make.assumed(
    'assumed.daily-share',
    'share of users active on a day',
    interval(0.05, 0.2, 0.5),
    'ratio',
    'no active-user number in the brief; consumer services lie between 5 % and 50 %',
  );
  return {
    users: assumed,
    daily: make.compute('workload.daily-users', 'users active a day', 'count', 'users * share', { users: assumed, share }),
    stated: false,
    leads: isOfPrograms,
    machines: false,
  };
}

/** Those who are on at one moment are a share of those who come on a day. */
function fromConcurrent(concurrent: Figure, make: Shorthand): Population {
  const online = make.assumed(
    'assumed.online-share',
    'share of daily users connected at the peak',
    interval(0.03, 0.1, 0.3),
    'ratio',
    'no daily number in the brief; sessions of an hour or two in a waking day give about a tenth',
  );
  const daily = make.compute('workload.daily-users', 'users active a day', 'count', 'concurrent / online', {
    concurrent,
    online,
  });
  return { users: daily, daily, stated: true, leads: true, machines: false };
}

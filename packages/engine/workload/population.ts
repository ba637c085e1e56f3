import { type Figure, interval } from '@archwright/kernel';
import type { Reading, Requirement, RequirementKey } from '@archwright/model';
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
}

const largestFigure = (requirements: readonly Requirement[], keys: readonly string[], make: Shorthand): Figure | undefined =>
  requirements
    .filter(({ key, figure }) => keys.includes(key) && figure)
    .map(({ figure }) => make.book.need(figure!))
    .sort((a, b) => b.likely - a.likely)[0];

/**
 * How many people (or devices) there are and how many are active a day. Where the brief gives neither, a scale is assumed
 * and listed as an assumption.
 */
export function sizePopulation(reading: Reading, make: Shorthand, impliedDaily: Figure | undefined): Population {
  const users = largestFigure(reading.requirements, ['users', 'users.monthly'], make);
  const daily =
    largestFigure(reading.requirements, ['users.daily'], make) ??
    (users ? undefined : largestFigure(reading.requirements, ['population'], make));
  if (daily) return { users: users ?? daily, daily, stated: true };
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
    };
  }
  if (impliedDaily) return { users: impliedDaily, daily: impliedDaily, stated: false };
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
  };
}

import { assumption, interval } from '@archwright/kernel';

/** People who sign in. */
export const userBaseline = {
  monthlyPerDaily: assumption('monthly active ÷ daily active users', interval(2, 3.5, 8), 'ratio', 'a third of a month’s users come on a given day in products of daily use, far fewer in others'),
};
/** Monthly active users, never more than there are. */
export const monthlyUsers = { id: 'monthlyUsers', label: 'monthly active users', unit: 'count', formula: 'min(max(users, dailyUsers), dailyUsers * monthlyPerDaily)' } as const;

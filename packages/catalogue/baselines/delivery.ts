import { assumption, fact, interval, type Source } from '@archwright/kernel';

const actions: Source = { title: 'GitHub Docs, GitHub Actions billing: 2,000 minutes a month on GitHub Free', url: 'https://docs.github.com/en/billing/managing-billing-for-your-products/about-billing-for-github-actions', asOf: '2026-01-01', confidence: 'B' };

/** How often code is built, and what a minute of a hosted runner costs. */
export const deliveryBaseline = {
  minutesPerRun: assumption('minutes of one pipeline run', interval(4, 8, 20), 'count', 'tests, image, scan, deployment'),
  runsPerEngineer: assumption('pipeline runs an engineer starts a month', interval(30, 60, 150), '1/month', 'two or three pushes a working day'),
  minutesIncluded: fact('runner minutes included', 2_000, '1/month', actions),
  minute: assumption('one minute of a hosted Linux runner', interval(0.0048, 0.006, 0.008), 'USD', '0.008 before 2026, lowered in January 2026; secondary sources differ'),
};

/** Runner minutes a month. */
export const runnerMinutes = { id: 'minutes', label: 'runner minutes', unit: '1/month', formula: 'engineers * runsPerEngineer * minutesPerRun' } as const;

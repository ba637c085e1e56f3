import type { Figure } from '@archwright/kernel';
import type { Shorthand } from './shorthand.ts';
import type { Context } from './workload.ts';

/** What an external provider charges a month for the calls of the workload. */
export interface ProviderFee {
  readonly context: string;
  readonly external: string;
  readonly name: string;
  readonly monthly: Figure;
}

/** Fees of every external service whose price is known: they are part of the bill whatever is chosen. */
export function providerFees(contexts: readonly Context[], make: Shorthand): readonly ProviderFee[] {
  const perMonth = make.book.need('constant.month');
  return contexts.flatMap(({ id: context, archetype }) =>
    archetype.externals.flatMap((external): ProviderFee[] => {
      const jobs = make.book.get(`jobs.${context}.mean`);
      if (!external.unitPrice || external.unitPrice.unit !== 'USD' || external.share === undefined || !jobs) return [];
      const share = make.assumed(
        `external.${context}.${external.id}.share`,
        `share of jobs that go to ${external.name}`,
        external.share,
        'ratio',
        `usual mix in the domain “${archetype.name}”`,
      );
      const price = make.fact(`external.${context}.${external.id}.price`, external.unitPrice);
      const monthly = make.compute(
        `external.${context}.${external.id}.fees`,
        `${external.name}: fees`,
        'USD/month',
        'jobs * share * price * perMonth',
        { jobs, share, price, perMonth },
      );
      return monthly.likely > 0 ? [{ context, external: external.id, name: external.name, monthly }] : [];
    }),
  );
}

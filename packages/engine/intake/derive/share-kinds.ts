import type { Figure } from '@archwright/kernel';
import type { Mention } from '../quantity/mention.ts';
import { type Demand, require, stated } from './demand.ts';
import { around, phraseText } from './network.ts';

/** "70 % of them in three hours": when a day's volume happens, not what it is made of. */
export function isConcentration(demand: Demand, mention: Mention): boolean {
  const next = demand.mentions[(demand.order.get(mention) ?? 0) + 1];
  return (
    next?.kind === 'duration' &&
    next.sentence === mention.sentence &&
    next.first - mention.last <= 6 &&
    next.amount.likely >= 600 &&
    next.amount.likely <= 43_200 &&
    /^(?:in|within|during)$/.test(next.preposition ?? '')
  );
}

export const isDiskShare = (demand: Demand, mention: Mention): boolean =>
  /\b(?:overhead|reserve|reserves|reserved|disk|disks|headroom|free space|compress|compression|compressed)\b/.test(
    around(demand, mention, 6, 4),
  );

export const isOccupancy = (mention: Mention): boolean =>
  /^(?:occupied|occupancy|full|utilised|utilized|utilisation|utilization|booked|filled|load)$/.test(
    mention.noun?.head ?? mention.before?.head ?? '',
  );

export const isOverbooking = (mention: Mention): boolean =>
  /^(?:overbooking|overbooked|oversell|overselling)$/.test(mention.noun?.head ?? mention.before?.head ?? '');

export const isFunnel = (demand: Demand, mention: Mention): boolean =>
  /\b(?:steps?|funnel|conversion|convert|converts|proceed|proceeds)\b/.test(around(demand, mention, 4, 8));

export function shareFigure(demand: Demand, mention: Mention, subject: string): Figure {
  const figure = stated(demand, mention, `share.${subject}`, `share: ${phraseText(demand, mention)}`);
  require(demand, 'share', { mention, subject, figure, statement: phraseText(demand, mention) });
  return figure;
}

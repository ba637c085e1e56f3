import type { Decision } from '@archwright/model';
import { bullets, section, stack } from './page.ts';
import { flipPlace, holdsIn } from './spoken-quantities.ts';
import { tellingRejections } from './version-evidence.ts';
import { quantity, type Material } from './writer.ts';
import { inline, listed } from './text.ts';

/** Winning in fewer draws than this, the choice rests on assumptions more than on the load. */
const EVEN = 0.5;

/** Deliverable 5: X over Y because n; the price is m; it flips at k. The dearest alternatives first. */
export function tradeOffs(material: Material): string {
  const { decisions } = material.design;
  const weight = ({ runnerUp }: Decision): number => runnerUp?.extraCost ?? -1;
  const ordered = decisions.toSorted((a, b) => weight(b) - weight(a));
  return section('## 5. Trade-offs', optimised(material), bullets(ordered.map(tradeOff)), together(decisions));
}

/** Runner-ups with the same price to the cent are parts of one other design. */
function together(decisions: readonly Decision[]): string {
  const designs = new Map<string, Decision[]>();
  for (const decision of decisions) {
    if (!decision.runnerUp) continue;
    const price = decision.runnerUp.extraCost.toFixed(2);
    designs.set(price, [...(designs.get(price) ?? []), decision]);
  }
  const shared = [...designs.values()].filter((group) => group.length > 1);
  return stack(
    ...shared.map((group) => {
      const parts = group.map(({ title, runnerUp }) => `${inline(title)} (${inline(runnerUp!.name)})`);
      return `Decided together, since one other design is behind each runner-up: ${listed(parts)}.`;
    }),
  );
}

function optimised({ write }: Material): string {
  const [total, infrastructure, people] = ['cost.total', 'cost.infrastructure-total', 'cost.people'];
  if (![total, infrastructure, people].every((id) => write.has(id!))) return '';
  return `What is minimised: ${write.cite(total)}, of which infrastructure ${write.cite(infrastructure)} and people ${write.cite(people)}. Each price below is the difference to that total with the best design around the other option.`;
}

/** One decision as sentences a reader can disagree with. */
export function tradeOff(decision: Decision): string {
  const { title, chosenName, gains, gives, robustness, flips } = decision;
  return [
    `${inline(title)}: **${inline(chosenName)}** ${over(decision)}.`,
    `Gained: ${inline(gains)}.`,
    `Given up: ${inline(gives)}.`,
    ...(robustness === undefined ? [] : [`${robustness.share < EVEN ? 'Close to a tie: wins' : 'Wins'} ${holdsIn(robustness)}.`]),
    ...(flips.length === 0 ? [] : [`Flips ${flipsOf(flips)}.`]),
  ].join(' ');
}

/** Each other option once, with every place where it wins. */
function flipsOf(flips: Decision['flips']): string {
  const names = [...new Set(flips.map(({ toName }) => toName))];
  return listed(
    names.map(
      (name) =>
        `to ${inline(name)} ${flips
          .filter(({ toName }) => toName === name)
          .map(flipPlace)
          .join(' or ')}`,
    ),
  );
}

function over(decision: Decision): string {
  const { runnerUp, options } = decision;
  if (runnerUp) {
    const { extraCost } = runnerUp;
    const price =
      Math.abs(extraCost) < 0.5
        ? 'the same total'
        : extraCost > 0
          ? `${quantity(extraCost, 'USD')} more`
          : `${quantity(-extraCost, 'USD')} less`;
    return `over ${inline(runnerUp.name)} (${price})`;
  }
  const others = options.length - 1;
  if (others === 0) return 'without a runner-up: the catalogue has no other option here';
  const [nearest] = tellingRejections(decision, 1);
  const why = nearest ? ` (${inline(nearest.name)}: ${inline(nearest.reason)})` : '';
  return `without a runner-up: ${others === 1 ? 'the other option breaks' : `${others} others break`} a constraint${why}`;
}

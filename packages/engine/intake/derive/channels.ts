import type { Figure } from '@archwright/kernel';
import type { Mention } from '../quantity/mention.ts';
import { kindOfVerb, verbInNoun } from '../quantity/verbs.ts';
import { computed, type Demand, type Stream } from './demand.ts';
import { previous } from './network.ts';
import { isDiskShare, isOccupancy, shareFigure } from './share-kinds.ts';
import { addStream, nameOf } from './stream.ts';

/** A list of shares after a total splits it: "a billion sends a day (half e-mail, 35 percent push, rest in-app)". */
export function readChannels(demand: Demand): void {
  const runs: Mention[][] = [];
  for (const mention of demand.mentions) {
    if (mention.kind !== 'share' || demand.used.has(mention) || !mention.noun?.head || mention.of) continue;
    const prior = previous(demand, mention, 3);
    const run = runs.at(-1);
    if (prior && run?.at(-1) === prior) run.push(mention);
    else runs.push([mention]);
  }
  for (const run of runs)
    if (run.length >= 2 && !run.some((mention) => isDiskShare(demand, mention) || isOccupancy(mention)))
      splitChannels(demand, run);
}

function splitChannels(demand: Demand, run: readonly Mention[]): void {
  const order = demand.order.get(run[0]!) ?? 0;
  const whole = demand.mentions
    .slice(0, order)
    .map((mention) => demand.referents.get(mention))
    .findLast((referent): referent is Stream => referent !== undefined && 'verb' in referent);
  const total = run.reduce((sum, mention) => sum + mention.value.likely, 0);
  if (!whole || total > 1.0001) return;
  const shares = run.map((mention) => ({ noun: mention.noun!.head, share: shareFigure(demand, mention, mention.noun!.head) }));
  for (const { noun, share } of shares) channel(demand, whole, noun, share);
  const rest = restWord(demand, run.at(-1)!);
  if (!rest || total >= 1) return;
  const names = Object.fromEntries(shares.map(({ share }, index) => [`part${index}`, share]));
  const share = computed(
    demand,
    `share.${rest}`,
    `share: the rest, ${rest}`,
    'ratio',
    `1 - ${Object.keys(names).join(' - ')}`,
    names,
  );
  channel(demand, whole, rest, share);
}

function channel(demand: Demand, whole: Stream, noun: string, share: Figure): void {
  const name = nameOf(whole.verb, noun, undefined);
  const verb = kindOfVerb(verbInNoun(noun) ?? '') ? whole.verb : name.verb;
  addStream(demand, {
    name: { ...name, verb, object: noun, kind: whole.kind },
    parent: whole,
    part: true,
    mean: (id) => computed(demand, `${id}.rate`, `${noun}, on average`, '1/s', 'whole * share', { whole: whole.mean, share }),
  });
}

/** "rest in-app", "the remainder by SMS". */
function restWord(demand: Demand, last: Mention): string | undefined {
  const words = demand.tokens.slice(last.last, last.last + 7).filter((token) => token.sentence === last.sentence);
  const at = words.findIndex((token) => /^(?:rest|remainder|others?)$/.test(token.lower));
  const found =
    at < 0
      ? undefined
      : words
          .slice(at + 1)
          .find((token) => token.kind === 'word' && !/^(?:is|are|by|via|goes|go|through|in|as)$/.test(token.lower));
  return found?.lower;
}

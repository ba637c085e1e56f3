import type { Figure, Interval } from '@archwright/kernel';
import { plural, singular } from '../quantity/nouns.ts';
import { kindOfVerb, verbInNoun } from '../quantity/verbs.ts';
import { computed, type Demand, require, stated } from './demand.ts';
import { mainStream, phraseText } from './network.ts';
import { addStream } from './stream.ts';
import { saysReadWrite } from './streams.ts';

/** A read-to-write ratio gives the side the brief does not. */
export function readRatios(demand: Demand): void {
  const mention = demand.mentions.find(
    (other) => other.kind === 'ratio' && !demand.used.has(other) && saysReadWrite(demand, other),
  );
  const answered = demand.answers.find(({ key, quantity }) => key === 'read-write-ratio' && quantity)?.quantity;
  const perWrite = demand.requirements.find(({ key }) => key === 'read-write-ratio')?.figure;
  const known = answered && (demand.book.get('read-write-ratio') ?? answeredRatio(demand, answered));
  const ratio = known
    ? known
    : mention
      ? stated(
          demand,
          mention,
          'read-write-ratio',
          'reads for each write',
          inReads(demand, mention.first, mention.value),
          'ratio',
        )
      : perWrite
        ? demand.book.get(perWrite)
        : undefined;
  if (!ratio || !(ratio.low > 0)) return;
  if (mention) require(demand, 'read-write-ratio', { mention, figure: ratio, statement: phraseText(demand, mention) });
  addMissingSide(demand, ratio);
}

const answeredRatio = (demand: Demand, { low, likely, high }: Interval): Figure =>
  demand.book.leaf({
    id: 'read-write-ratio',
    label: 'reads for each write',
    unit: 'ratio',
    origin: 'answered',
    low,
    likely,
    high,
  });

/** "1:100 write to read": the larger side is the one named first only where the words say so. */
function inReads(demand: Demand, first: number, value: { low: number; likely: number; high: number }) {
  const words = demand.tokens
    .slice(Math.max(0, first - 6), first + 8)
    .map((token) => token.lower)
    .join(' ');
  const pair = /\b([a-z]{2,20})(?:-to-| to | vs | versus | \/ | : |-)([a-z]{2,20})(?: ratio)?\b/g;
  const kinds = [...words.matchAll(pair)].map(
    ([, left, right]) => [kindOfVerb(verbInNoun(singular(left!)) ?? ''), kindOfVerb(verbInNoun(singular(right!)) ?? '')] as const,
  );
  const writesFirst =
    kinds.some(([left, right]) => left !== undefined && left !== 'read' && right === 'read') || /\bwrite-heavy\b/.test(words);
  return writesFirst ? { low: 1 / value.high, likely: 1 / value.likely, high: 1 / value.low } : value;
}

function addMissingSide(demand: Demand, ratio: Figure): void {
  const reads = demand.streams.find(({ kind, part }) => kind === 'read' && !part);
  const writes = demand.streams.find(({ kind, part }) => kind !== 'read' && !part);
  if (writes && !reads) {
    const { object } = writes;
    addStream(demand, {
      name: { noun: `${object}-read`, verb: 'read', object, kind: 'read' },
      parent: writes,
      mean: (id) =>
        computed(demand, `${id}.rate`, `${plural(object)} read, on average`, '1/s', 'writes * ratio', {
          writes: writes.mean,
          ratio,
        }),
    });
  } else if (reads && !writes) {
    const object = mainStream(demand)?.object ?? 'record';
    addStream(demand, {
      name: { noun: `${object}-write`, verb: 'write', object, kind: 'write' },
      mean: (id) =>
        computed(demand, `${id}.rate`, `${plural(object)} written, on average`, '1/s', 'reads / ratio', {
          reads: reads.mean,
          ratio,
        }),
    });
  }
}

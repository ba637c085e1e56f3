import type { Design, KeyFamily, Keyspace } from '@archwright/model';
import { markdownCell, markdownCode, markdownFence, markdownInline, markdownTable } from '../../escape/markdown.ts';
import { type FigureLookup, lookup } from '../../figure-lookup.ts';

/** A keyspace for people: what is there, why it fits, which key gets hot, what a loss does, and how each kind is used. */
export function keyspaceDocument(design: Design, keyspace: Keyspace, component: string): string {
  const figures = lookup(design);
  const { families } = keyspace;
  return `# Keys of ${markdownInline(component)}

Names in angle brackets are filled in. The part of a key in braces alone decides its slot, so that what one command touches is on one
shard. Numbers are likely values at peak; \`keyspace.json\` has them with the ids of their figures, and commands that write and read one
key of each kind.

${markdownTable(['key', 'type', 'holds', 'keys', 'bytes each', 'memory', 'expires'], families.map(summary(figures)))}

## Memory and eviction

${memory(keyspace, figures)}

Set \`maxmemory-policy ${keyspace.policy}\`: ${markdownInline(keyspace.because)}.

## Hot keys

One key lives on one shard, and a shard runs its commands one after another: a key may get ${figures.text(keyspace.perKey)} at most.

${markdownTable(['key', 'share of the hottest', 'commands on it', 'of the limit', 'what is done'], families.map(hottest(figures)))}

${families.map(section(figures)).join('\n')}${list('Not cached', keyspace.notCached)}${list('Kept elsewhere', keyspace.elsewhere)}`;
}

const summary =
  ({ text }: FigureLookup) =>
  (family: KeyFamily): readonly string[] => [
    markdownCode(family.pattern, 'cell'),
    family.type === 'zset' ? 'sorted set' : family.type,
    markdownCell(family.holds),
    text(family.keys),
    family.items === undefined ? text(family.itemBytes) : `${text(family.items)} items of ${text(family.itemBytes)}`,
    text(family.memory),
    'after' in family.expires ? `after ${text(family.expires.after)}` : 'never',
  ];

function memory({ memory: total, bytes, use }: Keyspace, { figure, text, range }: FigureLookup): string {
  const sum = `All keys together take ${range(total)}`;
  if (bytes === undefined || use === undefined) return `${sum}.`;
  const fits = figure(use).likely <= 1;
  return fits
    ? `${sum}: ${text(use)} of the ${text(bytes)} that may be filled of the planned memory.`
    : `${sum}, and of the planned memory ${text(bytes)} may be filled: **${text(use)}**. What may be evicted is held in part only, so that more reads reach the store; what must stay is to be counted before launch, and shards added until it fits.`;
}

const hottest =
  ({ figure, text }: FigureLookup) =>
  ({ pattern, hottest: { share, rate, use, copies, cure } }: KeyFamily): readonly string[] => [
    markdownCode(pattern, 'cell'),
    text(share),
    text(rate),
    text(use),
    figure(copies).likely > 1 ? `${markdownCell(cure)} (${text(copies)} copies or parts)` : 'nothing is needed',
  ];

const section =
  ({ text }: FigureLookup) =>
  (family: KeyFamily): string => {
    const { expires } = family;
    const life =
      'after' in expires
        ? `Expires ${text(expires.after)} after it was written: ${markdownInline(expires.because)}.`
        : `No expiry: ${markdownInline(expires.never)}.`;
    return `## ${markdownCode(family.pattern)}

For: ${markdownInline(family.needs)}. Slot: ${markdownInline(family.slot)}.

${markdownFence('text', [...family.write, ...family.read].join('\n'))}

${life} ${family.evictable ? 'May be evicted' : 'Must not be evicted'}. When it is lost: ${markdownInline(family.onLoss)}.
`;
  };

const list = (title: string, entries: readonly string[]): string =>
  entries.length === 0 ? '' : `\n## ${title}\n\n${entries.map((entry) => `- ${markdownInline(entry)}`).join('\n')}\n`;

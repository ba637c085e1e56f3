import type { Artefact, Design } from '@archwright/model';
import type { LocatedDocument, Path } from '../../documents/located-yaml.ts';
import type { Finding } from '../../findings.ts';
import { hashTag, keySlot } from './key-slot.ts';
import type { KeyEntry, KeyspaceFile } from './keyspace-file.ts';

/** Likely values were rounded up to whole numbers, each by less than one. */
const ROUNDING = 0.02;
const differs = (a: number, b: number): boolean => Math.abs(a - b) > Math.max(ROUNDING * Math.max(a, b), 2);

/** What no engine tells: sums, slots, hot keys, eviction, and that the numbers are the design's own. */
export function ruleFindings(file: KeyspaceFile, document: LocatedDocument, design: Design): readonly Finding[] {
  const total = file.keys.reduce((sum, { memoryBytes }) => sum + memoryBytes, 0);
  const figures = new Map(design.figures.map(({ id, likely }) => [id, likely]));
  return [
    ...(differs(total, file.memoryBytes)
      ? [
          {
            message: `memoryBytes is ${file.memoryBytes}, and the keys add up to ${total}`,
            line: document.lineOf(['memoryBytes']),
          },
        ]
      : []),
    ...file.keys.flatMap((entry, index) => {
      const at = (path: Path, message: string): Finding => ({
        message: `${entry.pattern}: ${message}`,
        line: document.lineOf(['keys', index, ...path]),
      });
      return [
        ...sizes(entry, figures, at),
        ...slots(entry, at),
        ...heat(entry, file, at),
        ...eviction(entry, file, at, document.lineOf(['maxmemoryPolicy'])),
      ];
    }),
  ];
}

type At = (path: Path, message: string) => Finding;

function sizes(entry: KeyEntry, figures: ReadonlyMap<string, number>, at: At): readonly Finding[] {
  const { keys, itemsPerKey, itemBytes, memoryBytes } = entry;
  const product = keys * (itemsPerKey ?? 1) * itemBytes;
  // Each factor was rounded up on its own: few of something make that visible.
  const loose = keys < 100 || itemBytes < 100 || (itemsPerKey ?? 100) < 100;
  const off = loose ? memoryBytes > product * (1 + ROUNDING) + 2 : differs(product, memoryBytes);
  return [
    ...(off ? [at(['memoryBytes'], `memoryBytes is ${memoryBytes}, and its keys take ${product}`)] : []),
    ...Object.entries(entry.figures).flatMap(([name, id]) => {
      const stated = { keys, itemsPerKey, itemBytes, memoryBytes, perSecond: entry.hotKey.perSecond }[name];
      const figure = figures.get(id);
      if (figure === undefined) return [at(['figures', name], `the design has no figure ${id}`)];
      const path = name === 'perSecond' ? ['hotKey', name] : [name];
      if (stated === undefined || !differs(stated, figure)) return [];
      return [at(path, `${name} is ${stated}, and the design's figure ${id} is ${figure}`)];
    }),
  ];
}

function slots({ pattern, keys, sample }: KeyEntry, at: At): readonly Finding[] {
  const tag = hashTag(pattern);
  const slot = keySlot(sample.key);
  return [
    ...(follows(sample.key, pattern) ? [] : [at(['sample', 'key'], `the key ${sample.key} does not follow the pattern`)]),
    ...(tag !== '' && !tag.includes('<') && keys > 1
      ? [at(['pattern'], `the braces hold no name that is filled in, so that all ${keys} keys are in one slot`)]
      : []),
    ...(sample.together ?? [])
      .map((other, index) => [other, index] as const)
      .filter(([other]) => keySlot(other) !== slot)
      .map(([other, index]) =>
        at(
          ['sample', 'together', index],
          `${sample.key} is in slot ${slot} and ${other} in slot ${keySlot(other)}: no command touches both`,
        ),
      ),
  ];
}

/** Part by part between colons and braces: what is filled in may be anything but nothing. */
function follows(key: string, pattern: string): boolean {
  const [parts, wanted] = [key, pattern].map((text) => text.split(/([:{}])/)) as [string[], string[]];
  return (
    parts.length === wanted.length &&
    wanted.every((part, index) => (part.includes('<') ? parts[index] !== '' : parts[index] === part))
  );
}

function heat({ hotKey }: KeyEntry, { commandsPerKeyAndSecond: limit }: KeyspaceFile, at: At): readonly Finding[] {
  const { perSecond, copies, cure } = hotKey;
  const needed = Math.max(1, Math.ceil((perSecond * (1 - ROUNDING)) / limit));
  if (copies < needed) return [at(['hotKey', 'copies'], `${perSecond}/s on one key need ${needed} copies at ${limit}/s each`)];
  return copies > 1 && cure === 'none needed'
    ? [at(['hotKey', 'cure'], `${copies} copies are needed, and nothing says how`)]
    : [];
}

function eviction(entry: KeyEntry, { maxmemoryPolicy }: KeyspaceFile, at: At, line: number): readonly Finding[] {
  if (entry.evictable || maxmemoryPolicy === 'noeviction') return [];
  if (maxmemoryPolicy === 'allkeys-lfu' || entry.expiresMilliseconds !== undefined)
    return [{ ...at([], `it must stay, and ${maxmemoryPolicy} may let it go`), line }];
  return [];
}

/** The document for people has a section for each kind of key, and none beside. */
export function documentFindings({ keys }: KeyspaceFile, { content }: Artefact): readonly Finding[] {
  const lines = content.split('\n');
  const sections = lines.flatMap((line, index) => {
    const pattern = /^## `+ ?(.+?) ?`+$/.exec(line)?.[1];
    return pattern === undefined ? [] : [{ pattern, line: index + 1 }];
  });
  return [
    ...keys
      .filter(({ pattern }) => !sections.some((section) => section.pattern === pattern))
      .map(({ pattern }) => ({ message: `${pattern} has no section`, line: 1 })),
    ...sections
      .filter(({ pattern }) => !keys.some((key) => key.pattern === pattern))
      .map(({ pattern, line }) => ({ message: `keyspace.json has no ${pattern}`, line })),
  ];
}

import type { Artefact, Proof } from '@archwright/model';
import { type LocatedDocument, locatedDocuments, type Path, syntaxFault } from '../../documents/located-yaml.ts';
import { type Finding, judge, schemaFindings } from '../../findings.ts';
import { messageOf, notRun, type Prover } from '../../proof.ts';
import { type Ask, findEngine, type Reply, withEngine } from './engine.ts';
import { type KeyEntry, type KeyspaceFile, keyspaceFile } from './keyspace-file.ts';
import { documentFindings, ruleFindings } from './rules.ts';

const RULES = { tool: 'keyspace rules', version: '2026-12-01' };
const RULED =
  'numbers are the figures of the design and add up, keys touched together share a slot and others spread, no key is hotter than its cure says, and nothing that must stay may be evicted';
const RUN =
  'a key of each kind is written and read by its commands in a real engine, is of its type, has its expiry, and takes no more memory than stated';
const TOLD = 'it has a section for each kind of key in keyspace.json, and no other';
const HINT = 'not installed here: apt-get install redis-server (scripts/setup-tools.sh does it on Debian)';

/** Allocators round up to the next of four sizes in each power of two: a fifth at most, and versions differ a little. */
const TOLERANCE = 1.25;
/** The entry in the dictionary of expiries (three pointers and its place in the table), which `MEMORY USAGE` leaves out. */
const EXPIRY_BYTES = 32;

/** `keyspace.json`: held to the rules of a cluster, then run in an engine without a port; `keyspace.md` beside it. */
export const proveKeyspace: Prover = async (artefacts, design) => {
  const files = artefacts.filter(({ path }) => path.endsWith('/keyspace.json'));
  if (files.length === 0) return [];
  const proofs: Proof[] = [];
  for (const file of files) {
    proofs.push(
      await judge(
        RULES,
        RULED,
        file,
        () => read(file, (content, document) => ruleFindings(content, document, design)),
        'no finding',
      ),
    );
    const told = artefacts.find(({ path }) => path === file.path.replace(/json$/, 'md'));
    if (told) proofs.push(await judge(RULES, TOLD, told, () => toldFindings(file, told), 'no finding'));
  }
  return [...proofs, ...(await proveRun(files))];
};

async function proveRun(files: readonly Artefact[]): Promise<readonly Proof[]> {
  const missing = { tool: 'redis-server', version: 'none' };
  try {
    const engine = await findEngine();
    if (!engine) return notRun(missing, RUN, files, HINT);
    return await withEngine(engine, (ask) =>
      Promise.all(
        files.map((file) =>
          judge(
            engine.by,
            RUN,
            file,
            () => read(file, (content, document) => runFindings(content, document, ask)),
            'every kind of key was written, read and measured',
          ),
        ),
      ),
    );
  } catch (error) {
    return notRun(missing, RUN, files, `it did not run: ${messageOf(error)}`);
  }
}

/** The file's own faults first: what does not follow the schema is not looked at further. */
async function read(
  { content }: Artefact,
  check: (file: KeyspaceFile, document: LocatedDocument) => readonly Finding[] | Promise<readonly Finding[]>,
): Promise<readonly Finding[]> {
  const [document] = locatedDocuments(content);
  if (!document) return [syntaxFault(content)];
  const faults = schemaFindings(keyspaceFile, document);
  return faults.length > 0 ? faults : check(document.value as KeyspaceFile, document);
}

const toldFindings = ({ content }: Artefact, told: Artefact): readonly Finding[] => {
  const parsed = keyspaceFile.safeParse(locatedDocuments(content)[0]?.value);
  return parsed.success ? documentFindings(parsed.data, told) : [];
};

async function runFindings({ keys }: KeyspaceFile, document: LocatedDocument, ask: Ask): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const [index, entry] of keys.entries()) {
    const at = (path: Path, message: string): Finding => ({
      message: `${entry.pattern}: ${message}`,
      line: document.lineOf(['keys', index, ...path]),
    });
    findings.push(...(await entryFindings(entry, ask, at)));
  }
  return findings;
}

type At = (path: Path, message: string) => Finding;

/** Writes one key as it says, looks at it, reads it as it says. */
async function entryFindings(entry: KeyEntry, ask: Ask, at: At): Promise<readonly Finding[]> {
  const { sample } = entry;
  const writes = sample.write.flatMap((command, place) =>
    expanded(command, entry).map((one) => ({ one, path: ['sample', 'write', place] })),
  );
  const reads = sample.read.map((command, place) => ({ one: expanded(command, entry)[0]!, path: ['sample', 'read', place] }));
  const looks = [
    ['PTTL', sample.key],
    ['TYPE', sample.key],
    ['MEMORY', 'USAGE', sample.key, 'SAMPLES', '0'],
  ];
  const replies = await ask([...writes.map(({ one }) => one), ...looks, ...reads.map(({ one }) => one)]);
  const refused = [...writes, ...looks.map(() => undefined), ...reads].flatMap((step, place) => {
    const { error } = replies[place]!;
    return step && error !== undefined ? [at(step.path, `${step.one[0]}: ${error}`)] : [];
  });
  if (refused.length > 0) return refused.slice(0, 3);
  const [left, type, memory] = replies.slice(writes.length);
  const unread = reads.filter(
    ({ one }, place) => one.includes(sample.key) && isEmpty(replies[writes.length + looks.length + place]!),
  );
  return [
    ...(reads.some(({ one }) => one.includes(sample.key))
      ? []
      : [at(['sample', 'read'], 'no command reads the key that was written')]),
    ...unread.map(({ one, path }) => at(path, `${one[0]} finds nothing of what was written`)),
    ...(type?.value === entry.type ? [] : [at(['type'], `it is written as ${String(type?.value)}, not ${entry.type}`)]),
    ...expiryFindings(entry, Number(left?.value), at),
    ...memoryFindings(entry, Number(memory?.value), at),
  ];
}

/** A command once, or once for each item where it names one. */
function expanded(
  command: readonly string[],
  { sample: { items = 1 }, payloadBytes = 0 }: KeyEntry,
): readonly (readonly string[])[] {
  const filled = command.map((part) => (part === '<filler>' ? 'x'.repeat(Math.max(1, Math.round(payloadBytes))) : part));
  if (!filled.some((part) => part.includes('<n>'))) return [filled];
  return Array.from({ length: items }, (_, index) =>
    filled.map((part) => part.replaceAll('<n>', String(index + 1).padStart(12, '0'))),
  );
}

/** Lists of nothing but nothing are nothing. */
const isEmpty = ({ value }: Reply): boolean =>
  value === null ||
  value === undefined ||
  (Array.isArray(value) ? value.every((one) => one === null) : typeof value === 'object' && Object.keys(value).length === 0);

function expiryFindings({ expiresMilliseconds: promised }: KeyEntry, left: number, at: At): readonly Finding[] {
  if (promised === undefined) return left === -1 ? [] : [at(['neverExpires'], `it expires in ${left} ms`)];
  if (left === -1) return [at(['expiresMilliseconds'], 'nothing gives it an expiry: it would stay for ever')];
  return left > promised || left < promised / 2
    ? [at(['expiresMilliseconds'], `it expires in ${left} ms instead of ${promised} ms`)]
    : [];
}

function memoryFindings(
  { itemBytes, expiresMilliseconds, sample: { items = 1 } }: KeyEntry,
  used: number,
  at: At,
): readonly Finding[] {
  const each = (used + (expiresMilliseconds === undefined ? 0 : EXPIRY_BYTES)) / items;
  return each <= itemBytes * TOLERANCE
    ? []
    : [at(['itemBytes'], `one takes ${Math.ceil(each)} bytes in the engine, and ${itemBytes} are stated`)];
}

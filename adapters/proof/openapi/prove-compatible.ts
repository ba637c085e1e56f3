import type { Artefact, Proof } from '@archwright/model';
import { type Finding, judge } from '../findings.ts';
import { messageOf, notRun } from '../proof.ts';
import { type Break, schemaBreaks } from './compare-schemas.ts';
import { type Contract, type ContractOperation, readContract } from './contract.ts';

const CLAIM = 'callers of the contract that was in the folder can go on';
/** Our own comparison has no release. */
const BY = { tool: 'contract comparison', version: '1' };

/**
 * The contract beside the one that the folder held: operations, parameters, bodies, answers, who may call. A contract under another major
 * version stands beside the old one and breaks nobody.
 */
export async function proveCompatible(artefact: Artefact, previous: readonly Artefact[]): Promise<readonly Proof[]> {
  const earlier = previous.find(({ path }) => path === artefact.path);
  if (!earlier) return [];
  let before: Contract;
  try {
    before = readContract(earlier.content);
  } catch (error) {
    return notRun(BY, CLAIM, [artefact], `the earlier contract cannot be read: ${messageOf(error)}`);
  }
  const [old, now] = [majorOf(before), majorOf(readableContract(artefact))];
  const isBeside = old !== undefined && now !== undefined && now > old;
  const findings = (): readonly Finding[] => {
    const after = readContract(artefact.content);
    return isBeside ? [] : before.operations.flatMap((operation) => operationFindings(operation, before, after));
  };
  const told = isBeside
    ? `version ${now} stands beside version ${old}: what runs goes on serving both until the sunset of version ${old}`
    : `${before.operations.length} operations of before, none broken`;
  const found = await judge(BY, CLAIM, artefact, findings, told);
  return [{ ...found, ...(found.outcome === 'rejected' && { log: `${found.log}\n${wayOut(old)}` }), compares: true }];
}

/** A contract that cannot be read is refused by the comparison itself. */
function readableContract({ content }: Artefact): Contract | undefined {
  try {
    return readContract(content);
  } catch {
    return undefined;
  }
}

/** The major version in the paths, where all of them carry the same one. */
function majorOf(contract: Contract | undefined): number | undefined {
  const found = new Set(contract?.operations.map(({ path }) => /\/v(\d{1,4})(?:\/|$)/.exec(path)?.[1]));
  const [only] = found;
  return found.size === 1 && only !== undefined ? Number(only) : undefined;
}

/** What to do about a break: nobody has to stop. */
const wayOut = (major: number | undefined): string =>
  major === undefined
    ? 'Serve the changed operations under a new version in the path, and the old ones as they were until their sunset.'
    : `Serve this contract under version ${major + 1} in the path, and version ${major} as it was beside it, for the time that the description promises; then answer 410.`;

/** `/a/{id}` and `/a/{key}` are the same to a caller. */
const shapeOf = ({ method, path }: ContractOperation): string => `${method} ${path.replaceAll(/\{[^{}]*\}/g, '{}')}`;

function operationFindings(old: ContractOperation, before: Contract, after: Contract): readonly Finding[] {
  const name = `${old.method.toUpperCase()} ${old.path}`;
  const now = after.operations.find((one) => shapeOf(one) === shapeOf(old));
  const line = (place: Break['place']): { readonly line?: number } => {
    const found = after.lineOf(place);
    return found === undefined ? {} : { line: found };
  };
  if (!now) return [{ message: `${name} is gone`, ...line(['paths']) }];
  return [
    ...parameterBreaks(old, now, before, after),
    ...bodyBreaks(old, now, before, after),
    ...answerBreaks(old, now, before, after),
    ...callerBreaks(old, now),
  ].map(({ message, place }) => ({ message: `${name}: ${message}`, ...line(place) }));
}

type Compare = (old: ContractOperation, now: ContractOperation, before: Contract, after: Contract) => readonly Break[];

const parameterBreaks: Compare = (old, now, before, after) => {
  const same = (a: ContractOperation['parameters'][number], b: typeof a): boolean =>
    a.in === b.in && (a.in === 'path' || a.name.toLowerCase() === b.name.toLowerCase());
  return [
    ...now.parameters
      .filter((one) => one.required && !old.parameters.some((other) => same(one, other) && other.required))
      .map(({ name, place }) => ({ message: `the parameter ${name} has to be sent now`, place })),
    ...old.parameters.flatMap((one) => {
      const other = now.parameters.find(
        (candidate) => same(one, candidate) && (one.in !== 'path' || candidate.name === one.name),
      );
      if (!other || !after.document) return [];
      return schemaBreaks(
        { document: before.document, place: one.schema },
        { document: after.document, place: other.schema },
        true,
      ).map(({ message, place }) => ({ message: `the parameter ${one.name}: ${message}`, place }));
    }),
  ];
};

const bodyBreaks: Compare = (old, now, before, after) => {
  if (!now.body) return [];
  if (!old.body) return now.body.required ? [{ message: 'a body has to be sent now', place: [...now.place, 'requestBody'] }] : [];
  return old.body.content.flatMap(({ mediaType, schema }) => {
    const other = now.body!.content.find((one) => one.mediaType === mediaType);
    if (!other) return [{ message: `${mediaType} is no longer taken`, place: [...now.place, 'requestBody'] }];
    return schemaBreaks({ document: before.document, place: schema }, { document: after.document, place: other.schema }, true);
  });
};

/** Refusals may come and go: callers have to understand any. */
const answerBreaks: Compare = (old, now, before, after) =>
  old.responses
    .filter(({ status }) => /^[23]/.test(status))
    .flatMap(({ status, content }) => {
      const other = now.responses.find((one) => one.status === status);
      if (!other) return [{ message: `it no longer answers ${status}`, place: [...now.place, 'responses'] }];
      return content.flatMap(({ mediaType, schema }) => {
        const match = other.content.find((one) => one.mediaType === mediaType);
        if (!match) return [{ message: `${status} no longer comes as ${mediaType}`, place: other.place }];
        return schemaBreaks(
          { document: before.document, place: schema },
          { document: after.document, place: match.schema },
          false,
        );
      });
    });

function callerBreaks(old: ContractOperation, now: ContractOperation): readonly Break[] {
  const isOpen = old.schemes.length === 0;
  const lost = isOpen ? now.schemes.length > 0 : now.schemes.length > 0 && !now.schemes.some((one) => old.schemes.includes(one));
  return lost ? [{ message: `callers have to show ${now.schemes.join(' or ')} now`, place: [...now.place, 'security'] }] : [];
}

import type { Change, Field, Operation } from '@archwright/model';

const address = ({ method, path }: Operation): string => `${method} ${path}`;

/** Operations by method and path, the contract a caller knows; what an existing caller cannot survive is marked breaking. */
export function compareOperations(before: readonly Operation[], after: readonly Operation[]): readonly Change[] {
  const next = new Map(after.map((one) => [address(one), one]));
  const known = new Set(before.map(address));
  const base = (one: Operation) => ({ subject: 'operation' as const, id: one.id, name: address(one) });
  return [
    ...before.flatMap((one): readonly Change[] => {
      const other = next.get(address(one));
      if (!other) return [{ ...base(one), kind: 'goes', before: one.summary, breaking: true }];
      const differences = contractDifferences(one, other);
      return differences.length === 0
        ? []
        : [
            {
              ...base(one),
              kind: 'changed',
              before: differences.map(({ was }) => was).join('; '),
              after: differences.map(({ is }) => is).join('; '),
              ...(differences.some(({ breaking }) => breaking) && { breaking: true }),
            },
          ];
    }),
    ...after
      .filter((one) => !known.has(address(one)))
      .map((one): Change => ({ ...base(one), kind: 'appears', after: one.summary })),
  ];
}

interface Difference {
  readonly was: string;
  readonly is: string;
  readonly breaking: boolean;
}

const mark = (was: string, is: string, breaking: boolean): readonly Difference[] => (was === is ? [] : [{ was, is, breaking }]);
const list = (words: readonly string[]): string => [...words].sort().join(' ') || 'none';

function contractDifferences(one: Operation, other: Operation): readonly Difference[] {
  const needed = other.scopes.some((scope) => !one.scopes.includes(scope));
  return [
    ...mark(`scopes ${list(one.scopes)}`, `scopes ${list(other.scopes)}`, needed),
    ...mark(answers(one), answers(other), true),
    ...mark(
      `${one.rateLimitPerMinute}/min a caller`,
      `${other.rateLimitPerMinute}/min a caller`,
      other.rateLimitPerMinute < one.rateLimitPerMinute,
    ),
    ...bodyDifferences(one.body, other.body),
  ];
}

const answers = ({ asynchronous, list: page }: Operation): string =>
  page ? 'answers a page' : asynchronous ? 'answers 202 and works later' : 'answers when done';

/** A request may stop sending a field or send a new optional one; it cannot know of a new required one or of another type. */
function bodyDifferences(before: readonly Field[], after: readonly Field[]): readonly Difference[] {
  const names = [...new Set([...before, ...after].map(({ name }) => name))];
  return names.flatMap((name): readonly Difference[] => {
    const [was, is] = [before, after].map((fields) => fields.find((field) => field.name === name));
    if (!was) return [{ was: `no ${name}`, is: text(is!), breaking: !is!.nullable && is!.default === undefined }];
    if (!is) return [{ was: text(was), is: `no ${name}`, breaking: false }];
    return mark(text(was), text(is), was.type !== is.type || (was.nullable && !is.nullable));
  });
}

const text = ({ name, type, nullable }: Field): string => `${name} ${type}${nullable ? '' : ', required'}`;

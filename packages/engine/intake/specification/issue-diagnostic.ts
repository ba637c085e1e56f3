import type { Diagnostic } from '@archwright/kernel';
import type * as z from 'zod';
import { didYouMean } from './did-you-mean.ts';
import { specificationJsonSchema } from './schema.ts';
import { present } from './specification.ts';
import type { Path, YamlSource } from './yaml-source.ts';

type JsonSchema = {
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly additionalProperties?: unknown;
};

/** Field names allowed at a path, from the schema itself. */
function fieldsAt(path: Path): readonly string[] {
  let node: JsonSchema | undefined = specificationJsonSchema() as JsonSchema;
  for (const step of path) {
    const inner: JsonSchema | undefined = typeof step === 'number' ? node?.items : node?.properties?.[String(step)];
    node = inner?.anyOf?.find(({ properties }) => properties !== undefined) ?? inner;
  }
  return Object.keys(node?.properties ?? {});
}

/** `requirements[2]` as a reader writes it; the file itself at the top. */
const nameOf = (path: Path): string =>
  path.length === 0
    ? 'the file'
    : `\`${path.map((step, index) => (typeof step === 'number' ? `[${step}]` : index === 0 ? String(step) : `.${String(step)}`)).join('')}\``;

/** A problem that the schema found, as diagnostics with place and hint. */
export function issueDiagnostics(issue: z.core.$ZodIssue, source: YamlSource): readonly Diagnostic[] {
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownField(key, issue.path, source));
  if (issue.code === 'invalid_union') {
    const inner = issue.errors.flatMap((errors) => errors).filter(({ code }) => code === 'unrecognized_keys');
    const nested = inner.flatMap((error) => issueDiagnostics({ ...error, path: [...issue.path, ...error.path] }, source));
    if (nested.length > 0) return nested;
  }
  const written = valueAt(source.value, issue.path);
  const isMissing = written === undefined && issue.path.length > 0;
  const message = isMissing
    ? `${nameOf(issue.path.slice(0, -1))} lacks \`${String(issue.path.at(-1))}\``
    : `${nameOf(issue.path)}: ${issue.message}`;
  return [
    {
      code: 'specification/invalid-value',
      severity: 'error',
      message,
      at: source.placeOf(issue.path),
      ...present({ hint: hintFor(issue, written) }),
    },
  ];
}

function valueAt(value: unknown, path: Path): unknown {
  let at = value;
  for (const step of path) at = typeof at === 'object' && at !== null ? (at as Record<PropertyKey, unknown>)[step] : undefined;
  return at;
}

function hintFor(issue: z.core.$ZodIssue, written: unknown): string | undefined {
  if (issue.code !== 'invalid_value') return undefined;
  const allowed = issue.values.map(String);
  const meant = typeof written === 'string' ? didYouMean(written, allowed) : undefined;
  return `${meant === undefined ? '' : `did you mean \`${meant}\`? `}allowed: ${allowed.join(', ')}`;
}

function unknownField(key: string, path: Path, source: YamlSource): Diagnostic {
  const fields = fieldsAt(path);
  const meant = didYouMean(key, fields);
  const takes = fields.length > 0 ? `${nameOf(path)} takes ${fields.join(', ')}` : '';
  return {
    code: 'specification/unknown-field',
    severity: 'error',
    message: `\`${key.slice(0, 80)}\` is not a field of ${nameOf(path)}`,
    at: source.placeOfKey(path, key),
    hint: `${meant === undefined ? '' : `did you mean \`${meant}\`? `}${takes}`.trim(),
  };
}

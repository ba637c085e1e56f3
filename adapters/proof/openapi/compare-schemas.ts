import { isObject, type Json, type JsonObject, type Place, valueAt } from './contract.ts';

/** One side of a comparison: a document and a place in it. */
export interface SchemaAt {
  readonly document: JsonObject;
  readonly place: Place;
}

/** What somebody who sends, or who reads, by the old schema trips over in the new one. */
export interface Break {
  readonly message: string;
  /** In the new document. */
  readonly place: Place;
}

/** Deeper than this a schema refers to itself. */
const DEEPEST = 12;

function follow({ document, place }: SchemaAt): SchemaAt {
  let at = place;
  for (let hop = 0; hop < DEEPEST; hop += 1) {
    const value = valueAt(document, at);
    const reference = isObject(value) ? value['$ref'] : undefined;
    if (typeof reference !== 'string' || !reference.startsWith('#/')) break;
    at = reference
      .slice(2)
      .split('/')
      .map((part) => decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~'));
  }
  return { document, place: at };
}

const objectAt = ({ document, place }: SchemaAt): JsonObject => {
  const value = valueAt(document, place);
  return isObject(value) ? value : {};
};
const strings = (value: Json | undefined): readonly string[] =>
  Array.isArray(value) ? value.map(String) : value === undefined ? [] : [String(value)];

/**
 * @param sent - `true` for what callers send, where the new side may not ask for more; `false` for what they read, where it may not
 * give less
 */
export function schemaBreaks(before: SchemaAt, after: SchemaAt, sent: boolean, depth = 0): readonly Break[] {
  if (depth > DEEPEST) return [];
  const [from, to] = [follow(before), follow(after)];
  const [old, now] = [objectAt(from), objectAt(to)];
  const at = (message: string, ...rest: Place): Break => ({ message, place: [...to.place, ...rest] });
  const below = (key: string | number, ...rest: Place): readonly Break[] =>
    schemaBreaks(
      { document: from.document, place: [...from.place, key, ...rest] },
      { document: to.document, place: [...to.place, key, ...rest] },
      sent,
      depth + 1,
    );
  return [
    ...typeBreaks(old, now, sent, at),
    ...valueBreaks(old, now, sent, at),
    ...boundBreaks(old, now, sent, at),
    ...propertyBreaks(old, now, sent, at),
    ...Object.keys(isObject(old['properties']) ? old['properties'] : {})
      .filter((name) => isObject(now['properties']) && name in now['properties'])
      .flatMap((name) => below('properties', name)),
    ...(isObject(old['items']) && isObject(now['items']) ? below('items') : []),
  ];
}

type At = (message: string, ...rest: Place) => Break;

function typeBreaks(old: JsonObject, now: JsonObject, sent: boolean, at: At): readonly Break[] {
  const [was, is] = [strings(old['type']), strings(now['type'])];
  const isWide = (types: readonly string[], type: string): boolean =>
    types.length === 0 || types.includes(type) || (type === 'integer' && types.includes('number'));
  const lost = sent ? was.filter((type) => !isWide(is, type)) : is.filter((type) => !isWide(was, type));
  return lost.length > 0 || (was.length === 0) !== (is.length === 0)
    ? [at(`its type was ${was.join(' or ') || 'free'} and is ${is.join(' or ') || 'free'}`, 'type')]
    : [];
}

function valueBreaks(old: JsonObject, now: JsonObject, sent: boolean, at: At): readonly Break[] {
  if (!Array.isArray(old['enum']) && !Array.isArray(now['enum'])) return [];
  const [was, is] = [strings(old['enum']), strings(now['enum'])];
  if (sent && is.length > 0) {
    const gone = was.length === 0 ? ['any other value'] : was.filter((value) => !is.includes(value));
    return gone.length > 0 ? [at(`${gone.join(', ')} is no longer taken`, 'enum')] : [];
  }
  const extra = sent || was.length === 0 ? [] : is.length === 0 ? ['any value'] : is.filter((value) => !was.includes(value));
  return extra.length > 0 ? [at(`${extra.join(', ')} may come, which readers do not know`, 'enum')] : [];
}

/** Bounds of what is sent; readers have to take what comes. */
function boundBreaks(old: JsonObject, now: JsonObject, sent: boolean, at: At): readonly Break[] {
  if (!sent) return [];
  const tighter = (key: string, sign: 1 | -1): readonly Break[] => {
    const [was, is] = [old[key], now[key]];
    return typeof is === 'number' && (typeof was !== 'number' || (is - was) * sign > 0)
      ? [at(`${key} was ${typeof was === 'number' ? was : 'open'} and is ${is}`, key)]
      : [];
  };
  return [
    ...['minimum', 'minLength', 'minItems'].flatMap((key) => tighter(key, 1)),
    ...['maximum', 'maxLength', 'maxItems'].flatMap((key) => tighter(key, -1)),
  ];
}

function propertyBreaks(old: JsonObject, now: JsonObject, sent: boolean, at: At): readonly Break[] {
  const [was, is] = [old['properties'], now['properties']].map((one) =>
    Object.keys(isObject(one as Json) ? (one as JsonObject) : {}),
  );
  const [needed, needs] = [strings(old['required']), strings(now['required'])];
  const gone = was!.filter((name) => !is!.includes(name));
  if (sent)
    return [
      ...needs.filter((name) => !needed.includes(name)).map((name) => at(`${name} has to be sent now`, 'required')),
      ...(now['additionalProperties'] === false ? gone : []).map((name) => at(`${name} is no longer taken`, 'properties')),
    ];
  return [
    ...gone.map((name) => at(`${name} no longer comes`, 'properties')),
    ...needed
      .filter((name) => is!.includes(name) && !needs.includes(name))
      .map((name) => at(`${name} no longer always comes`, 'properties', name)),
  ];
}

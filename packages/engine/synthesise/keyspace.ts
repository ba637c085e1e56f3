import { type Figure, formula, type Unit } from '@archwright/kernel';
import type {
  Component,
  Entity,
  EvictionPolicy,
  KeyDesign,
  KeyFamily,
  Keyspace,
  KeyStore,
  MechanismUse,
  Option,
} from '@archwright/model';
import { shorthand } from '../workload/shorthand.ts';
import { cachedEntities } from './cached-entities.ts';
import { mechanismReader } from './mechanisms.ts';
import type { Synthesis } from './synthesis.ts';

type Read = (name: string) => Figure;

/** One kind of keys before its figures: the design, who needs it, and what its formulas read. */
interface Wanted {
  readonly design: KeyDesign;
  readonly id: string;
  readonly needs: string;
  readonly read: Read;
  /** Parts of the pattern that are fixed here: the entity, and whether tenants are told apart. */
  readonly fixed?: { readonly entity: string; readonly hasTenants: boolean };
}

interface Store {
  readonly component: Component;
  readonly option: Option & { readonly keyStore: KeyStore };
}

/**
 * What is kept in each in-memory store of the design: cached records, what mechanisms keep there, and a queue's own keys.
 *
 * @param uses - the mechanisms of the design; those that are not used keep nothing
 * @returns one for each store that holds anything; numbers are figures of the book
 */
export function synthesiseKeyspaces(
  components: readonly Component[],
  entities: readonly Entity[],
  uses: readonly MechanismUse[],
  synthesis: Synthesis,
): readonly Keyspace[] {
  const chosen = synthesis.decided.best.choices.flatMap(({ option }) => (hasKeys(option) ? [option] : []));
  const stores = chosen.flatMap((option): Store[] => {
    const component = components.find(({ option: id, decision }) => id === option.id && decision === option.decision);
    return component && option.keyStore.within === undefined ? [{ component, option }] : [];
  });
  const keyspaces = stores.map((store) => {
    const { component, option } = store;
    const guests = chosen.filter(({ keyStore }) => keyStore.within === option.decision);
    const caches = option.keyStore.recordKeys !== undefined;
    const cached = caches ? cachedEntities(entities, synthesis) : { entities: [], notCached: [] };
    const used = caches ? mechanismKeys(uses, synthesis) : { wanted: [], elsewhere: [] };
    const wanted = [
      ...cached.entities.flatMap((entity) => recordsOf(entity, store, uses, synthesis)),
      ...used.wanted,
      ...[option, ...guests].flatMap((one) => ownKeys(one, synthesis)),
    ];
    return keyspaceOf(component, option, wanted, synthesis, { notCached: cached.notCached, elsewhere: used.elsewhere });
  });
  return keyspaces.filter(({ families }) => families.length > 0);
}

const hasKeys = (option: Option): option is Store['option'] => option.keyStore !== undefined;

/** Parameters and lines of an option first, then the demand and what other choices export. */
const optionReader =
  (option: Option, { book, workload, decided }: Synthesis): Read =>
  (name) => {
    const own = option.parameters[name];
    if (own) return book.fact(`option.${option.id}.${name}`, own);
    const figures = decided.ledger.options.find((one) => one.option === option);
    return figures?.lines[name] ?? workload.demand[name as keyof typeof workload.demand] ?? decided.ledger.read(name);
  };

const ownKeys = (option: Store['option'], synthesis: Synthesis): readonly Wanted[] =>
  (option.keyStore.keys ?? []).map((design) => ({
    design,
    id: design.id,
    needs: option.name,
    read: optionReader(option, synthesis),
  }));

function mechanismKeys(
  uses: readonly MechanismUse[],
  synthesis: Synthesis,
): { readonly wanted: readonly Wanted[]; readonly elsewhere: readonly string[] } {
  const used = uses.flatMap(({ id }) => synthesis.catalogue.mechanisms.find((mechanism) => mechanism.id === id) ?? []);
  const elsewhere = used.flatMap(({ inMemory }) => (inMemory && 'elsewhere' in inMemory ? [inMemory.elsewhere] : []));
  const wanted = used.flatMap((mechanism) => {
    const { inMemory } = mechanism;
    if (!inMemory || 'elsewhere' in inMemory) return [];
    const read = mechanismReader(synthesis, mechanism);
    return inMemory.map((design): Wanted => ({ design, id: `${mechanism.id}.${design.id}`, needs: mechanism.name, read }));
  });
  return { wanted, elsewhere };
}

/** A cached entity's keys: pages where it is mostly listed, else one a record. */
function recordsOf(
  { entity, figures, isListed }: ReturnType<typeof cachedEntities>['entities'][number],
  { option }: Store,
  uses: readonly MechanismUse[],
  synthesis: Synthesis,
): readonly Wanted[] {
  const plain = optionReader(option, synthesis);
  const told = synthesis.catalogue.mechanisms.find(
    ({ id, cachedFor }) => cachedFor !== undefined && uses.some((use) => use.id === id),
  );
  const life = told && mechanismReader(synthesis, told)(told.cachedFor!);
  const read: Read = (name) => (name === 'recordLife' && life ? life : (figures[name] ?? plain(name)));
  const designs = (isListed ? option.keyStore.pageKeys : option.keyStore.recordKeys) ?? [];
  return designs.map((design) => ({
    design,
    id: design.id.replace('<entity>', entity.table),
    needs: `reads of ${entity.name}`,
    read,
    fixed: { entity: entity.table, hasTenants: entity.tenantKey !== undefined },
  }));
}

function keyspaceOf(
  component: Component,
  option: Store['option'],
  wanted: readonly Wanted[],
  synthesis: Synthesis,
  rest: { readonly notCached: readonly string[]; readonly elsewhere: readonly string[] },
): Keyspace {
  const { book } = synthesis;
  const name = `keyspace.${component.id}`;
  const own = optionReader(option, synthesis);
  const found = (id: string, label: string, unit: Unit, text: string, read: Read): Figure =>
    book.compute(`${name}.${id}`, label, unit, text, inputsOf(text, read));
  const { perKey: perKeyFormula, bytes: bytesFormula } = option.keyStore;
  const perKey = found('per-key', `${component.name}: commands that one key may get`, '1/s', perKeyFormula!, own);
  const families = wanted.map((one) => familyOf(one, perKey, found));
  const memory = shorthand(book).sum(
    `${name}.memory`,
    `${component.name}: memory of all keys`,
    'B',
    families.map((family) => book.need(family.memory)),
    'it holds no keys',
  );
  const bytes =
    bytesFormula === undefined
      ? undefined
      : found('bytes', `${component.name}: memory that may be filled`, 'B', bytesFormula, own);
  const use =
    bytes &&
    book.compute(`${name}.use`, `${component.name}: share of it that is filled`, 'ratio', 'memory / bytes', { memory, bytes });
  const [policy, because] = policyOf(families);
  return {
    component: component.id,
    policy,
    because,
    families: [...families],
    memory: memory.id,
    ...(bytes && use && { bytes: bytes.id, use: use.id }),
    perKey: perKey.id,
    notCached: [...rest.notCached],
    elsewhere: [...rest.elsewhere],
  };
}

const inputsOf = (text: string, read: Read): Record<string, Figure> =>
  Object.fromEntries(formula(text).names.map((name) => [name, read(name)]));

function familyOf(
  { design, id, needs, read, fixed }: Wanted,
  perKey: Figure,
  found: (id: string, label: string, unit: Unit, text: string, read: Read) => Figure,
): KeyFamily {
  const of = (key: string, label: string, unit: Unit, text: string, reader: Read = read): Figure =>
    found(`${id}.${key}`, `Keys ${design.pattern}: ${label}`, unit, text, reader);
  const keys = of('keys', 'how many', 'count', design.keys);
  const items = design.items === undefined ? undefined : of('items', 'items of one', 'count', design.items);
  const itemBytes = of('item-bytes', `memory of one${items ? ' item' : ''}`, 'B', design.itemBytes);
  const memory = of('memory', 'memory of all', 'B', items ? 'keys * items * itemBytes' : 'keys * itemBytes', (name) =>
    name === 'keys' ? keys : name === 'items' ? items! : itemBytes,
  );
  const total = of('rate', 'commands on all', '1/s', design.hottest.rate);
  const share = of('hottest-share', 'share of the hottest', 'ratio', design.hottest.share);
  const rate = of('hottest-rate', 'commands on the hottest', '1/s', 'total * share', (name) =>
    name === 'total' ? total : share,
  );
  const use = of('use', 'share of what one key may get', 'ratio', 'rate / perKey', (name) => (name === 'rate' ? rate : perKey));
  const copies = of('copies', 'copies or parts the hottest needs', 'count', 'max(1, ceil(use))', () => use);
  const here = (text: string): string => fixedIn(text.replaceAll('<key>', design.pattern), fixed);
  const { expires } = design;
  return {
    id,
    needs,
    pattern: here(design.pattern),
    type: design.type,
    holds: here(design.holds),
    slot: design.slot,
    sample: { ...design.sample },
    write: design.write.map(here),
    read: design.read.map(here),
    together: (design.together ?? []).map(here),
    expires:
      'never' in expires
        ? { never: expires.never }
        : { after: of('life', 'life', 's', expires.after).id, because: expires.because },
    keys: keys.id,
    ...(items && { items: items.id }),
    itemBytes: itemBytes.id,
    ...(design.payload !== undefined && { payload: of('payload', 'bytes of the value', 'B', design.payload).id }),
    memory: memory.id,
    hottest: { share: share.id, rate: rate.id, use: use.id, copies: copies.id, cure: design.hottest.cure },
    evictable: design.evictable,
    onLoss: design.onLoss,
  };
}

const fixedIn = (text: string, fixed: Wanted['fixed']): string =>
  fixed === undefined
    ? text
    : text.replaceAll('<entity>', fixed.entity).replaceAll('<tenant>:', fixed.hasTenants ? '<tenant>:' : '');

/** The gentlest policy under which nothing vanishes that must stay. */
function policyOf(families: readonly KeyFamily[]): readonly [EvictionPolicy, string] {
  const staying = families.filter(({ evictable }) => !evictable);
  if (staying.length === 0)
    return ['allkeys-lfu', 'everything here can be made again, so that what is used least may go when memory is full'];
  const mortal = staying.filter(({ expires }) => 'after' in expires).map(({ pattern }) => pattern);
  if (mortal.length === 0)
    return [
      'volatile-lfu',
      'what must stay has no expiry, and only keys with one are let go when memory is full; without any left, writes are refused',
    ];
  return [
    'noeviction',
    `${mortal.join(', ')} must stay and yet ${mortal.length === 1 ? 'has' : 'have'} an expiry, so that nothing may be let go: writes are refused when memory is full, which is an alert long before`,
  ];
}

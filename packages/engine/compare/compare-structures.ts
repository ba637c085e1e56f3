import { formatQuantity } from '@archwright/kernel';
import type { AccessPattern, Architecture, Change, Component, Connection, Structure } from '@archwright/model';
import { compareOperations } from './compare-operations.ts';
import { compareTables } from './compare-tables.ts';
import { paired, resized } from './pairing.ts';

/** What appears, goes, moves and changes size between two architectures, part by part in the model’s order. */
export function compareStructures(before: Structure, after: Structure): readonly Change[] {
  const [a, b] = [before.architecture, after.architecture];
  return [
    ...compareComponents(before, after),
    ...compareConnections(before, after),
    ...compareTables(before, after),
    ...paired('index', indexesOf(a), indexesOf(b), indexText),
    ...compareOperations(a.api.operations, b.api.operations),
    ...paired('event', a.events, b.events, ({ version, producer }) => `v${version} from ${producer}`).map(breakingWhenGone),
    ...paired('objective', a.slos, b.slos, objectiveText),
    ...compareThresholds(before, after),
  ];
}

const breakingWhenGone = (change: Change): Change => (change.kind === 'goes' ? { ...change, breaking: true } : change);

/** What a component is; where it stands or what it runs on decides whether it moved. */
const componentText = ({ name, technology, boundary }: Component): string =>
  `${technology && technology !== name ? `${name} (${technology})` : name}${boundary === 'internet' ? '' : `, in ${boundary}`}`;

function compareComponents(before: Structure, after: Structure): readonly Change[] {
  const [a, b] = [before.architecture.components, after.architecture.components];
  const placed = paired('component', a, b, componentText).map((change): Change =>
    change.kind === 'changed' ? { ...change, kind: 'moves' } : change,
  );
  const moved = new Set(placed.map(({ id }) => id));
  return [
    ...placed,
    ...a.flatMap((one): readonly Change[] => {
      const other = b.find(({ id }) => id === one.id);
      if (!other || moved.has(one.id)) return [];
      const size = resized(before.value(one.instances), after.value(other.instances), 'count', 'instances');
      return size ? [{ subject: 'component', id: one.id, name: one.name, kind: 'resized', ...size }] : [];
    }),
  ];
}

const connectionText = ({ protocol, mode, carries }: Connection): string => `${protocol}, ${mode}, carries ${carries}`;

/** Connections between parts that both designs have; those of a part that appears or goes are said with it. */
function compareConnections(before: Structure, after: Structure): readonly Change[] {
  const present = (id: string): boolean =>
    [before, after].every(({ architecture }) => architecture.components.some((one) => one.id === id));
  const named = ({ architecture }: Structure) => {
    const name = new Map(architecture.components.map((component) => [component.id, component.name]));
    return (
      architecture.connections
        .filter(({ from, to }) => present(from) && present(to))
        // By its ends: the ids of connections are free to change.
        .map((one) => ({ ...one, id: `${one.from}→${one.to}`, name: `${name.get(one.from)!} → ${name.get(one.to)!}` }))
    );
  };
  const [a, b] = [named(before), named(after)];
  const differing = paired('connection', a, b, connectionText);
  const seen = new Set(differing.map(({ id }) => id));
  const sized = a.flatMap((one): readonly Change[] => {
    const other = b.find(({ id }) => id === one.id);
    const rate = other && !seen.has(one.id) && resized(before.value(one.rate), after.value(other.rate), '1/s');
    return rate ? [{ subject: 'connection', id: one.id, name: one.name, kind: 'resized', ...rate }] : [];
  });
  return [...differing, ...sized];
}

const indexesOf = ({ accessPatterns, entities }: Architecture) => {
  const table = new Map(entities.map((entity) => [entity.id, entity.table]));
  const indexed = accessPatterns.filter(
    (pattern): pattern is AccessPattern & { index: NonNullable<AccessPattern['index']> } => pattern.index !== undefined,
  );
  const unique = new Map(
    indexed.map(({ index, entity }) => [index.name, { ...index, id: index.name, on: table.get(entity) ?? entity }]),
  );
  return [...unique.values()];
};
const indexText = ({ on, columns, method, unique }: ReturnType<typeof indexesOf>[number]): string =>
  `${unique ? 'unique ' : ''}${method} on ${on} (${columns.join(', ')})`;

const objectiveText = ({ objective, windowDays }: Architecture['slos'][number]): string =>
  `${formatQuantity(objective, 'ratio')} over ${windowDays} days`;

function compareThresholds(before: Structure, after: Structure): readonly Change[] {
  return before.architecture.slos.flatMap((slo): readonly Change[] => {
    const other = after.architecture.slos.find(({ id }) => id === slo.id);
    const limits = other && resized(before.value(slo.threshold), after.value(other.threshold), 's');
    return limits ? [{ subject: 'objective', id: slo.id, name: slo.name, kind: 'changed', ...limits }] : [];
  });
}

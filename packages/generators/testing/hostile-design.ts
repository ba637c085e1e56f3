import type { Design } from '@archwright/model';
import { sampleDesign } from './sample-design.ts';

/** Keys whose text a reader sees; it comes from the brief, a repository or a model. */
const FREE_TEXT = new Set(
  'title purpose responsibility because summary actor trust crossing technology action when problem structure tradeOff case cure statement reason effect trigger signal mitigation recovery threat control question changes label meaning alternative description brief chosenName gains gives rollback asks metBy'.split(
    ' ',
  ),
);
/** Keys whose text names a thing that other parts refer to by it. */
const NAMES = new Set(['table', 'by', 'columns', 'tenantKey', 'field']);

/**
 * The sample design with `text` in front of every name and sentence. Ids, types and expressions stay; references between
 * names are kept, so the design is as sound as before.
 */
export function hostileDesign(text: string): Design {
  const design = sampleDesign();
  const accessPatterns = design.architecture.accessPatterns.map(({ index, ...pattern }) => {
    if (!index) return pattern;
    const { where: _, ...rest } = index;
    return { ...pattern, index: rest };
  });
  return spoil({ ...design, architecture: { ...design.architecture, accessPatterns } }, '', text) as Design;
}

function spoil(value: unknown, key: string, text: string): unknown {
  if (typeof value === 'string') return key === 'name' || FREE_TEXT.has(key) || NAMES.has(key) ? text + value : value;
  if (Array.isArray(value)) return value.map((part) => spoil(part, key, text));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [
      name,
      name === 'figures' || name === 'evidence' ? part : spoil(part, name, text),
    ]),
  );
}

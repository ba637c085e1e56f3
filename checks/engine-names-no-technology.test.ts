import { catalogue } from '@archwright/catalogue';
import { CAPABILITIES } from '@archwright/model';
import { expect, test } from 'vitest';
import { parseSource, placeOf, type SourceFile, sourceFiles, type SyntaxNode, walk } from './source/source-file.ts';

/** Ids, names and other names of every technology, as a quoted string would hold them. */
const technologyWords = new Set(
  catalogue.technologies.flatMap(({ id, name, aliases = [] }) => [id, name, ...aliases].map((word) => word.toLowerCase())),
);
const optionIds = new Set(catalogue.options.map(({ id }) => id));

/** Words that happen to be the name of a product as well, where they stand. */
const HOMONYMS: Readonly<Record<string, string>> = {
  'packages/engine/gate/prose/check-names.ts ts': 'the ending of a file name',
  'packages/engine/gate/prose/check-names.ts workers': 'parts of a system',
  'packages/engine/synthesise/access-patterns.ts gin': 'an index method',
  'packages/engine/synthesise/access-patterns.ts tsvector': 'a column type',
  'packages/engine/synthesise/entities.ts ts': 'a column called so',
  'packages/engine/describe/summary.ts microservices': 'a plural that takes no article',
  'packages/engine/describe/summary.ts serverless': 'an adjective that takes no article',
  'packages/engine/describe/summary.ts event-driven': 'an adjective that takes no article',
  'packages/engine/intake/words/verb-form.ts render': 'a verb',
  'packages/engine/intake/domain/vocabulary.ts log analytics': 'an activity',
};
/** What users call patterns and API styles: a dictionary for reading briefs, which decides nothing. */
const DICTIONARY = 'packages/engine/intake/constraint/design-word.ts';
/** Where people's words are read, patterns are full of words that are products too. */
const READS_PROSE = /^packages\/engine\/intake\//;

/** The words a literal could name a technology with: a string as a whole, what a tag says after its colon, each word of a pattern. */
function wordsOf(path: string, { type, ...node }: SyntaxNode): readonly string[] {
  if (type === 'TemplateElement') return [(node['value'] as { cooked?: string }).cooked ?? ''];
  if (type !== 'Literal') return [];
  const pattern = (node['regex'] as { pattern: string } | undefined)?.pattern;
  if (pattern !== undefined) return READS_PROSE.test(path) ? [] : pattern.split(/[^\w-]+/);
  return typeof node['value'] === 'string' ? [node['value'], node['value'].split(':').at(-1)!] : [];
}

/** Strings and patterns of a file that name a technology or an option. */
function namedTechnologies(file: SourceFile): readonly string[] {
  const found = new Set<string>();
  walk(file.tree, (node, parent) => {
    if (/^(?:Import|Export)/.test(parent?.type ?? '')) return;
    for (const word of wordsOf(file.path, node).map((one) => one.toLowerCase())) {
      if (!(word in CAPABILITIES || `${file.path} ${word}` in HOMONYMS) && (technologyWords.has(word) || optionIds.has(word)))
        found.add(`${placeOf(file, node)} ${word}`);
    }
  });
  return [...found];
}

test('the engine decides by capabilities and figures: no technology or option is named in its code', () => {
  const engine = sourceFiles().filter(
    ({ path, isTest }) => path.startsWith('packages/engine/') && path !== DICTIONARY && !isTest,
  );
  expect(engine.length).toBeGreaterThan(80);
  expect(engine.flatMap(namedTechnologies)).toEqual([]);
});

test('it sees a branch on a technology and one on an option', () => {
  const text =
    "const x = technology.id === 'postgresql' || name === 'PostgreSQL' || option.id === 'modular-monolith' || tag === 'provider:aws' || /^(?:redis|store)/.test(id) || needs('on-premises');";
  expect(namedTechnologies(parseSource('packages/engine/a.ts', text))).toEqual([
    'packages/engine/a.ts:1 postgresql',
    'packages/engine/a.ts:1 modular-monolith',
    'packages/engine/a.ts:1 aws',
    'packages/engine/a.ts:1 redis',
  ]);
});

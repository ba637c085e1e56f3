import { capitalise, formatQuantity } from '@archwright/kernel';
import type { Change, ChangeSubject, Comparison } from '@archwright/model';
import { migrationList } from '../markdown/migration-list.ts';
import { page, section, stack, table } from '../markdown/page.ts';
import { inline } from '../markdown/text.ts';

/** Subjects in the order in which a reader wants them, with their headings. */
const SUBJECTS: readonly (readonly [string, readonly ChangeSubject[]])[] = [
  ['Decisions', ['decision']],
  ['Components', ['component']],
  ['Connections', ['connection']],
  ['Schema', ['table', 'column', 'index']],
  ['Contract', ['operation', 'event']],
  ['Objectives', ['objective']],
];

/** `archwright diff`: what changes between two designs and the ordered way there, as Markdown. */
export function renderComparison(comparison: Comparison): string {
  const { changes, migration, from, to } = comparison;
  if (changes.length === 0) return page(`# ${inline(from)} → ${inline(to)}`, 'Nothing changes.');
  const oneWay = migration.filter(({ reversible }) => !reversible);
  return page(
    `# ${inline(from)} → ${inline(to)}`,
    summary(comparison),
    section(
      '## What changes',
      ...SUBJECTS.map(([heading, subjects]) =>
        changeTable(
          heading,
          changes.filter(({ subject }) => subjects.includes(subject)),
        ),
      ),
    ),
    section('## Migration', migrationList(migration, { risks: true })),
    section(
      '## What cannot be undone',
      oneWay.length === 0
        ? 'Every step can be taken back without a backup.'
        : stack(
            'After these steps the state before comes only from a backup:',
            oneWay.map(({ subject, step }) => `- ${inline(subject)}: ${inline(step)}`).join('\n'),
          ),
    ),
  );
}

function summary({ monthlyBefore, monthlyAfter, runBefore, runAfter, migrationHours, changes }: Comparison): string {
  const breaking = changes.filter((change) => change.breaking === true).length;
  const change = (before: number, after: number, unit: 'USD/month' | 'h/month') => [
    formatQuantity(before, unit),
    formatQuantity(after, unit),
    `${after >= before ? '+' : '−'}${formatQuantity(Math.abs(after - before), unit)}`,
  ];
  return stack(
    table(
      ['', 'before', 'after', 'difference'],
      [
        ['infrastructure', ...change(monthlyBefore, monthlyAfter, 'USD/month')],
        ['people to run it', ...change(runBefore, runAfter, 'h/month')],
      ],
    ),
    `${changes.length} ${changes.length === 1 ? 'difference' : 'differences'}, ${breaking} of them breaking for callers; the migration takes about ${formatQuantity(migrationHours, 'h')} of people’s time as far as hours are known (our estimates).`,
  );
}

const WORDS: Readonly<Record<Change['kind'], string>> = {
  appears: 'appears',
  goes: 'goes',
  moves: 'moves',
  resized: 'changes size',
  changed: 'changes',
};

function changeTable(heading: string, changes: readonly Change[]): string {
  const rows = changes.map(({ name, kind, before = '', after = '', breaking }) => [
    inline(name),
    `${WORDS[kind]}${breaking === true ? ', **breaking**' : ''}`,
    inline(before),
    inline(after),
  ]);
  return section(`### ${capitalise(heading)}`, table(['what', 'change', 'before', 'after'], rows));
}

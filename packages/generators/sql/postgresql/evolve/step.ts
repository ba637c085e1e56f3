/**
 * When a statement runs: before the new version (`expand`, in one transaction), beside it (`indexes`, which may not be in a
 * transaction), and once no instance of the old version is left (`contract`).
 */
export type Phase = 'expand' | 'indexes' | 'contract';

/** Order inside a phase; going back is the same in reverse. */
export type Rank =
  | 'extension'
  | 'table'
  | 'late-reference'
  | 'add'
  | 'loosen'
  | 'constrain'
  | 'index'
  | 'fill'
  | 'tighten'
  | 'protect'
  | 'drop-index'
  | 'drop-column'
  | 'drop-table'
  | 'comment';

export const RANKS: readonly Rank[] = [
  'extension',
  'table',
  'late-reference',
  'add',
  'loosen',
  'constrain',
  'index',
  'fill',
  'tighten',
  'protect',
  'drop-index',
  'drop-column',
  'drop-table',
  'comment',
];

/** One change with its way back; statements end with a semicolon and may have comment lines above them. */
export interface Step {
  readonly phase: Phase;
  readonly rank: Rank;
  readonly up: readonly string[];
  readonly down: readonly string[];
}

export const step = (phase: Phase, rank: Rank, up: string | readonly string[], down: string | readonly string[]): Step => ({
  phase,
  rank,
  up: [up].flat(),
  down: [down].flat(),
});

/** A rule of the migration linter that is broken on purpose, with the reason where a reader sees it. */
export const onPurpose = (rule: string, reason: string, statement: string): string =>
  `-- ${reason}\n-- squawk-ignore ${rule}\n${statement}`;

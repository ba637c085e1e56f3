import type { GateCheck } from '@archwright/model';
import { bullets, section, table } from './page.ts';
import type { Material } from './writer.ts';
import { inline, sentence } from './text.ts';

const OUTCOME: Readonly<Record<GateCheck['outcome'], string>> = {
  passed: 'passed',
  failed: '**failed**',
  'not-applicable': 'does not apply',
  unproven: 'not proven here',
};

/** What fashion would add here, with its price. */
export const overEngineered = ({ design }: Material): string =>
  section('## Over-engineered here', bullets(design.overEngineered.map((one) => inline(one))));

/** What this design cannot do. */
export const limits = ({ design }: Material): string => section('## Limits of this design', bullets(design.limits.map(sentence)));

/** The gate's own result, line by line: the rows of the checklist, then everything else that was checked. */
export function checklist({ gate }: Material): string {
  if (!gate || gate.checks.length === 0) return '';
  const row = (check: GateCheck): readonly string[] => [
    check.checklist ?? '',
    inline(check.title),
    OUTCOME[check.outcome],
    inline(check.detail),
  ];
  const ranked = gate.checks
    .filter(({ checklist: id }) => id !== undefined)
    .toSorted((a, b) => (a.checklist! < b.checklist! ? -1 : a.checklist! > b.checklist! ? 1 : 0));
  const others = gate.checks.filter(({ checklist: id }) => id === undefined);
  return section('## Checklist', table(['row', 'check', 'outcome', 'found'], [...ranked, ...others].map(row)));
}

import type { Artefact, Design, Proof } from '@archwright/model';
import { messageOf, proof, type Prover } from '../proof.ts';
import type { ConsistencyCheck } from './check.ts';
import { contract, decisionRecords, diagramLines, messages, objectives, schema } from './records.ts';
import { capacitySheet, citedValues, costSheet, coverage } from './sheets.ts';

const CHECKS: readonly ConsistencyCheck[] = [
  costSheet,
  capacitySheet,
  ...coverage,
  decisionRecords,
  diagramLines,
  contract,
  messages,
  schema,
  objectives,
  citedValues,
];
const TOOL = { tool: 'model comparison', version: '1' };
const MOST_FAULTS = 12;

/**
 * Reads the files as their readers do and compares names, rates, prices and coverage with the model: one component,
 * operation, entity, event, rate or price has one name and one value everywhere.
 */
export const proveConsistency: Prover = async (artefacts, design) => [
  ...CHECKS.flatMap((check) =>
    artefacts.filter(({ path }) => check.applies(path)).map((artefact) => run(check, artefact, design)),
  ),
  ...everyDecision(artefacts, design),
];

function run({ claim, compare }: ConsistencyCheck, artefact: Artefact, design: Design): Proof {
  try {
    const { compared, faults } = compare(artefact, design);
    if (faults.length === 0) return proof(TOOL, artefact.path, claim, 'accepted', `${compared} statements compared`);
    const log = faults
      .slice(0, MOST_FAULTS)
      .map(({ message, line }) => `${line === undefined ? '' : `line ${line}: `}${message}`);
    const more = faults.length > MOST_FAULTS ? [`and ${faults.length - MOST_FAULTS} more`] : [];
    return proof(
      TOOL,
      artefact.path,
      claim,
      'rejected',
      [...log, ...more].join('\n'),
      faults.find(({ line }) => line !== undefined)?.line,
    );
  } catch (error) {
    return proof(TOOL, artefact.path, claim, 'rejected', `it cannot be read: ${messageOf(error)}`);
  }
}

/** Records are counted as a whole: a decision without one is nobody's file. */
function everyDecision(artefacts: readonly Artefact[], { decisions }: Design): readonly Proof[] {
  const records = artefacts.filter(({ path }) => /^decisions\/\d{4}-/.test(path)).length;
  if (records === 0) return [];
  const claim = 'every decision has its record';
  return records === decisions.length
    ? [proof(TOOL, 'decisions', claim, 'accepted', `${records} records`)]
    : [proof(TOOL, 'decisions', claim, 'rejected', `${records} records for ${decisions.length} decisions`)];
}

import type { Artefact, Catalogue, Design, GateCheck, Proof } from '@archwright/model';

/** What a check sees: the whole response as it would be shown. */
export interface GateInput {
  readonly design: Design;
  readonly artefacts: readonly Artefact[];
  readonly proofs: readonly Proof[];
  /** Markdown, before the checklist is added. */
  readonly response: string;
  readonly catalogue: Catalogue;
  /** A version that no current source confirms stops the answer. */
  readonly requireVerified?: boolean;
}

export interface Verdict {
  readonly outcome: GateCheck['outcome'];
  readonly detail: string;
}

/** Rows of the printed checklist (REQUIREMENTS H). */
export const CHECKLIST = {
  H1: 'every recommended technology verified, not from memory',
  H2: 'versions confirmed from a dated source',
  H3: 'no known vulnerability in the suggested stack',
  H4: 'no deprecated feature or pattern',
  H5: 'API patterns match the current library versions',
  H6: 'trade-offs stated',
  H7: 'deployment strategy defined',
  H8: 'edge and serverless considered',
} as const;
export type ChecklistRow = keyof typeof CHECKLIST;

export interface Check {
  /** = file name. */
  readonly id: string;
  readonly title: string;
  readonly checklist?: ChecklistRow;
  /** A short answer has no deployment of its own. */
  readonly onlyFull?: boolean;
  run(input: GateInput): Verdict;
}

export const passed = (detail: string): Verdict => ({ outcome: 'passed', detail });
export const failed = (detail: string): Verdict => ({ outcome: 'failed', detail });
export const unproven = (detail: string): Verdict => ({ outcome: 'unproven', detail });

/** Fails with what was found, passes when nothing was. */
export const none = (faults: readonly string[], whenNone: string): Verdict =>
  faults.length > 0 ? failed(faults.join('; ')) : passed(whenNone);

/** One check of the gate on a whole response. */
export interface GateCheck {
  /** = file name under `engine/gate/checks/`. */
  readonly id: string;
  readonly title: string;
  readonly outcome: 'passed' | 'failed' | 'not-applicable' | 'unproven';
  /** What was found, with figures or names. */
  readonly detail: string;
  /** Row of the printed checklist it decides, if any. */
  readonly checklist?: string;
}

export interface Gate {
  readonly passed: boolean;
  readonly checks: readonly GateCheck[];
}

/** A rule's result on an architecture. */
export interface Finding {
  readonly rule: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly place: string;
  readonly message: string;
  readonly why: string;
  readonly fix: string;
}

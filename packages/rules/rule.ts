import type { Figure } from '@archwright/kernel';
import type { Architecture, Finding } from '@archwright/model';

/** What a rule sees: an architecture, designed or recovered, and its figures by id. */
export interface Facts {
  readonly architecture: Architecture;
  figure(id: string): Figure | undefined;
}

export interface Detected {
  /** Component, connection or entity id. */
  readonly place: string;
  readonly message: string;
}

export interface Rule {
  /** = path of the file; never used again for another rule. */
  readonly id: string;
  readonly title: string;
  readonly severity: Finding['severity'];
  readonly why: string;
  readonly fix: string;
  readonly falsePositiveWhen: string;
  readonly references: readonly string[];
  detect(facts: Facts): readonly Detected[];
}

export const defineRule = (rule: Rule): Rule => rule;

import type { Diagnostic } from '@archwright/kernel';

/** What the process says to scripts; 64, 65 and 70 are those of sysexits.h. */
export const EXIT = {
  answered: 0,
  gateFailed: 1,
  questions: 2,
  usage: 64,
  badInput: 65,
  ownFault: 70,
  interrupted: 130,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Ends a command early with diagnostics for the user; never for a bug of ours. */
export class Refusal extends Error {
  readonly code: ExitCode;
  readonly diagnostics: readonly Diagnostic[];
  constructor(code: ExitCode, diagnostics: readonly Diagnostic[]) {
    super(diagnostics[0]?.message ?? 'refused');
    this.code = code;
    this.diagnostics = diagnostics;
  }
}

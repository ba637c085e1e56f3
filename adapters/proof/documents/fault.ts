/** An objection with the 1-based line it is about. */
export class Fault extends Error {
  readonly line: number;
  constructor(message: string, line: number) {
    super(message);
    this.line = line;
  }
}

export const lineOfFault = (error: unknown): number | undefined => (error instanceof Fault ? error.line : undefined);

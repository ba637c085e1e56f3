import { printable } from './terminal.ts';

/** A fault of ours as it is to be reported: without the source line that Node prints, which of a bundle is a page long. */
export function ownFault(error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `archwright ran into a fault of its own and stopped. Please report it with the command and this:\n${printable(stack)}`;
}

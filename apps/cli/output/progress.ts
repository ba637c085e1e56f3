import process from 'node:process';
import { dim } from './terminal.ts';

export interface Progress {
  stage(name: string): void;
  done(): void;
}

/** The current stage on one line of a terminal; silent elsewhere. */
export function progress(quiet: boolean): Progress {
  const { stderr } = process;
  if (quiet || !stderr.isTTY) return { stage: () => {}, done: () => {} };
  const clear = () => stderr.write('\r\u001B[2K');
  return {
    stage: (name) => {
      clear();
      stderr.write(dim(`… ${name}`));
    },
    done: () => void clear(),
  };
}

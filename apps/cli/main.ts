import process from 'node:process';
import { CommanderError } from 'commander';
import { EXIT, Refusal } from './exit-codes.ts';
import { report } from './output/diagnostics.ts';
import { ownFault } from './output/own-fault.ts';
import { say } from './output/terminal.ts';
import { exitCodeOf, program } from './program.ts';

process.on('SIGINT', () => {
  say('\nstopped; nothing was left half-written');
  process.exit(EXIT.interrupted);
});
// A closed pipe (`| head`) is the reader's choice, not an error.
process.stdout.on('error', (error: NodeJS.ErrnoException) =>
  process.exit(error.code === 'EPIPE' ? EXIT.answered : EXIT.gateFailed),
);

try {
  if (process.argv.length <= 2) {
    program(() => {}).outputHelp({ error: true });
    process.exitCode = EXIT.usage;
  } else await program((code) => (process.exitCode = code)).parseAsync(process.argv);
} catch (error) {
  if (error instanceof Refusal) {
    report(error.diagnostics);
    process.exitCode = error.code;
  } else if (error instanceof CommanderError) process.exitCode = exitCodeOf(error);
  else {
    say(ownFault(error));
    process.exitCode = EXIT.ownFault;
  }
}
// Proof tools keep workers alive; everything that was to be written has been.
process.exit();

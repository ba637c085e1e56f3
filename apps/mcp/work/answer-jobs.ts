import type { MessagePort } from 'node:worker_threads';
import { type Job, Refused, type WorkerMessage } from './job.ts';
import { type AdaptersFor, runJob } from './run-job.ts';

/** The worker's side: jobs come one at a time, and each is answered by its stages and then by one last message. */
export function answerJobs(port: MessagePort, adaptersFor: AdaptersFor): void {
  const say = (message: WorkerMessage): void => port.postMessage(message);
  port.on('message', (job: Job) => {
    runJob(job, adaptersFor, (stage) => say({ kind: 'stage', stage })).then(
      (result) => say({ kind: 'done', result }),
      (error: unknown) =>
        say(
          error instanceof Refused
            ? { kind: 'refused', diagnostics: error.diagnostics }
            : { kind: 'failed', message: error instanceof Error ? error.message : String(error) },
        ),
    );
  });
}

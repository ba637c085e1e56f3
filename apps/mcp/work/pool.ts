import process from 'node:process';
import { Worker } from 'node:worker_threads';
import { type Job, Refused, type ResultOf, type WorkerMessage } from './job.ts';

/** Why a job has no result, besides a fault of its input. */
export class Unfinished extends Error {
  readonly why: 'cancelled' | 'timed-out' | 'busy' | 'failed';
  constructor(why: Unfinished['why'], message: string) {
    super(message);
    this.why = why;
  }
}

export interface RunOptions {
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
  readonly onStage?: (stage: string) => void;
}

/** Runs jobs in worker threads: a job that is cancelled or late ends at once, with the thread that ran it. */
export interface Pool {
  run<J extends Job>(job: J, options: RunOptions): Promise<ResultOf<J>>;
  /** Threads alive now. */
  size(): number;
  close(): Promise<void>;
}

export interface PoolOptions {
  readonly workerFile: string;
  /** As many designs at once as a small machine has cores; proofs hold an embedded PostgreSQL each. */
  readonly workers?: number;
  /** Jobs that may wait for a thread; more are turned away. */
  readonly waiting?: number;
  /** An idle thread gives its memory back after this long. */
  readonly idleMs?: number;
}

interface Idle {
  readonly worker: Worker;
  readonly timer: NodeJS.Timeout;
}

export function createPool({ workerFile, workers = 2, waiting = 16, idleMs = 60_000 }: PoolOptions): Pool {
  const idle: Idle[] = [];
  const alive = new Set<Worker>();
  const queue: (() => void)[] = [];
  let running = 0;

  const retire = async (worker: Worker): Promise<void> => {
    alive.delete(worker);
    await worker.terminate();
  };
  const take = (): Worker => {
    const kept = idle.pop();
    if (kept) {
      clearTimeout(kept.timer);
      kept.worker.ref();
      return kept.worker;
    }
    // Standard output belongs to the protocol: what a library prints in the thread goes to standard error.
    const worker = new Worker(workerFile, { stdout: true });
    worker.stdout.on('data', (chunk: Buffer) => process.stderr.write(chunk));
    alive.add(worker);
    return worker;
  };
  const giveBack = (worker: Worker): void => {
    // An idle thread must not keep the process alive, nor its timer.
    worker.unref();
    const entry: Idle = {
      worker,
      timer: setTimeout(() => {
        idle.splice(idle.indexOf(entry), 1);
        void retire(worker);
      }, idleMs).unref(),
    };
    idle.push(entry);
  };
  const slot = async (signal: AbortSignal | undefined): Promise<void> => {
    if (running >= workers) {
      if (queue.length >= waiting) throw new Unfinished('busy', `${queue.length} calls are already waiting; try again later`);
      // The one who leaves hands its place on: nobody can slip in between.
      await turn(queue, signal);
    } else running += 1;
  };

  return {
    async run(job, options) {
      if (options.signal?.aborted) throw cancelled();
      await slot(options.signal);
      try {
        const worker = take();
        const outcome = await attempt(worker, job, options);
        if (outcome.healthy) giveBack(worker);
        else await retire(worker);
        if ('error' in outcome) throw outcome.error;
        return outcome.result as never;
      } finally {
        const next = queue.shift();
        if (next) next();
        else running -= 1;
      }
    },
    size: () => alive.size,
    async close() {
      for (const { timer } of idle) clearTimeout(timer);
      await Promise.all([...alive].map(retire));
    },
  };
}

const cancelled = (): Unfinished => new Unfinished('cancelled', 'cancelled by the caller');

/** Waits in line; a caller who gives up leaves the line. */
function turn(queue: (() => void)[], signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const leave = (): void => {
      queue.splice(queue.indexOf(enter), 1);
      reject(cancelled());
    };
    const enter = (): void => {
      signal?.removeEventListener('abort', leave);
      resolve();
    };
    signal?.addEventListener('abort', leave, { once: true });
    queue.push(enter);
  });
}

type Attempt = { readonly healthy: boolean } & ({ readonly result: unknown } | { readonly error: Error });

/** One job on one thread; the thread is unhealthy when it is still at work or broken. */
function attempt(worker: Worker, job: Job, { timeoutMs, signal, onStage }: RunOptions): Promise<Attempt> {
  return new Promise((resolve) => {
    const end = (outcome: Attempt): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
      worker.off('message', listen).off('error', broke).off('exit', exited);
      resolve(outcome);
    };
    const abort = (): void => end({ healthy: false, error: cancelled() });
    const timer = setTimeout(
      () => end({ healthy: false, error: new Unfinished('timed-out', `no result after ${timeoutMs / 1_000} s`) }),
      timeoutMs,
    );
    const broke = (error: unknown): void =>
      end({ healthy: false, error: new Unfinished('failed', error instanceof Error ? error.message : String(error)) });
    const exited = (): void => end({ healthy: false, error: new Unfinished('failed', 'the engine stopped') });
    const listen = (message: WorkerMessage): void => {
      if (message.kind === 'stage') onStage?.(message.stage);
      else if (message.kind === 'done') end({ healthy: true, result: message.result });
      else if (message.kind === 'refused') end({ healthy: true, error: new Refused(message.diagnostics) });
      else end({ healthy: true, error: new Unfinished('failed', message.message) });
    };
    signal?.addEventListener('abort', abort, { once: true });
    worker.on('message', listen).on('error', broke).on('exit', exited);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    worker.postMessage(job);
  });
}

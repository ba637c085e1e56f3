import { spawn } from 'node:child_process';
import { dirname } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

export interface LoadRun {
  readonly iterations: number;
  readonly seconds: number;
  readonly dropped: number;
  readonly checksFailed: number;
  readonly operations: Readonly<
    Record<string, { readonly requests: number; readonly failed: number; readonly statuses: Readonly<Record<string, number>> }>
  >;
  /** `holds` is undefined where the threshold cannot be computed: an unknown metric or aggregate, or no sample. */
  readonly thresholds: readonly {
    readonly key: string;
    readonly expression: string;
    readonly value?: number;
    readonly holds?: boolean;
    readonly samples: number;
  }[];
  readonly errors: readonly string[];
}

export interface LoadRequest {
  readonly script: string;
  /** The only server the script may ask. */
  readonly origin: string;
  readonly env: Readonly<Record<string, string>>;
  readonly durationMs: number;
  /** Arrivals a second at most: the plan is thinned out to it. */
  readonly maxRate: number;
}

const RUNNER = fileURLToPath(new URL('./k6-runner.mjs', import.meta.url));
const LONGEST_MS = 30_000;
const LONGEST_OUTPUT = 1_000_000;

/**
 * Runs a k6 script in a process of its own, which sees no files but the runner and starts no programs (Node's permission
 * model), with bounded memory and time.
 *
 * @throws with what the script or the runner said
 */
export function runK6(request: LoadRequest): Promise<LoadRun> {
  const [major = 20, minor = 0] = process.versions.node.split('.').map(Number);
  const permission =
    major > 23 || (major === 23 && minor >= 5) || (major === 22 && minor >= 13) ? '--permission' : '--experimental-permission';
  const flags = [
    '--no-warnings',
    '--experimental-vm-modules',
    '--max-old-space-size=256',
    permission,
    `--allow-fs-read=${dirname(RUNNER)}/*`,
    ...(major >= 25 ? ['--allow-net'] : []),
  ];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...flags, RUNNER], {
      env: {},
      stdio: 'pipe',
      timeout: LONGEST_MS,
      killSignal: 'SIGKILL',
    });
    let output = '';
    let complaint = '';
    child.stdout.setEncoding('utf8').on('data', (part: string) => {
      output += part;
      if (output.length > LONGEST_OUTPUT) child.kill('SIGKILL');
    });
    child.stderr.setEncoding('utf8').on('data', (part: string) => {
      if (complaint.length < 10_000) complaint += part;
    });
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(JSON.parse(output) as LoadRun);
      else reject(new Error(complaint.trim() || `stopped with ${code ?? 'a signal'}`));
    });
    child.stdin.on('error', () => undefined);
    child.stdin.end(JSON.stringify(request));
  });
}

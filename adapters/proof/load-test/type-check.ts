import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';

const LONGEST_MS = 30_000;

export interface TypeFault {
  readonly line: number;
  readonly message: string;
}

/**
 * The script through the TypeScript compiler with k6's own types.
 *
 * @throws where TypeScript or @types/k6 is not installed
 */
export async function typeFaults(script: string): Promise<readonly TypeFault[]> {
  const require = createRequire(import.meta.url);
  const compiler = join(dirname(require.resolve('typescript/package.json')), 'bin', 'tsc');
  const types = dirname(require.resolve('@types/k6/package.json'));
  const folder = await mkdtemp(join(tmpdir(), 'archwright-k6-'));
  try {
    await writeFile(join(folder, 'load-test.js'), script);
    const options = {
      compilerOptions: {
        allowJs: true,
        checkJs: true,
        noEmit: true,
        strict: true,
        target: 'es2022',
        lib: ['es2022'],
        module: 'esnext',
        moduleResolution: 'bundler',
        types: ['k6'],
        typeRoots: [dirname(types)],
        paths: { k6: [join(types, 'index.d.ts')], 'k6/*': [join(types, '*/index.d.ts')] },
        skipLibCheck: true,
      },
      files: ['load-test.js'],
    };
    await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(options));
    return faultsIn(await compile(compiler, folder));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** @throws where the compiler could not run: it says what is wrong on standard output and leaves standard error empty */
const compile = (compiler: string, folder: string): Promise<string> =>
  new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      [compiler, '-p', folder, '--pretty', 'false'],
      { timeout: LONGEST_MS, cwd: folder, maxBuffer: 4_000_000 },
      (error, stdout, stderr) => {
        if (error && stdout.trim() === '') reject(new Error(stderr.trim() || error.message));
        else resolve(stdout);
      },
    );
  });

const faultsIn = (output: string): readonly TypeFault[] =>
  output.split('\n').flatMap((text) => {
    const found = /^[^()]{0,300}\((\d{1,7}),\d{1,7}\): error (TS\d{1,6}: .{1,500})/.exec(text);
    if (found) return [{ line: Number(found[1]), message: found[2]! }];
    return text.startsWith('error ') ? [{ line: 1, message: text.slice(6) }] : [];
  });

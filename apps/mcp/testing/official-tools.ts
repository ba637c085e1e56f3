import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Both need Node 22 or newer; with the Node that npm carries they run whatever runs the tests. */
const PACKAGES = {
  [`node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`]: '24.21.0',
  '@modelcontextprotocol/conformance': '0.1.16',
  '@modelcontextprotocol/inspector': '2.12.0',
} as const;

export interface OfficialTools {
  readonly conformance: (args: readonly string[]) => Promise<Ended>;
  readonly inspector: (args: readonly string[]) => Promise<Ended>;
}
export interface Ended {
  readonly code: number;
  /** Both streams. */
  readonly output: string;
  readonly stdout: string;
}

/** Installs the official tools into a cache folder of the user, never into the repository, and says how to run them. */
export async function officialTools(): Promise<OfficialTools> {
  const cache = process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache');
  const folder = join(cache, 'archwright', `mcp-tools-${Object.values(PACKAGES).join('-')}`);
  const modules = join(folder, 'node_modules');
  if (!existsSync(join(folder, 'ready'))) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies: PACKAGES }));
    await run('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: folder });
    writeFileSync(join(folder, 'ready'), '');
  }
  const node = join(modules, Object.keys(PACKAGES)[0]!, 'bin/node');
  const tool =
    (script: string) =>
    async (args: readonly string[]): Promise<Ended> => {
      try {
        const { stdout, stderr } = await run(node, [join(modules, script), ...args], { cwd: folder, maxBuffer: 1 << 26 });
        return { code: 0, output: stdout + stderr, stdout };
      } catch (error) {
        const { code, stdout = '', stderr = '' } = error as { code?: number; stdout?: string; stderr?: string };
        return { code: typeof code === 'number' ? code : 1, output: stdout + stderr, stdout };
      }
    };
  return {
    conformance: tool('@modelcontextprotocol/conformance/dist/index.js'),
    inspector: tool('@modelcontextprotocol/inspector/clients/launcher/build/index.js'),
  };
}

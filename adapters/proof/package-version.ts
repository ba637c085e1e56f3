/// <reference types="node" />
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The installed version of a package, also where it does not export its own `package.json`; `unknown` where it is not found. */
export function packageVersion(name: string): string {
  try {
    const { resolve } = createRequire(import.meta.url);
    let folder = dirname(resolved(resolve, name));
    for (let up = 0; up < 8; up += 1) {
      const found = readVersion(join(folder, 'package.json'), name);
      if (found !== undefined) return found;
      folder = dirname(folder);
    }
  } catch {
    // Not installed: the prover itself will say why it could not run.
  }
  return 'unknown';
}

/** The main file; a package of programs only has none, but its manifest. */
function resolved(resolve: (name: string) => string, name: string): string {
  try {
    return resolve(name);
  } catch {
    return resolve(`${name}/package.json`);
  }
}

function readVersion(path: string, name: string): string | undefined {
  try {
    const manifest = JSON.parse(readFileSync(path, 'utf8')) as { name?: string; version?: string };
    return manifest.name === name ? manifest.version : undefined;
  } catch {
    return undefined;
  }
}

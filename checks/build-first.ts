/// <reference types="node" />
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** The tests of the command line run what users run: the bundle, built from the sources under test. */
export default function setup(): void {
  execFileSync(process.execPath, [join(import.meta.dirname, '../scripts/build.mjs')], { stdio: 'inherit' });
}

import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { expect, test } from 'vitest';
import { ROOT } from './source/source-file.ts';

test.each(['scripts/generate-registry.mjs', 'scripts/generate-docs.mjs'])(
  'what %s writes is what is in the repository',
  (script) => {
    const { status, stderr } = spawnSync(process.execPath, [script, '--check'], { cwd: ROOT, encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  },
  60_000,
);

import { lstatSync } from 'node:fs';
import { join } from 'node:path';

const SIGNS = [
  'RULES.md',
  'AGENTS.md',
  'CLAUDE.md',
  'compose.yaml',
  'compose.yml',
  'docker-compose.yaml',
  'docker-compose.yml',
  'Dockerfile',
  'docs/backend',
  'docs/architecture',
];

/** Whether a folder holds rules, architecture documents or a deployment: enough to read it without being asked to. */
export const looksLikeBackend = (folder: string): boolean => SIGNS.some((sign) => exists(join(folder, sign)));

function exists(path: string): boolean {
  try {
    const stats = lstatSync(path);
    return stats.isFile() || stats.isDirectory();
  } catch {
    return false;
  }
}

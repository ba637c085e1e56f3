import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { EXIT, Refusal } from '../exit-codes.ts';
import { repositoryRequirements } from './read-repository.ts';

const fixture = (name: string): string => fileURLToPath(new URL(`../../../fixtures/repos/${name}`, import.meta.url));

test.each<[string, string | undefined, string, boolean]>([
  ['the folder of --repo is read', fixture('node-shop'), '/', true],
  ['a current folder that looks like a backend is read', undefined, fixture('python-telemetry'), true],
  ['another current folder is not', undefined, fixture('node-shop/prisma'), false],
])('%s', async (_, option, current, isRead) => {
  const { requirements, notes } = await repositoryRequirements(option, current);
  expect(requirements.length > 0).toBe(isRead);
  expect(notes.every(({ severity }) => severity === 'info')).toBe(true);
});

test('a folder that is not there ends the command as bad input', async () => {
  const refusal = await repositoryRequirements(fixture('missing')).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(Refusal);
  expect(refusal).toMatchObject({
    code: EXIT.badInput,
    diagnostics: [{ code: 'repository/no-such-folder', at: { name: '--repo' } }],
  });
});

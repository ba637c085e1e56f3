/// <reference types="node" />
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Artefact } from '@archwright/model';
import { judge, type Finding } from '../findings.ts';
import { programPath, runProgram } from '../optional-tool.ts';
import { messageOf, notRun, type Prover } from '../proof.ts';

const CLAIM =
  'Caddy itself loads and sets it up, and every address it passes calls to is published by a unit beside it (caddy validate; nothing was served)';
const HINT = 'not installed here: apt-get install caddy (scripts/setup-tools.sh does it on Debian)';

/** `Caddyfile`s, loaded by Caddy. */
export const proveCaddy: Prover = async (artefacts) => {
  const files = artefacts.filter(({ path }) => /(?:^|\/)Caddyfile$/.test(path));
  if (files.length === 0) return [];
  const caddy = programPath('caddy');
  const missing = { tool: 'caddy', version: 'none' };
  if (caddy === undefined) return notRun(missing, CLAIM, files, HINT);
  const folder = mkdtempSync(join(tmpdir(), 'archwright-'));
  try {
    const { output } = await runProgram(caddy, ['version']);
    const by = { tool: 'caddy', version: /v?(\d+\.\d+\.\d+)/.exec(output)?.[1] ?? 'unknown' };
    return await Promise.all(
      files.map((file, index) =>
        judge(
          by,
          CLAIM,
          file,
          async () => [
            ...(await loadFindings(caddy, file, join(folder, `Caddyfile-${index}`), folder)),
            ...upstreams(file, artefacts),
          ],
          'valid configuration',
        ),
      ),
    );
  } catch (error) {
    return notRun(missing, CLAIM, files, `it did not run: ${messageOf(error)}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Variables of the file get a name that belongs to nobody; what Caddy keeps for itself goes to the folder. */
async function loadFindings(caddy: string, { content }: Artefact, place: string, folder: string): Promise<readonly Finding[]> {
  writeFileSync(place, content);
  const names = [...content.matchAll(/\{\$(\w+)\}/g)].map(([, name]) => name!);
  const env = {
    HOME: folder,
    XDG_DATA_HOME: folder,
    XDG_CONFIG_HOME: folder,
    ...Object.fromEntries(names.map((name) => [name, 'service.example'])),
  };
  const { status, errors } = await runProgram(caddy, ['validate', '--adapter', 'caddyfile', '--config', place], { env });
  if (status === 0) return [];
  const message = /^Error: (.*)$/m.exec(errors)?.[1] ?? errors.trim();
  const line = [...message.matchAll(/Caddyfile-\d+:(\d+)/g)].at(-1)?.[1];
  return [{ message: message.replaceAll(place, 'Caddyfile'), ...(line !== undefined && { line: Number(line) }) }];
}

function upstreams({ path, content }: Artefact, artefacts: readonly Artefact[]): readonly Finding[] {
  const folder = path.replace(/[^/]*$/, '');
  const units = artefacts.filter((one) => one.path.startsWith(`${folder}systemd/`) && one.path.endsWith('.service'));
  if (units.length === 0) return [];
  return content.split('\n').flatMap((text, index) => {
    const address = /^\s*reverse_proxy (\S+)/.exec(text)?.[1];
    return address === undefined || units.some((unit) => unit.content.includes(`--publish=${address}:`))
      ? []
      : [{ message: `no unit publishes ${address}`, line: index + 1 }];
  });
}

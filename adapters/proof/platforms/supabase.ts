import * as z from 'zod';
import type { LocatedDocument } from '../documents/located-yaml.ts';
import { judge, type Finding, schemaFindings } from '../findings.ts';
import { packageVersion } from '../package-version.ts';
import type { Prover } from '../proof.ts';
import { tomlFindings } from './fly.ts';

const CLAIM =
  'it is TOML, every key is one that the command line of Supabase knows, and no function is open to callers without a token unless it says so (Supabase was not asked)';

/**
 * The part of `supabase/config.toml` that is written here; the command line only warns of unknown keys and ignores them.
 *
 * @source https://supabase.com/docs/guides/functions/function-configuration, read 2026-11-30; the command line (3.1.0) took the generated
 * file that day and refused a text for verify_jwt
 */
const project = z.strictObject({
  project_id: z.string().regex(/^[\w.-]{1,40}$/, 'is no project name'),
  functions: z
    .record(
      z.string().regex(/^[A-Za-z][\w-]*$/, 'is no function name'),
      z.strictObject({
        enabled: z.boolean().optional(),
        verify_jwt: z.literal(true),
        entrypoint: z.string().optional(),
        import_map: z.string().optional(),
      }),
    )
    .optional(),
});

/** `supabase/config.toml`. */
export const proveSupabase: Prover = (artefacts) =>
  Promise.all(
    artefacts
      .filter(({ path }) => /(?:^|\/)supabase\/config\.toml$/.test(path))
      .map((file) => {
        const by = { tool: 'smol-toml', version: packageVersion('smol-toml') };
        return judge(by, CLAIM, file, () => tomlFindings(file.content, findingsIn), 'no finding');
      }),
  );

/** An entry point is the function's own folder: the command line deploys that folder and nothing outside it. */
function findingsIn(document: LocatedDocument): readonly Finding[] {
  const found = schemaFindings(project, document);
  if (found.length > 0) return found;
  const { functions = {} } = document.value as z.infer<typeof project>;
  return Object.entries(functions).flatMap(([name, { entrypoint }]) =>
    entrypoint === undefined || entrypoint.startsWith(`./functions/${name}/`)
      ? []
      : [{ message: `${entrypoint} is outside ./functions/${name}`, line: document.lineOf(['functions', name, 'entrypoint']) }],
  );
}

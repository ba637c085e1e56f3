import type { Artefact } from '@archwright/model';
import type { Dockerfile } from 'dockerfile-ast';
import { judge, type Finding } from '../findings.ts';
import { packageVersion } from '../package-version.ts';
import { messageOf, notRun, type Prover } from '../proof.ts';

const CLAIM =
  'by Docker’s rules of matching it keeps secrets, history and installed dependencies out of the build, and nothing that the Dockerfile copies (not built)';

/** `X.dockerignore` beside the Dockerfile `X`: what it lets through and what it holds back, path by path. */
export const proveDockerignore: Prover = async (artefacts) => {
  const files = artefacts.filter(({ path }) => path.endsWith('.dockerignore'));
  if (files.length === 0) return [];
  const by = { tool: '@balena/dockerignore', version: packageVersion('@balena/dockerignore') };
  try {
    const [{ default: ignore }, { DockerfileParser }] = await Promise.all([
      import('@balena/dockerignore'),
      import('dockerfile-ast'),
    ]);
    const ignores: Ignores = (lines, path) =>
      ignore()
        .add([...lines])
        .ignores(path);
    return await Promise.all(
      files.map((file) => {
        const built = artefacts.find(({ path }) => `${path}.dockerignore` === file.path);
        const dockerfile = built && DockerfileParser.parse(built.content);
        return judge(by, CLAIM, file, () => findingsOf(file, built, dockerfile, ignores), 'no finding');
      }),
    );
  } catch (error) {
    return notRun(by, CLAIM, files, `the matcher could not be loaded: ${messageOf(error)}`);
  }
};

type Ignores = (lines: readonly string[], path: string) => boolean;

/** What no image may hold, at the root and below: patterns of Docker, unlike those of Git, match from the root only. */
const HELD_BACK: readonly string[] = [
  '.git/config',
  '.env',
  '.env.production',
  'deploy/.env',
  'services/api/.env',
  'server.pem',
  'certificates/server.pem',
  'certificates/server.key',
  'deploy/infrastructure/terraform.tfstate',
  'deploy/infrastructure/.terraform/providers/a',
];

/** What each package manager leaves in the tree; copied in, it replaces what the image itself installed. */
const INSTALLED: readonly (readonly [command: RegExp, paths: readonly string[]])[] = [
  [/\bnpm\b/, ['node_modules/a/index.js', 'packages/a/node_modules/b/index.js']],
  [/\bpip\b/, ['.venv/bin/python', 'app/__pycache__/main.cpython-314.pyc']],
  [/\bcargo\b|\bmvnw?\b/, ['target/release/service']],
];

function findingsOf(
  { content }: Artefact,
  built: Artefact | undefined,
  dockerfile: Dockerfile | undefined,
  ignores: Ignores,
): readonly Finding[] {
  const lines = content.replace(/\n$/, '').split('\n');
  const installed = INSTALLED.flatMap(([command, paths]) => (command.test(built?.content ?? '') ? paths : []));
  return [
    ...[...HELD_BACK, ...installed]
      .filter((path) => !ignores(lines, path))
      .map((path) => ({ message: `${path} would be sent to the build and may stay in the image`, line: lines.length })),
    ...copiedSources(dockerfile)
      .filter((path) => ignores(lines, path))
      .map((path) => ({
        message: `the Dockerfile copies ${path}, which this line leaves out`,
        line: lineOf(lines, path, ignores),
      })),
  ];
}

/** Files and folders that COPY takes from the context by name; a stage's own files and wildcards are left alone. */
const copiedSources = (dockerfile: Dockerfile | undefined): readonly string[] =>
  (dockerfile?.getCOPYs() ?? [])
    .filter((copy) => !copy.getFlags().some((flag) => flag.getName() === 'from'))
    .flatMap((copy) => copy.getArguments().slice(0, -1))
    .map((argument) =>
      argument
        .getValue()
        .replace(/^\.?\//, '')
        .replace(/\/$/, ''),
    )
    .filter((path) => path !== '' && path !== '.' && !/[*?[$]/.test(path));

/** The first line from which on the path is left out. */
const lineOf = (lines: readonly string[], path: string, ignores: Ignores): number =>
  lines.findLastIndex((_, index) => !ignores(lines.slice(0, index), path)) + 1;

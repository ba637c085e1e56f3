import { stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { type Diagnostic, lookUp, type Outcome } from '@archwright/kernel';
import type { Technology } from '@archwright/model';
import { readText } from '../files/read-text.ts';
import { technologyIndex, type TechnologyIndex } from '../technology/technology-index.ts';
import { type InUse, nothing } from './in-use.ts';
import { npmPackages } from './npm-packages.ts';
import { goPackages, mavenPackages, pyprojectPackages, requirementsPackages } from './other-packages.ts';
import { imagesInUse, VERSION_FILES, versionFile } from './runtime-files.ts';

/** Lock files are large; manifests are not. */
const LARGEST_BYTES = 32 * 1024 * 1024;
const LOCKS = ['package-lock.json', 'npm-shrinkwrap.json', 'pnpm-lock.yaml', 'yarn.lock'];
const IMAGES = ['Dockerfile', 'compose.yaml', 'compose.yml', 'docker-compose.yml', 'docker-compose.yaml'];
const MANIFESTS = [
  'package.json',
  'requirements.txt',
  'pyproject.toml',
  'go.mod',
  'pom.xml',
  ...Object.keys(VERSION_FILES),
  ...IMAGES,
];

/**
 * The packages and runtimes that a manifest, or every manifest of a folder, names, with their versions and lines.
 *
 * @param target - a folder, or one of the files this knows
 * @diagnostics `manifest/none`, `manifest/unknown`, `manifest/not-read` (errors where nothing else was read)
 */
export async function readInUse(
  target: string,
  technologies: readonly Technology[],
): Promise<Outcome<InUse & { readonly files: readonly string[] }>> {
  const isFolder = await stat(target).then(
    (found) => found.isDirectory(),
    () => undefined,
  );
  if (isFolder === undefined)
    return refused(
      target,
      'manifest/none',
      'there is no such file or folder',
      'name a folder with a manifest, or the manifest itself',
    );
  const [folder, names] = isFolder ? [target, MANIFESTS] : [dirname(target), [basename(target)]];
  if (!isFolder && !isKnown(names[0]!))
    return refused(target, 'manifest/unknown', 'is no manifest that can be read', `known: ${MANIFESTS.join(', ')}`);
  const index = technologyIndex(technologies);
  const found: InUse[] = [];
  const files: string[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const name of names) {
    const text = await textOf(join(folder, name));
    if (text === undefined) continue;
    const read = 'refusal' in text ? undefined : await readOne(folder, name, text.text, index);
    if (read) {
      found.push(read);
      files.push(name);
    } else
      diagnostics.push(
        problem(
          join(folder, name),
          'refusal' in text ? text.refusal : 'is not what its name says',
          isFolder ? 'warning' : 'error',
        ),
      );
  }
  if (files.length === 0 && diagnostics.length === 0)
    return refused(target, 'manifest/none', 'holds no manifest', `one of ${MANIFESTS.join(', ')}`);
  return {
    value: { packages: found.flatMap(({ packages }) => packages), runtimes: found.flatMap(({ runtimes }) => runtimes), files },
    diagnostics: files.length === 0 ? diagnostics.map((one) => ({ ...one, severity: 'error' as const })) : diagnostics,
  };
}

const isKnown = (name: string): boolean =>
  MANIFESTS.includes(name) || /^requirements[\w.-]*\.txt$/.test(name) || /dockerfile/i.test(name);

async function readOne(folder: string, name: string, text: string, index: TechnologyIndex): Promise<InUse | undefined> {
  const versioned = lookUp(VERSION_FILES, name);
  if (versioned) return versionFile(name, text, versioned);
  if (name === 'package.json') return npmPackages(name, text, await lockOf(folder));
  if (name.endsWith('.txt')) return requirementsPackages(name, text);
  if (name === 'pyproject.toml') return pyprojectPackages(name, text);
  if (name === 'go.mod') return goPackages(name, text);
  if (name === 'pom.xml') return mavenPackages(name, text);
  return imagesInUse(name, text, index);
}

async function lockOf(folder: string): Promise<{ readonly file: string; readonly text: string } | undefined> {
  for (const file of LOCKS) {
    const text = await textOf(join(folder, file));
    if (text && 'text' in text) return { file, text: text.text };
  }
  return undefined;
}

/** Undefined where there is no such file. */
async function textOf(path: string): Promise<{ readonly text: string } | { readonly refusal: string } | undefined> {
  const read = await readText(path, LARGEST_BYTES);
  return 'refusal' in read && /ENOENT/.test(read.refusal) ? undefined : read;
}

const problem = (path: string, message: string, severity: Diagnostic['severity']): Diagnostic => ({
  code: 'manifest/not-read',
  severity,
  message: `${path} ${message}`,
});

const refused = (
  target: string,
  code: string,
  message: string,
  hint: string,
): Outcome<InUse & { readonly files: readonly string[] }> => ({
  value: { ...nothing, files: [] },
  diagnostics: [{ code, severity: 'error', message: `${target} ${message}`, hint }],
});

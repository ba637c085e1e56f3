import type { TechnologyIndex } from '../technology/technology-index.ts';
import { imageVersion } from '../technology/image-name.ts';
import { type InUse, plainVersion } from './in-use.ts';

/** `.nvmrc`, `.node-version`, `.python-version`, `.java-version`: one version, or a word that names none. */
export const VERSION_FILES: Readonly<Record<string, string>> = {
  '.nvmrc': 'nodejs',
  '.node-version': 'nodejs',
  '.python-version': 'python',
  '.java-version': 'java',
};

export function versionFile(file: string, text: string, technology: string): InUse {
  const version = plainVersion(text.split('\n')[0] ?? '');
  return { packages: [], runtimes: version === undefined ? [] : [{ technology, version, file, line: 1 }] };
}

/** The images that a Dockerfile is built from, and those a compose file runs, where their tag is a version. */
export function imagesInUse(file: string, text: string, technologies: TechnologyIndex): InUse {
  const runtimes = text.split('\n').flatMap((line, index) => {
    const reference = /^\s*(?:FROM\s+(?:--platform=\S{1,40}\s+)?|(?:-\s*)?image:\s*["']?)([\w./:@-]{1,200})/i.exec(line)?.[1];
    const technology = reference === undefined ? undefined : technologies.image(reference);
    const version = reference === undefined ? undefined : imageVersion(reference);
    return technology === undefined || version === undefined ? [] : [{ technology, version, file, line: index + 1 }];
  });
  return { packages: [], runtimes };
}

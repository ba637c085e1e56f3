/// <reference types="node" />
import { versions } from 'node:process';
import { parseEnv } from 'node:util';
import type { Artefact } from '@archwright/model';
import { judge, type Finding } from '../findings.ts';
import type { Prover } from '../proof.ts';

const CLAIM =
  'it parses, names each variable once, names exactly those that the composition beside it reads, and holds no secret (nothing was started)';

/** `*.env.example`: what a person copies and fills in before the composition beside it starts. */
export const proveEnvironmentExamples: Prover = (artefacts) =>
  Promise.all(
    artefacts
      .filter(({ path }) => path.endsWith('.env.example'))
      .map((file) => {
        const folder = file.path.replace(/[^/]*$/, '');
        const composition = artefacts.find(({ path }) => path === `${folder}compose.yaml`);
        const by = { tool: 'node:util parseEnv', version: versions.node };
        return judge(by, CLAIM, file, () => findingsOf(file, composition), 'no finding');
      }),
  );

interface Variable {
  readonly name: string;
  readonly line: number;
}

function findingsOf({ content }: Artefact, composition: Artefact | undefined): readonly Finding[] {
  const lines = content.replace(/\n$/, '').split('\n');
  const values = parseEnv(content);
  const named = lines.flatMap((text, index): readonly Variable[] => {
    const name = /^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=/.exec(text)?.[1];
    return name === undefined ? [] : [{ name, line: index + 1 }];
  });
  return [
    ...lines.flatMap((text, index) =>
      /^\s*(?:#.*)?$|^[A-Za-z_]\w*=/.test(text) ? [] : [{ message: 'neither a comment nor NAME=value', line: index + 1 }],
    ),
    ...named
      .filter(({ name }, index) => named.findIndex((other) => other.name === name) < index)
      .map(({ name, line }) => ({ message: `${name} is set a second time`, line })),
    ...named
      .filter(({ name }) => isSecret(name, values[name] ?? ''))
      .map(({ name, line }) => ({ message: `${name} has a value that looks like a secret: an example is committed`, line })),
    ...(composition ? compared(named, composition, lines.length) : []),
  ];
}

/** `$NAME`, `${NAME}` and `${NAME:?text}`, but not `$$NAME`, which the composition passes on. */
const READ = /(?<!\$)(?:\$\$)*\$(?:\{([A-Za-z_]\w*)[^}]*\}|([A-Za-z_]\w*))/g;

function compared(named: readonly Variable[], { path, content }: Artefact, last: number): readonly Finding[] {
  const read = new Set([...content.matchAll(READ)].map(([, braced, plain]) => (braced ?? plain)!));
  return [
    ...named
      .filter(({ name }) => !read.has(name))
      .map(({ name, line }) => ({ message: `${name} is read nowhere in ${path}`, line })),
    ...[...read]
      .filter((name) => !named.some((one) => one.name === name))
      .map((name) => ({ message: `${path} reads ${name}, which is not here`, line: last })),
  ];
}

const SECRET_NAME = /(?:^|_)(?:PASSWORD|PASSWD|SECRET|TOKEN|KEY|CREDENTIALS?|DSN)$/i;
/** Forms that name themselves, of AWS, Google, GitHub, Slack and Stripe, keys in PEM, and addresses with a password. */
const SECRET_VALUE =
  /\bA(?:KIA|SIA)[0-9A-Z]{16}\b|\bAIza[\w-]{35}|\bgh[opsur]_\w{20,}|\bxox[abpr]-|\b[rs]k_(?:live|test)_\w+|-----BEGIN|:\/\/[^\s:/@]+:[^\s:/@]+@/;

const isSecret = (name: string, value: string): boolean => value !== '' && (SECRET_NAME.test(name) || SECRET_VALUE.test(value));

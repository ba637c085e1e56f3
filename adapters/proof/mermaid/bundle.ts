/// <reference types="node" />
import type { BuildOptions } from 'esbuild';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

export interface MermaidParser {
  readonly version: string;
  parse(text: string): Promise<string>;
}

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** What the build and the tests give to esbuild: one file for Node, with the sanitiser taken out. */
export const mermaidBundle = () =>
  ({
    entryPoints: [here('./bundle-entry.ts')],
    outfile: here('./dist/mermaid-parser.cjs'),
    alias: { dompurify: here('./no-sanitiser.ts') },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    minify: true,
    legalComments: 'none',
  }) satisfies BuildOptions;

const loaded = new Map<string, Promise<MermaidParser>>();

/**
 * The bundled parser, once a process. A checkout without it builds it first, which needs the development dependencies.
 *
 * @param at - the bundle, where the installed program keeps it
 */
export function loadMermaidParser(at: string = mermaidBundle().outfile): Promise<MermaidParser> {
  const known = loaded.get(at) ?? load(at);
  loaded.set(at, known);
  return known;
}

async function load(at: string): Promise<MermaidParser> {
  if (!existsSync(at)) {
    const { build } = await import('esbuild');
    await build({ ...mermaidBundle(), outfile: at, logLevel: 'silent' });
  }
  // Not `import()`: a test runner would transform the 3.5 MB file first.
  return createRequire(import.meta.url)(at) as MermaidParser;
}

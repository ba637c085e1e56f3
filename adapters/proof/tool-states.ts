import { existsSync } from 'node:fs';
import { packageVersion } from './package-version.ts';

export interface ToolState {
  readonly what: string;
  readonly state: 'ok' | 'missing';
  readonly detail: string;
}

const PACKAGES: readonly (readonly [what: string, name: string, loss: string])[] = [
  ['OpenAPI linter', '@redocly/openapi-core', 'OpenAPI files are not linted'],
  ['second OpenAPI linter', '@stoplight/spectral-core', 'OpenAPI files are linted by one linter only'],
  ['JSON Schema validator', 'ajv', 'examples and the mock server are not checked'],
  ['AsyncAPI parser', '@asyncapi/parser', 'event contracts are not parsed'],
  ['Protocol Buffers linter', '@bufbuild/buf', 'RPC contracts are neither linted nor compared'],
  ['types of k6', '@types/k6', 'load tests are not type-checked'],
  ['PostgreSQL', '@electric-sql/pglite', 'schemas are parsed, not run'],
  ['PostgreSQL parser', 'libpg-query', 'SQL is not parsed'],
];

/** Which proof tools are here, and what is lost without each. */
export async function toolStates(mermaidParser?: string): Promise<readonly ToolState[]> {
  const packages = PACKAGES.map(([what, name, loss]): ToolState => {
    const version = packageVersion(name);
    return version === 'unknown'
      ? { what, state: 'missing', detail: `${name} is not installed: ${loss}` }
      : { what, state: 'ok', detail: `${name} ${version}` };
  });
  const mermaid = mermaidParser !== undefined && existsSync(mermaidParser);
  return [
    ...packages,
    {
      what: 'Mermaid parser',
      state: mermaid ? 'ok' : 'missing',
      detail: mermaid ? mermaidParser : 'the bundled parser is missing: run `npm run build`',
    },
  ];
}

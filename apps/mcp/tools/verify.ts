import type { Technology, VersionFinding } from '@archwright/model';
import type { McpServer } from '@modelcontextprotocol/server';
import { catalogue } from '@archwright/catalogue';
import * as z from 'zod';
import type { Context } from '../context.ts';
import { clip, first } from '../results/bounds.ts';
import { linkSchema, versionSchema } from '../results/schemas.ts';
import { answered, result, runFor } from './call.ts';

const MOST_TECHNOLOGIES = 20;
const MOST_EVIDENCE = 8;

const output = z.object({
  technologies: z.array(
    versionSchema.extend({
      evidence: z.array(
        z.object({
          claim: z.string(),
          value: z.string(),
          source: z.string(),
          locator: z.string(),
          retrievedAt: z.string(),
          origin: z.string(),
        }),
      ),
    }),
  ),
  unknown: z.array(z.string()).describe('not in the catalogue: unverified, so name no version of them'),
  catalogueEntries: z.array(linkSchema),
});

/** `verify_technology`: evidence for versions, from the sources this installation reaches. */
export function registerVerify(server: McpServer, context: Context): void {
  server.registerTool(
    'verify_technology',
    {
      title: 'Verify technologies',
      description:
        'Evidence for the current version, end of life and deprecation of technologies, with source and date. Call it before naming any version. What comes back unverified has no version: say so.',
      inputSchema: z.object({
        technologies: z
          .array(z.string().min(1).max(120))
          .min(1)
          .max(MOST_TECHNOLOGIES)
          .describe('catalogue ids, product names, or npm package names'),
        offline: z.boolean().optional(),
      }),
      outputSchema: output,
      annotations: { readOnlyHint: true, idempotentHint: true, openWorldHint: true },
    },
    ({ technologies, offline = false }, call) =>
      answered(async () => {
        const found = technologies.map((name) => ({ name, technology: technologyCalled(name) }));
        const known = [...new Set(found.flatMap(({ technology }) => (technology ? [technology.id] : [])))];
        const findings = await runFor(
          context,
          call,
          { kind: 'verify', technologies: known, offline: context.host.offline || offline, date: context.host.today() },
          context.timeLimits.lookupMs,
        );
        const unknown = found.filter(({ technology }) => !technology).map(({ name }) => name);
        const structured = {
          technologies: findings.map(findingLine),
          unknown,
          catalogueEntries: known.map((id) => ({
            uri: `archwright://catalogue/technology/${encodeURIComponent(id)}`,
            title: catalogue.technologies.find((one) => one.id === id)!.name,
          })),
        };
        return result(structured, textOf(findings, unknown));
      }),
  );
}

/** By id, product name, alias, or package name; nothing close is taken for the thing itself. */
function technologyCalled(name: string): Technology | undefined {
  const plain = name.trim().toLowerCase();
  return catalogue.technologies.find(
    ({ id, name: product, aliases = [], identifiers }) =>
      id === plain ||
      product.toLowerCase() === plain ||
      aliases.some((alias) => alias.toLowerCase() === plain) ||
      identifiers.npm === plain,
  );
}

function findingLine({ technology, name, status, version, reason, asOf, endOfLife, deprecated, link, evidence }: VersionFinding) {
  return {
    technology,
    name,
    status,
    ...(version !== undefined && { version }),
    reason: clip(reason),
    ...(asOf !== undefined && { asOf: asOf.slice(0, 10) }),
    ...(endOfLife !== undefined && { endOfLife }),
    ...(deprecated !== undefined && { deprecated: clip(deprecated) }),
    documentation: link,
    evidence: first(evidence, MOST_EVIDENCE).shown.map(({ claim, value, source, locator, retrievedAt, origin }) => ({
      claim,
      value: clip(value, 160),
      source,
      locator: clip(locator, 200),
      retrievedAt: retrievedAt.slice(0, 10),
      origin,
    })),
  };
}

const textOf = (findings: readonly VersionFinding[], unknown: readonly string[]): string =>
  [
    ...findings.map(
      ({ name, version, status, reason, endOfLife, deprecated, link }) =>
        `- ${name}: ${version === undefined ? 'version unverified' : `${version} (${status})`}; ${reason}${endOfLife ? `; end of life ${endOfLife}` : ''}${deprecated ? `; deprecated: ${clip(deprecated, 160)}` : ''}; ${link}`,
    ),
    ...unknown.map((name) => `- ${clip(name, 120)}: not in the catalogue, version unverified`),
  ].join('\n');

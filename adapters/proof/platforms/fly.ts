import { locatedToml } from '../documents/located-toml.ts';
import type { LocatedDocument } from '../documents/located-yaml.ts';
import { Fault } from '../documents/fault.ts';
import { judge, type Finding, schemaFindings } from '../findings.ts';
import { packageVersion } from '../package-version.ts';
import type { Prover } from '../proof.ts';
import { type FlyApplication, flyApplication } from './fly-schema.ts';

const CLAIM =
  'it is TOML, every key and value is one of the published schema, and checks ask the ports that the application is told to open (Fly was not asked)';

/** `fly/*.toml`: parsed, then held to the published schema as far as it is written here. */
export const proveFly: Prover = (artefacts) =>
  Promise.all(
    artefacts
      .filter(({ path }) => /(?:^|\/)fly\/[^/]+\.toml$|(?:^|\/)fly\.toml$/.test(path))
      .map((file) => {
        const by = { tool: 'smol-toml', version: packageVersion('smol-toml') };
        return judge(by, CLAIM, file, () => tomlFindings(file.content, flyFindings), 'no finding');
      }),
  );

/** Findings of a TOML file; what does not parse is the only one. */
export function tomlFindings(content: string, findingsIn: (document: LocatedDocument) => readonly Finding[]): readonly Finding[] {
  try {
    return findingsIn(locatedToml(content));
  } catch (error) {
    if (error instanceof Fault) return [{ message: error.message, line: error.line }];
    throw error;
  }
}

function flyFindings(document: LocatedDocument): readonly Finding[] {
  const found = schemaFindings(flyApplication, document);
  return found.length > 0 ? found : portFindings(document.value as FlyApplication, document);
}

/** The application listens where its environment says. */
function portFindings(
  { env = {}, http_service: service, checks = {} }: FlyApplication,
  { lineOf }: LocatedDocument,
): readonly Finding[] {
  const isOpen = (port: number): boolean => [env['PORT'], env['HEALTH_PORT']].includes(String(port));
  return [
    ...(service && env['PORT'] !== String(service.internal_port)
      ? [
          {
            message: `calls go to ${service.internal_port}, but PORT is ${env['PORT'] ?? 'not set'}`,
            line: lineOf(['http_service', 'internal_port']),
          },
        ]
      : []),
    ...Object.entries(checks)
      .filter(([, { port }]) => !isOpen(port))
      .map(([name, { port }]) => ({ message: `nothing listens on ${port}`, line: lineOf(['checks', name, 'port']) })),
  ];
}

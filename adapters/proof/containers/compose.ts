import type { Artefact } from '@archwright/model';
import { type LocatedDocument, locatedDocuments, syntaxFault } from '../documents/located-yaml.ts';
import { judge, schemaFindings, type Finding } from '../findings.ts';
import type { Prover } from '../proof.ts';
import { composeSchema, type Composition } from './compose-schema.ts';

const BY = { tool: 'compose specification', version: '2026-11-30' };
const CLAIM =
  'it follows the Compose specification; services, volumes, files and ports resolve; units run without privileges (not started: no container engine is used)';

/** `compose.yaml`: its structure, and what it refers to within itself and among the other files of the design. */
export const proveCompositions: Prover = async (artefacts) =>
  Promise.all(
    artefacts
      .filter(({ path }) => /(?:^|\/)(?:docker-)?compose\.ya?ml$/.test(path))
      .map((file) => judge(BY, CLAIM, file, () => compositionFindings(file, artefacts), 'no finding')),
  );

function compositionFindings(file: Artefact, artefacts: readonly Artefact[]): readonly Finding[] {
  const [document] = locatedDocuments(file.content);
  if (!document) return [syntaxFault(file.content)];
  const faults = schemaFindings(composeSchema, document);
  if (faults.length > 0) return faults;
  const composition = document.value as Composition;
  return [
    ...references(composition, document),
    ...files(composition, document, file, artefacts),
    ...ports(composition, document),
    ...privileges(composition, document),
    ...variables(file),
  ];
}

type Service = Composition['services'][string];
const each = ({ services }: Composition, look: (name: string, service: Service) => readonly Finding[]): readonly Finding[] =>
  Object.entries(services).flatMap(([name, service]) => look(name, service));

function references(composition: Composition, document: LocatedDocument): readonly Finding[] {
  const { services, volumes = {} } = composition;
  return each(composition, (name, { depends_on = {}, volumes: mounts = [], image, build }) => {
    const wanted = Array.isArray(depends_on)
      ? depends_on.map((one) => [one, 'service_started'] as const)
      : Object.entries(depends_on).map(([one, { condition }]) => [one, condition] as const);
    const at = (path: readonly (string | number)[], message: string): Finding => ({
      message: `${name}: ${message}`,
      line: document.lineOf(['services', name, ...path]),
    });
    return [
      ...(image === undefined && build === undefined ? [at([], 'neither an image nor a build')] : []),
      ...wanted.flatMap(([other, condition]) => {
        if (!services[other]) return [at(['depends_on', other], `there is no service ${other}`)];
        const probed = services[other].healthcheck ?? services[other].build;
        return condition === 'service_healthy' && !probed ? [at(['depends_on', other], `${other} has no healthcheck`)] : [];
      }),
      ...mounts.flatMap((mount, index) => {
        const source = mount.split(':')[0]!;
        return /^[./~]/.test(source) || source in volumes ? [] : [at(['volumes', index], `there is no volume ${source}`)];
      }),
    ];
  });
}

/** Build files and mounted files are among the files of the design; paths start at the composition's folder. */
function files(
  composition: Composition,
  document: LocatedDocument,
  { path }: Artefact,
  artefacts: readonly Artefact[],
): readonly Finding[] {
  const folder = path.split('/').slice(0, -1);
  const known = (relative: string): boolean => {
    const whole = normal([...folder, ...relative.split('/')]);
    return artefacts.some((artefact) => artefact.path === whole || artefact.path.startsWith(`${whole}/`));
  };
  return each(composition, (name, { build, volumes = [] }) => {
    const at = (where: readonly (string | number)[], message: string): Finding => ({
      message: `${name}: ${message}`,
      line: document.lineOf(['services', name, ...where]),
    });
    const made = typeof build === 'object' ? `${build.context}/${build.dockerfile ?? 'Dockerfile'}` : undefined;
    return [
      ...(made !== undefined && !known(made) ? [at(['build', 'dockerfile'], `there is no file ${made}`)] : []),
      ...volumes.flatMap((mount, index) => {
        const source = mount.split(':')[0]!;
        return source.startsWith('.') && !known(source) ? [at(['volumes', index], `there is no file ${source}`)] : [];
      }),
    ];
  });
}

function normal(steps: readonly string[]): string {
  const kept: string[] = [];
  for (const step of steps) {
    if (step === '..') kept.pop();
    else if (step !== '.' && step !== '') kept.push(step);
  }
  return kept.join('/');
}

/** Two services cannot take one port of the machine; nothing listens beyond the machine itself. */
function ports(composition: Composition, document: LocatedDocument): readonly Finding[] {
  const taken = new Map<string, string>();
  return each(composition, (name, { ports: mapped = [] }) =>
    mapped.flatMap((mapping, index) => {
      const parts = mapping.replace(/\/(?:tcp|udp)$/, '').split(':');
      const host = parts.slice(0, -1).join(':');
      const line = document.lineOf(['services', name, 'ports', index]);
      const before = taken.get(host);
      taken.set(host, name);
      return [
        ...(host !== '' && before !== undefined ? [{ message: `${name}: ${host} is taken by ${before}`, line }] : []),
        ...(parts.length < 3 ? [{ message: `${name}: ${mapping} listens on every address of the machine`, line }] : []),
      ];
    }),
  );
}

/** What is built here is ours: it runs with nothing it does not need. */
const privileges = (composition: Composition, document: LocatedDocument): readonly Finding[] =>
  each(composition, (name, { build, read_only, cap_drop = [], security_opt = [], deploy }) => {
    if (build === undefined) return [];
    const line = document.lineOf(['services', name]);
    return [
      ...(read_only ? [] : [{ message: `${name}: its file system can be written`, line }]),
      ...(cap_drop.includes('ALL') ? [] : [{ message: `${name}: it keeps capabilities`, line }]),
      ...(security_opt.includes('no-new-privileges:true') ? [] : [{ message: `${name}: it may gain privileges`, line }]),
      ...(deploy?.resources?.limits?.memory === undefined ? [{ message: `${name}: no limit of memory`, line }] : []),
    ];
  });

/** A `$` is a variable of Compose, `$$`, or a fault. */
const variables = ({ content }: Artefact): readonly Finding[] =>
  content.split('\n').flatMap((text, index) => {
    if (/^\s*#/.test(text)) return [];
    const rest = text.replaceAll('$$', '').replace(/\$\{[A-Za-z_]\w*(?:(?::?[-?+])[^}]*)?\}/g, '');
    return rest.includes('$') ? [{ message: 'a $ that Compose would take for a variable', line: index + 1 }] : [];
  });

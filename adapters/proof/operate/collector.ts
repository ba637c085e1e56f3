import type { Artefact } from '@archwright/model';
import { type LocatedDocument, locatedDocuments, syntaxFault } from '../documents/located-yaml.ts';
import { judge, schemaFindings, type Finding } from '../findings.ts';
import type { Prover } from '../proof.ts';
import { COMPONENTS, collectorSchema, type Collector } from './collector-schema.ts';

const BY = { tool: 'collector component schemas', version: '2026-11-30' };
const CLAIM =
  'each component takes its keys, each pipeline uses only what is declared and all of it, and credentials come from the environment (no collector was started)';

/** `otel-collector.yaml`: structure, components, pipelines. */
export const proveCollector: Prover = async (artefacts) =>
  Promise.all(
    artefacts
      .filter(({ path }) => /(?:^|\/)otel-collector\.ya?ml$/.test(path))
      .map((file) => judge(BY, CLAIM, file, () => collectorFindings(file), 'no finding')),
  );

function collectorFindings({ content }: Artefact): readonly Finding[] {
  const [document] = locatedDocuments(content);
  if (!document) return [syntaxFault(content)];
  const faults = schemaFindings(collectorSchema, document);
  if (faults.length > 0) return faults;
  const collector = document.value as Collector;
  return [...components(collector, document), ...pipelines(collector, document)];
}

const SECTIONS = ['extensions', 'receivers', 'processors', 'exporters'] as const;

const components = (collector: Collector, document: LocatedDocument): readonly Finding[] =>
  SECTIONS.flatMap((section) =>
    Object.keys(collector[section] ?? {}).flatMap((id) => {
      const schema = COMPONENTS[section][id.split('/')[0]!];
      const path = [section, id];
      return schema
        ? schemaFindings(schema, document, path)
        : [{ message: `${section}: there is no component ${id}`, line: document.lineOf(path) }];
    }),
  );

function pipelines(collector: Collector, document: LocatedDocument): readonly Finding[] {
  const { service } = collector;
  const used = new Set((service.extensions ?? []).map((id) => `extensions.${id}`));
  const undeclared = Object.entries(service.pipelines).flatMap(([name, pipeline]) => [
    ...(['receivers', 'processors', 'exporters'] as const).flatMap((section) =>
      (pipeline[section] ?? []).flatMap((id, index) => {
        used.add(`${section}.${id}`);
        return id in (collector[section] ?? {})
          ? []
          : [
              {
                message: `pipeline ${name}: ${section} has no ${id}`,
                line: document.lineOf(['service', 'pipelines', name, section, index]),
              },
            ];
      }),
    ),
    ...order(name, pipeline.processors ?? [], document),
  ]);
  const idle = SECTIONS.flatMap((section) =>
    Object.keys(collector[section] ?? {})
      .filter((id) => !used.has(`${section}.${id}`))
      .map((id) => ({ message: `${section}: ${id} is in no pipeline`, line: document.lineOf([section, id]) })),
  );
  return [...undeclared, ...idle];
}

/** The limiter refuses before work was done; batches are made last: README of both processors. */
function order(name: string, processors: readonly string[], document: LocatedDocument): readonly Finding[] {
  const line = document.lineOf(['service', 'pipelines', name, 'processors']);
  return [
    ...(processors[0] === 'memory_limiter' ? [] : [{ message: `pipeline ${name}: memory_limiter is not first`, line }]),
    ...(processors.at(-1) === 'batch' ? [] : [{ message: `pipeline ${name}: batch is not last`, line }]),
  ];
}

import type { Design, Risk } from '@archwright/model';
import { bullets, page, section, table } from '../markdown/page.ts';
import { inline, listed, sentence, sourceLink } from '../markdown/text.ts';
import { type Writer, writer } from '../markdown/writer.ts';

const WEIGHT: Readonly<Record<Risk['severity'], number>> = { critical: 0, high: 1, medium: 2, low: 3 };

/** `operate/failure-modes.md`: every failure as the person on call reads it, the most severe first. */
export function failureModes(design: Design): string {
  const write = writer(design);
  const risks = design.risks.toSorted((a, b) => WEIGHT[a.severity] - WEIGHT[b.severity]);
  return page(
    `# Failure modes of ${inline(design.title)}`,
    ...risks.map((risk) => failure(risk, write)),
    section('## Every part', everyPart(design, write)),
  );
}

/** No part is left without a word: what strikes it, or with what it falls. */
function everyPart({ architecture, risks }: Design, write: Writer): string {
  const { components, connections } = architecture;
  const rows = components.map(({ id, kind }) => {
    const own = risks.filter(({ component }) => component === id);
    const needs = connections.filter((one) => one.from === id && one.mode === 'sync').map(({ to }) => write.component(to));
    const falls =
      kind === 'client'
        ? 'not ours: its requests repeat with the same idempotency key'
        : needs.length > 0
          ? `falls or degrades with ${listed([...new Set(needs)])}`
          : 'has no failure of its own in the catalogue: watch its availability and errors';
    return [write.component(id), own.length > 0 ? own.map(({ title }) => inline(title)).join('; ') : falls];
  });
  return table(['part', 'what strikes it'], rows);
}

const failure = (risk: Risk, write: Writer): string =>
  section(
    `## ${inline(risk.title)} (${risk.severity})`,
    bullets([
      `Strikes: ${write.component(risk.component)}`,
      `Trigger: ${sentence(risk.trigger)}`,
      `First signal: ${sentence(risk.signal)}`,
      `Effect: ${sentence(risk.effect)}`,
      `Mitigation: ${sentence(risk.mitigation)}`,
      `Recovery: ${sentence(risk.recovery)}`,
      ...(risk.sources.length > 0 ? [`Sources: ${risk.sources.map(sourceLink).join('; ')}`] : []),
    ]),
  );

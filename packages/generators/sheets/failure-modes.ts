import type { Design, Risk } from '@archwright/model';
import { bullets, page, section } from '../markdown/page.ts';
import { inline, sentence, sourceLink } from '../markdown/text.ts';
import { type Writer, writer } from '../markdown/writer.ts';

const WEIGHT: Readonly<Record<Risk['severity'], number>> = { critical: 0, high: 1, medium: 2, low: 3 };

/** `operate/failure-modes.md`: every failure as the person on call reads it, the most severe first. */
export function failureModes(design: Design): string {
  const write = writer(design);
  const risks = design.risks.toSorted((a, b) => WEIGHT[a.severity] - WEIGHT[b.severity]);
  return page(`# Failure modes of ${inline(design.title)}`, ...risks.map((risk) => failure(risk, write)));
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

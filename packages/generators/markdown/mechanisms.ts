import type { MechanismUse } from '@archwright/model';
import { markdownFence } from '../escape/markdown.ts';
import { bullets, numbered, section, table } from './page.ts';
import type { Material } from './writer.ts';
import { inline, sentence, sourceLink } from './text.ts';

/** The mechanisms that carry the hardest requirements, each from its problem to its edge case. */
export const deepDives = (material: Material): string =>
  section(
    '## Deep dives',
    ...material.design.architecture.mechanisms.filter(({ deepDive }) => deepDive).map((use) => deepDive(use, material)),
  );

function deepDive(use: MechanismUse, { write }: Material): string {
  const parameters = use.parameters.map(({ label, figure, meaning }) => [inline(label), write.cite(figure), inline(meaning)]);
  return section(
    `### ${inline(use.name)}`,
    `**Problem.** ${sentence(use.problem)}`,
    `**Structure.** ${sentence(use.structure)}`,
    numbered(use.steps.map(sentence)),
    table(['parameter', 'value', 'why'], parameters),
    use.snippet ? markdownFence(use.snippet.language, use.snippet.code) : '',
    bullets([
      `**Trade-off.** ${sentence(use.tradeOff)}`,
      `**Rejected.** ${sentence(`${use.rejected.alternative}: ${use.rejected.because}`)}`,
      `**Edge case.** ${sentence(use.edgeCase.case)} ${sentence(use.edgeCase.cure)}`,
    ]),
    use.sources.length === 0 ? '' : `Sources: ${use.sources.map(sourceLink).join('; ')}.`,
  );
}

/** The rest in a paragraph each: what it is for, and what it costs. */
export function otherMechanisms({ design }: Material): string {
  const others = design.architecture.mechanisms.filter(({ deepDive: deep }) => !deep);
  return section(
    '## Other mechanisms',
    ...others.map(
      (use) => `**${inline(use.name)}.** ${sentence(use.problem)} ${sentence(use.structure)} Price: ${inline(use.tradeOff)}`,
    ),
  );
}

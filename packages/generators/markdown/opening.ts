import type { Assumption } from '@archwright/model';
import { bullets, numbered, page, section, stack, table } from './page.ts';
import type { Material } from './writer.ts';
import { blockStart, inline, sentence } from './text.ts';

/** A brief is quoted up to this many characters: the reader knows the rest. */
const LONGEST_QUOTE = 2_000;
const MOST_RISKS = 3;
const MOST_DIAGNOSTICS = 6;
const FRAGILE = '⚑';

/** Title, the brief as it was given, and how to read the figures. */
export function opening({ design }: Material): string {
  const brief = design.brief.length > LONGEST_QUOTE ? `${design.brief.slice(0, LONGEST_QUOTE)} …` : design.brief;
  const quote = brief
    .split(/\r?\n/)
    .map((line) => `> ${blockStart(inline(line))}`.trimEnd())
    .join('\n');
  return stack(`# ${inline(design.title) || 'Design'}`, quote);
}

/** The first screen: what to build and why, what it costs, carries and fears. */
export function summary({ design, write }: Material): string {
  const { what, monthlyCost, carries, breaksFirst, topRisks } = design.summary;
  const rows = [
    ['Cost a month', monthlyCost],
    ['Carries', carries],
    ['Breaks first', breaksFirst],
  ].filter(([, text]) => text !== '');
  const risks = topRisks.slice(0, MOST_RISKS).map((risk, index) => [`Risk ${index + 1}`, write.said(risk)]);
  return section(
    '## Summary',
    numbered(what.map(sentence)),
    table(['question', 'answer'], [...rows.map(([label, text]) => [label!, write.said(text!)]), ...risks]),
    `Design of ${inline(design.date)}, catalogue of ${inline(design.catalogueAsOf)}. \`archwright why <id>\` opens the derivation of any id in code font.`,
  );
}

/** What was read, what was assumed, what is still open, and what is left to others. */
export function assumptions(material: Material): string {
  return stack(
    section('## Assumptions', stated(material), assumed(material), unused(material)),
    questions(material),
    nonGoals(material),
  );
}

function stated({ design: { requirements } }: Material): string {
  const given = requirements
    .filter(({ origin }) => origin !== 'assumed')
    .map(({ statement, origin }) => (origin === 'stated' ? inline(statement) : `${inline(statement)} (${origin})`));
  return given.length === 0 ? '' : `Taken from the brief: ${[...new Set(given)].join('; ')}.`;
}

function assumed({ design: { assumptions: all }, write }: Material): string {
  const row = ({ statement, reason, effect, figure, fragile }: Assumption): readonly string[] => [
    `${fragile ? `${FRAGILE} ` : ''}${inline(statement)}${figure === undefined || !write.has(figure) ? '' : ` ${idOf(figure)}`}`,
    inline(reason),
    inline(effect),
  ];
  const ordered = [...all].sort((a, b) => Number(b.fragile) - Number(a.fragile));
  const usual = commonEffect(ordered);
  const [telling, same] = [ordered.filter(({ effect }) => effect !== usual), ordered.filter(({ effect }) => effect === usual)];
  return stack(
    table(['assumed', 'because', 'if it is wrong'], telling.map(row)),
    telling.some(({ fragile }) => fragile)
      ? `${FRAGILE} fragile: another option wins inside its range. Measure these first.`
      : '',
    usual === undefined
      ? ''
      : stack(
          `For each of these, ${inline(usual)}:`,
          table(
            ['assumed', 'because'],
            same.map((one) => row(one).slice(0, 2)),
          ),
        ),
  );
}

/** What most assumptions would do if they were wrong: said once above them, not in every row. */
function commonEffect(all: readonly Assumption[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { effect, fragile } of all) if (!fragile) counts.set(effect, (counts.get(effect) ?? 0) + 1);
  const [most] = [...counts].toSorted((a, b) => b[1] - a[1]);
  return most && most[1] > 1 ? most[0] : undefined;
}

const idOf = (figure: string): string => `\`${figure.replaceAll('`', '')}\``;

function unused({ design: { diagnostics } }: Material): string {
  const said = diagnostics.slice(0, MOST_DIAGNOSTICS).map(({ message, hint, at }) => {
    const quote = at?.quote === undefined || message.includes(at.quote) ? '' : ` “${inline(at.quote)}”`;
    return `${sentence(message)}${quote}${hint === undefined ? '' : ` ${sentence(hint)}`}`;
  });
  return said.length === 0 ? '' : stack('About the brief itself:', bullets(said));
}

/** Open questions, each with what is assumed meanwhile and what another answer changes. */
export function questions({ design }: Material): string {
  const rows = design.questions.map(({ question, default: meanwhile, changes }, index) => [
    String(index + 1),
    inline(question),
    inline(meanwhile),
    inline(changes),
  ]);
  return section('## Open questions', table(['#', 'question', 'taken meanwhile', 'what another answer changes'], rows));
}

export const nonGoals = ({ design }: Material): string =>
  section('## Non-goals', design.nonGoals.length === 0 ? '' : sentence(design.nonGoals.join('; ')));

/** Only questions came back: nothing sensible can be sized before they are answered. */
export function questionsAnswer(material: Material): string {
  const { design } = material;
  const items = design.questions.map(({ question, default: meanwhile, changes, blocking }) =>
    [
      `**${inline(question)}**${blocking ? ' Needed before a design.' : ''}`,
      `   - Without an answer: ${sentence(meanwhile)}`,
      ...(changes === '' ? [] : [`   - It changes: ${sentence(changes)}`]),
    ].join('\n'),
  );
  return page(opening(material), section('## Questions', numbered(items)));
}

/** No design meets every constraint: which ones clash, and what each would have to become. */
export function conflictAnswer(material: Material): string {
  const { design } = material;
  const rows = (design.conflict ?? []).map(({ constraint, wouldHaveToBecome }) => [
    inline(constraint),
    inline(wouldHaveToBecome),
  ]);
  return page(
    opening(material),
    section(
      '## No design meets every constraint',
      rows.length > 1
        ? `These ${rows.length} cannot hold together; dropping any one of them makes a design possible.`
        : 'The search over every combination of the catalogue found none.',
      table(['constraint', 'on its own it would have to become'], rows),
    ),
  );
}

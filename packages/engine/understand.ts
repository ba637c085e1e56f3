import { type Diagnostic, type FigureBook, oncePer } from '@archwright/kernel';
import type { Catalogue, Reading, Requirement } from '@archwright/model';
import { type BriefContext, readBrief, signatureOf } from './intake/index.ts';
import { readAnswerTexts } from './question/answers.ts';
import { withFigures } from './workload/requirement-figures.ts';
import { sizeWorkload } from './workload/size-workload.ts';

export interface UnderstandRequest {
  readonly brief: string;
  readonly catalogue: Catalogue;
  /** From a repository or a specification: they outrank the brief. */
  readonly requirements?: readonly Requirement[];
  /** Question id → answer. */
  readonly answers?: Readonly<Record<string, string>>;
}

export interface Understood {
  readonly reading: Reading;
  readonly figures: FigureBook;
  readonly diagnostics: readonly Diagnostic[];
}

type Known = Pick<BriefContext, 'domains' | 'technologies'>;

/** What of a catalogue a brief is read with; the same object each time, since intake prepares it once. */
const knownIn = oncePer(({ archetypes, technologies }: Catalogue): Known => ({
  domains: archetypes.map(signatureOf),
  technologies,
}));

/** context → intake: the brief with its answers, as typed requirements and figures. */
export function understand(request: UnderstandRequest): Understood {
  const { brief, catalogue, answers = {}, requirements = [] } = request;
  const known = knownIn(catalogue);
  const read = (given: readonly Requirement[]) => {
    const { value, diagnostics } = readBrief(brief, { ...known, requirements: given });
    const reading = withFigures(value.reading, value.figures);
    return { ...value, reading: { ...reading, title: shortTitle(titled(reading, catalogue)) }, diagnostics };
  };
  const first = read(requirements);
  if (Object.keys(answers).length === 0) return first;
  const workload = sizeWorkload(first.reading, catalogue.archetypes, first.figures.copy());
  const answered = readAnswerTexts(answers, first.reading, workload);
  const second = read([...requirements, ...answered.value]);
  return { ...second, diagnostics: [...second.diagnostics, ...answered.diagnostics] };
}

/** "Notification service for our e-commerce platform" is a notification service: whose it is stays in the brief. */
const shortTitle = (title: string): string => title.replace(/ (?:for|of|in|inside) (?:our|my|their|the company's) .{1,80}$/i, '');

/** How a brief begins that says what is to be built; others begin with what people do, and a title cut from that is no name. */
const NAMES_THE_THING =
  /^\W*(?:please\W+)?(?:design|build|create|plan|propose|develop|architect|we need an?|i need an?|we are building|we're building|an?|the)\b/i;

/** Who acts is not what is built: a title that is only an actor, or the start of a story, gives way to the name of the domain. */
function titled({ title, text, actors, domains }: Reading, catalogue: Catalogue): string {
  const isActor = actors.some(({ name }) => `${name}s` === title.toLowerCase() || name === title.toLowerCase());
  const found = domains[0];
  const domain = found && catalogue.archetypes.find(({ id }) => id === found.archetype);
  if (!domain) return title;
  const naming = found.evidence.some(({ quote = '' }) => quote !== '' && title.toLowerCase().includes(quote.toLowerCase()));
  return isActor || !(naming || NAMES_THE_THING.test(text)) ? domain.name : title;
}

import { createInterface } from 'node:readline';
import process from 'node:process';
import type { DesignRequest } from '@archwright/engine';
import { ChatSession, explain, questionLines, type Workbench } from '@archwright/llm';
import { adapters, usualModel } from '../environment.ts';
import { EXIT, type ExitCode, Refusal } from '../exit-codes.ts';
import { type BriefInput, readInput } from '../input/read-input.ts';
import { type ModelOptions, type ModelSession, openSession } from '../model/open-session.ts';
import { report } from '../output/diagnostics.ts';
import { dim, print, printable, say, yellow } from '../output/terminal.ts';
import { deliver, type DesignOptions, requestOf } from './design.ts';

export type ChatCommandOptions = ModelOptions & Pick<DesignOptions, 'offline' | 'prove' | 'date'>;

const HELP = `/design          what the engine designs now
/questions       what it would still ask
/answer ID TEXT  answer a question without the model
/why NAME        a figure or a decision
/save FOLDER     the whole design with its files
/quit            end`;
const LONGEST_MESSAGE = 200_000;

/** `archwright chat`: a conversation over the engine's tools; piped, each line is a message. */
export async function chatCommand(argument: string | undefined, options: ChatCommandOptions): Promise<ExitCode> {
  const reference = options.model ?? usualModel();
  if (reference === undefined)
    throw new Refusal(EXIT.usage, [
      {
        code: 'model/none',
        severity: 'error',
        message: 'no model was named',
        hint: 'give --model PROVIDER:MODEL or set ARCHWRIGHT_MODEL; `design` needs none',
      },
    ]);
  const session = await openSession(reference, options, 'chat');
  const chat = new Chat(session, options);
  say(`${session.model.name}; /help for commands. Transcript: ${session.transcript.path}`);
  const given = argument === undefined ? undefined : readInput(argument);
  if (given) await chat.message(given.brief, given);
  const isTerminal = process.stdin.isTTY === true;
  const lines = createInterface({
    input: process.stdin,
    terminal: isTerminal,
    ...(isTerminal && { output: process.stderr, prompt: '> ' }),
  });
  // At a terminal the line editor takes Ctrl-C for itself.
  lines.on('SIGINT', () => process.emit('SIGINT'));
  if (isTerminal) lines.prompt();
  for await (const line of lines) {
    if (line.trim() !== '' && (await chat.line(line.trim().slice(0, LONGEST_MESSAGE))) === 'quit') break;
    if (isTerminal) lines.prompt();
  }
  lines.close();
  return chat.code;
}

/** One conversation: the first message is the brief. */
class Chat {
  readonly #session: ModelSession;
  readonly #options: ChatCommandOptions;
  #bench: Workbench | undefined;
  #model: ChatSession | undefined;
  code: ExitCode = EXIT.answered;

  constructor(session: ModelSession, options: ChatCommandOptions) {
    this.#session = session;
    this.#options = options;
  }

  async line(text: string): Promise<'quit' | undefined> {
    const [command, ...rest] = text.split(/\s+/);
    if (!command!.startsWith('/')) return void (await this.message(text));
    if (command === '/quit') return 'quit';
    this.#session.transcript.add({ type: 'command', text });
    try {
      await this.#command(command!, rest);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      report(error.diagnostics);
    }
    return undefined;
  }

  async message(text: string, input: BriefInput = { brief: text, requirements: [], pinned: [], answers: {} }): Promise<void> {
    if (!this.#bench) {
      const request = await this.#request(input);
      if (!request) return;
      this.#bench = await this.#session.bench(request, this.#adapters(request.date));
      const { model, limits, transcript, now, sleep } = this.#session;
      this.#model = new ChatSession({
        model,
        bench: this.#bench,
        limits,
        transcript,
        now,
        sleep,
        show: (paragraph) => void process.stdout.write(`${printable(paragraph)}\n\n`),
        onStage: (stage) => say(dim(`… ${stage}`)),
      });
    }
    const why = await this.#model!.message(text);
    if (why === undefined) return;
    say(yellow(`${this.#session.model.name}: ${printable(why)}; this is the engine’s own answer`));
    await this.#design(this.#bench);
  }

  /** The first message as a brief; one that cannot be a brief is said to be none, and the next one may be. */
  async #request(input: BriefInput): Promise<DesignRequest | undefined> {
    const { date, repo } = this.#options;
    try {
      const request = await requestOf(input, {
        yes: true,
        ...(date !== undefined && { date }),
        ...(repo !== undefined && { repo }),
      });
      this.code = EXIT.answered;
      return { ...request, assume: false };
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== EXIT.badInput) throw error;
      report(error.diagnostics, input.brief);
      this.code = error.code;
      return undefined;
    }
  }

  #adapters = (date: string): ReturnType<typeof adapters> =>
    adapters({ offline: this.#options.offline === true, prove: this.#options.prove !== false, date });

  async #command(command: string, rest: readonly string[]): Promise<void> {
    if (command === '/help') return say(HELP);
    const bench = this.#bench;
    if (!bench) return say('Say first what the backend is for.');
    if (command === '/design') return this.#design(bench);
    if (command === '/questions')
      return print(questionLines((await bench.designed()).design).join('\n') || 'No answer would change the design.');
    if (command === '/why')
      return print(
        explain((await bench.designed()).design, rest.join(' ')) ?? `there is no figure or decision ${rest.join(' ')}`,
      );
    if (command === '/answer') return this.#answer(bench, rest);
    if (command === '/save') return this.#save(bench, rest.join(' '));
    return say(`${command} is no command; /help lists them`);
  }

  #answer(bench: Workbench, [id = '', ...words]: readonly string[]): void {
    const problems = bench.answer(id, words.join(' '));
    say(problems.length > 0 ? problems.join('\n') : `${id}: ${words.join(' ')}`);
  }

  async #design(bench: Workbench): Promise<void> {
    const { design, gate } = await bench.designed();
    const { what, monthlyCost, carries, breaksFirst } = design.summary;
    const found = bench.found.map(({ statement, at }) => `read by the model: ${statement}, from “${at?.quote ?? ''}”`);
    const answered = Object.entries(bench.answers).map(([id, text]) => `answered: ${id}: ${text}`);
    const clash = (design.conflict ?? []).map(
      ({ constraint, wouldHaveToBecome }) => `no design: ${constraint} would have to become ${wouldHaveToBecome}`,
    );
    const rows =
      what.length > 0
        ? [...what, `Cost: ${monthlyCost}`, `Carries: ${carries}`, `Breaks first: ${breaksFirst}`]
        : clash.length > 0
          ? clash
          : ['Only questions come back yet:', ...questionLines(design)];
    const failed = gate.checks
      .filter(({ outcome }) => outcome === 'failed')
      .map(({ title, detail }) => `failed: ${title}: ${detail}`);
    await print([design.title, ...rows, ...found, ...answered, ...failed].map(printable).join('\n'));
  }

  async #save(bench: Workbench, folder: string): Promise<void> {
    if (folder === '') return say('/save needs a folder');
    this.code = await deliver(await bench.answerWith(bench.contribution('accepted')), { out: folder });
  }
}

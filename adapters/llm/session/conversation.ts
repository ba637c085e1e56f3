import type {
  LanguageModel,
  ModelCall,
  ModelEvent,
  ModelFailure,
  ModelMessage,
  ModelPart,
  ModelToolResult,
} from '@archwright/model';
import type { BenchTool, ToolAnswer } from '../bench/tool.ts';
import type { Workbench } from '../bench/workbench.ts';
import type { Transcript } from '../transcript/transcript.ts';
import { Budget } from './budget.ts';
import type { SessionLimits } from './limits.ts';

export interface ConversationOptions {
  readonly model: LanguageModel;
  readonly system: string;
  readonly tools: readonly BenchTool[];
  readonly bench: Workbench;
  readonly transcript: Transcript;
  readonly limits: SessionLimits;
  /** Text as it arrives. */
  onText?(text: string): Promise<void> | void;
  /** Something for the person who waits: a pause, a call. */
  onStage?(stage: string): void;
  sleep(milliseconds: number): Promise<void>;
  /** Milliseconds that only go forward. */
  now(): number;
}

/** Why a conversation cannot go on. */
export interface Ended {
  readonly kind: 'unavailable' | 'bound';
  readonly why: string;
}

export type Exchange = { readonly text: string; readonly calls: readonly ModelCall[]; readonly cutShort: boolean } | Ended;

/** The same call with the same arguments so often in a row of calls is a circle. */
const MOST_REPEATS = 3;
const RETRIED: ReadonlySet<ModelFailure['kind']> = new Set(['rate-limited', 'unreachable', 'cut-off']);
const FIRST_PAUSE_MS = 500;

/** Messages to and from a model, within bounds: replies, calls, tokens, money and time all end. */
export class Conversation {
  readonly #options: ConversationOptions;
  readonly #messages: ModelMessage[] = [];
  readonly #seen = new Map<string, number>();
  readonly budget: Budget;
  #deadline: number;
  #replies = 0;
  #calls = 0;
  #retries = 0;

  constructor(options: ConversationOptions) {
    this.#options = options;
    this.budget = new Budget(options.limits);
    this.#deadline = options.now() + options.limits.milliseconds;
  }

  say(text: string): void {
    this.#messages.push({ role: 'user', text });
    this.#options.transcript.add({ type: 'user', text });
  }

  /** A new message of a person starts the bounds on replies, calls and time anew; tokens and money go on. */
  renew(): void {
    const { limits, now } = this.#options;
    [this.#replies, this.#calls, this.#retries] = [0, 0, 0];
    this.#seen.clear();
    this.#deadline = now() + limits.milliseconds;
  }

  /** One reply and the results of its calls. */
  async exchange(): Promise<Exchange> {
    const { limits } = this.#options;
    if (this.#replies >= limits.replies) return this.#end('bound', `no end after ${limits.replies} replies`);
    const reply = await this.#reply();
    if ('kind' in reply) return reply;
    this.#replies++;
    const parts = reply.parts.filter((part) => part.type !== 'text' || part.text !== '');
    const calls = parts.flatMap((part) => (part.type === 'call' ? [part.call] : []));
    const text = parts.flatMap((part) => (part.type === 'text' ? [part.text] : [])).join('');
    this.#options.transcript.add({
      type: 'reply',
      text,
      calls: calls.map(({ name, input, malformed }) => ({ name, input, ...(malformed && { malformed }) })),
    });
    this.#messages.push({ role: 'model', parts: parts.length > 0 ? parts : [{ type: 'text', text: '(no words)' }] });
    if (calls.length === 0) return { text, calls, cutShort: reply.cutShort };
    const results: ModelToolResult[] = [];
    for (const call of calls) {
      const answered = await this.#run(call);
      if ('kind' in answered) return answered;
      results.push({ id: call.id, name: call.name, text: answered.text, failed: answered.failed ?? false });
    }
    this.#messages.push({ role: 'tool', results });
    return { text, calls, cutShort: reply.cutShort };
  }

  async #run(call: ModelCall): Promise<ToolAnswer | Ended> {
    const { limits, tools, bench, transcript, onStage } = this.#options;
    if (++this.#calls > limits.calls) return this.#end('bound', `no end after ${limits.calls} calls`);
    const what = `${call.name} ${JSON.stringify(call.input)}`;
    const times = (this.#seen.get(what) ?? 0) + 1;
    this.#seen.set(what, times);
    if (times > MOST_REPEATS) return this.#end('bound', `the same call of ${call.name.slice(0, 40)} came ${times} times`);
    const tool = tools.find(({ name }) => name === call.name);
    onStage?.(`the model calls ${tool ? tool.name : 'a tool that does not exist'}`);
    const answer = await this.#answer(call, tool, bench);
    transcript.add({ type: 'result', name: call.name.slice(0, 80), failed: answer.failed ?? false, text: answer.text });
    return answer;
  }

  async #answer(call: ModelCall, tool: BenchTool | undefined, bench: Workbench): Promise<ToolAnswer> {
    if (!tool) {
      bench.fail(`it called ${call.name.slice(0, 60)}, which is no tool`);
      return {
        failed: true,
        text: `There is no tool of that name; there are ${this.#options.tools.map(({ name }) => name).join(', ')}.`,
      };
    }
    if (call.malformed === undefined) return tool.run(call.input, bench);
    bench.fail(`it called ${tool.name} with arguments that are not JSON`);
    return { failed: true, text: `${call.malformed}: call ${tool.name} again with one JSON object.` };
  }

  /** One reply, asked for again where that can help. */
  async #reply(): Promise<{ readonly parts: readonly ModelPart[]; readonly cutShort: boolean } | Ended> {
    const { limits, transcript, onStage, sleep, now } = this.#options;
    for (;;) {
      const characters = JSON.stringify(this.#messages).length + this.#options.system.length;
      const refusal = this.budget.refusal(characters);
      if (refusal) return this.#end('bound', refusal);
      const left = this.#deadline - now();
      if (left <= 0) return this.#end('bound', `no end after ${Math.round(limits.milliseconds / 1000)} s`);
      const ending = await this.#ask(left);
      const output = ending.type === 'done' ? JSON.stringify(ending.parts).length : 0;
      if (ending.type === 'done' || ending.usage) this.budget.add(ending.usage, { input: characters, output });
      if (ending.type === 'done') return ending;
      const { failure } = ending;
      transcript.add({ type: 'failure', kind: failure.kind, message: failure.message });
      if (failure.kind === 'too-slow') return this.#end('bound', `no end after ${Math.round(limits.milliseconds / 1000)} s`);
      const pause =
        failure.retryAfterSeconds === undefined ? FIRST_PAUSE_MS * 2 ** this.#retries : failure.retryAfterSeconds * 1000;
      const mayWait = pause <= limits.longestPauseMs && pause < this.#deadline - now();
      if (!RETRIED.has(failure.kind) || this.#retries >= limits.retries || !mayWait)
        return this.#end('unavailable', failureText(failure, mayWait));
      this.#retries++;
      onStage?.(`waiting for the model: ${failure.kind}`);
      transcript.add({ type: 'retry', afterMilliseconds: Math.round(pause) });
      await sleep(pause);
    }
  }

  async #ask(mostMilliseconds: number): Promise<Extract<ModelEvent, { type: 'done' | 'failed' }>> {
    const { model, system, tools, limits, onText } = this.#options;
    const request = {
      system,
      messages: this.#messages,
      tools: tools.map(({ name, description, input }) => ({ name, description, input })),
      mostOutputTokens: limits.outputTokensOfOneReply,
      mostMilliseconds,
    };
    for await (const event of model.respond(request)) {
      if (event.type !== 'text') return event;
      await onText?.(event.text);
    }
    return { type: 'failed', failure: { kind: 'broken', message: 'the reply had no end' } };
  }

  #end(kind: Ended['kind'], why: string): Ended {
    this.#options.transcript.add({ type: 'ended', kind, why });
    return { kind, why };
  }
}

/** In our words only: what a provider says may hold anything. */
function failureText({ kind, retryAfterSeconds }: ModelFailure, mayWait: boolean): string {
  const words: Readonly<Record<ModelFailure['kind'], string>> = {
    'rate-limited': 'the provider limits how often it is asked',
    refused: 'the provider refused the request',
    unauthorised: 'the provider refused the key',
    unreachable: 'the provider could not be reached',
    'cut-off': 'its reply was cut off',
    'too-slow': 'its reply did not end in time',
    'too-large': 'its reply was larger than is read',
    broken: 'its reply could not be read',
  };
  return !mayWait && retryAfterSeconds !== undefined ? `${words[kind]}, for longer than is waited` : words[kind];
}

import type { LanguageModel, ModelEvent, ModelPart, ModelRequest, ModelUsage } from '@archwright/model';
import { failureOf } from './failure.ts';
import { sdkMessages } from './sdk-messages.ts';

export type Ai = typeof import('ai');
export type SdkLanguageModel = Exclude<Parameters<Ai['streamText']>[0]['model'], string>;

/** A reply longer than this is no reply to us; tool arguments count. */
const MOST_CHARACTERS = 200_000;
/** A provider that is silent for so long has forgotten us. */
const SILENCE_MS = 60_000;

/** The SDK behind our port: one request, its parts as they arrive, and exactly one ending. */
export const sdkModel = (name: string, ai: Ai, model: SdkLanguageModel, redact: (text: string) => string): LanguageModel => ({
  name,
  respond: (request) => respond(ai, model, redact, request),
});

/** What an SDK says of a reply that came to its end. */
const ENDINGS: ReadonlySet<string> = new Set(['stop', 'tool-calls', 'length', 'content-filter']);

type Part = { readonly type: string } & Readonly<Record<string, unknown>>;

async function* respond(
  ai: Ai,
  model: SdkLanguageModel,
  redact: (text: string) => string,
  request: ModelRequest,
): AsyncGenerator<ModelEvent> {
  const control = new AbortController();
  const timer = deadline(control, request.mostMilliseconds);
  const reply = new Reply();
  try {
    const { fullStream } = ai.streamText({
      model,
      system: request.system,
      messages: sdkMessages(request.messages),
      tools: Object.fromEntries(
        request.tools.map(({ name, description, input }) => [name, ai.tool({ description, inputSchema: ai.jsonSchema(input) })]),
      ),
      maxOutputTokens: request.mostOutputTokens,
      // Retries are the session's: it knows how much time is left, and it writes them down.
      maxRetries: 0,
      abortSignal: control.signal,
      // Nothing of a conversation is to be kept by the provider.
      providerOptions: { openai: { store: false } },
      onError: () => {},
    });
    for await (const part of fullStream as AsyncIterable<Part>) {
      timer.heard();
      const text = reply.take(part);
      if (text) yield { type: 'text', text };
      if (reply.failure !== undefined) break;
      if (reply.characters > MOST_CHARACTERS) {
        yield {
          type: 'failed',
          failure: { kind: 'too-large', message: `the reply has more than ${MOST_CHARACTERS} characters` },
        };
        return;
      }
    }
    yield reply.ending(control.signal.aborted, redact);
  } catch (error) {
    yield control.signal.aborted ? tooSlow() : { type: 'failed', failure: failureOf(error, redact) };
  } finally {
    timer.stop();
    control.abort();
  }
}

const tooSlow = (): ModelEvent => ({ type: 'failed', failure: { kind: 'too-slow', message: 'the reply did not end in time' } });

/** Ends the request at its time, or after a long silence. */
function deadline(control: AbortController, mostMilliseconds: number): { heard(): void; stop(): void } {
  const abort = (): void => control.abort();
  const whole = setTimeout(abort, mostMilliseconds);
  let silence = setTimeout(abort, SILENCE_MS);
  return {
    heard: () => {
      clearTimeout(silence);
      silence = setTimeout(abort, SILENCE_MS);
    },
    stop: () => {
      clearTimeout(whole);
      clearTimeout(silence);
    },
  };
}

/** Collects the parts of one reply in order. */
class Reply {
  characters = 0;
  failure: unknown;
  readonly #parts: ModelPart[] = [];
  #usage: ModelUsage | undefined;
  #finish: string | undefined;
  #raw: string | undefined;

  /** @returns text to show, if the part has any */
  take(part: Part): string | undefined {
    switch (part.type) {
      case 'text-delta':
      case 'reasoning-delta':
        return this.#append(
          part.type === 'text-delta' ? 'text' : 'reasoning',
          String(part['text'] ?? ''),
          part['providerMetadata'],
        );
      case 'text-end':
      case 'reasoning-end':
        this.#annotate(part['providerMetadata']);
        return undefined;
      case 'tool-input-delta':
        this.characters += String(part['delta'] ?? '').length;
        return undefined;
      case 'tool-call':
        this.#call(part);
        return undefined;
      case 'finish-step':
        this.#end(part);
        return undefined;
      case 'error':
        this.failure = part['error'] ?? 'no reason given';
        return undefined;
      default:
        return undefined;
    }
  }

  #append(type: 'text' | 'reasoning', text: string, carried: unknown): string | undefined {
    this.characters += text.length;
    const last = this.#parts.at(-1);
    if (last?.type === type)
      this.#parts[this.#parts.length - 1] = { ...last, text: last.text + text, ...(carried !== undefined && { carried }) };
    else this.#parts.push({ type, text, ...(carried !== undefined && { carried }) });
    return type === 'text' ? text : undefined;
  }

  #annotate(carried: unknown): void {
    const last = this.#parts.at(-1);
    if (carried !== undefined && last && last.type !== 'call') this.#parts[this.#parts.length - 1] = { ...last, carried };
  }

  #call(part: Part): void {
    const { input } = part;
    const isObject = typeof input === 'object' && input !== null && !Array.isArray(input);
    this.#parts.push({
      type: 'call',
      call: {
        id: String(part['toolCallId']),
        name: String(part['toolName']),
        input: isObject ? input : {},
        ...(!isObject && { malformed: 'the arguments are not a JSON object' }),
      },
      ...(part['providerMetadata'] !== undefined && { carried: part['providerMetadata'] }),
    });
  }

  #end(part: Part): void {
    const { inputTokens, outputTokens } = part['usage'] as { inputTokens?: number; outputTokens?: number };
    if (inputTokens !== undefined || outputTokens !== undefined)
      this.#usage = { inputTokens: inputTokens ?? 0, outputTokens: outputTokens ?? 0 };
    this.#finish = part['finishReason'] as string | undefined;
    this.#raw = part['rawFinishReason'] as string | undefined;
  }

  ending(isAborted: boolean, redact: (text: string) => string): ModelEvent {
    const usage = this.#usage && { usage: this.#usage };
    if (isAborted) return tooSlow();
    if (this.failure !== undefined) return { type: 'failed', failure: failureOf(this.failure, redact), ...usage };
    // A reply that ended without its provider saying so has lost its end.
    if (this.#finish === 'error' || (this.#raw === undefined && !ENDINGS.has(this.#finish ?? '')))
      return { type: 'failed', failure: { kind: 'cut-off', message: 'the reply ended before its end' }, ...usage };
    return { type: 'done', parts: this.#parts, ...usage, cutShort: this.#finish === 'length' };
  }
}

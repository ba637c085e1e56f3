import { join } from 'node:path';
import process from 'node:process';
import { connectModel, SESSION_LIMITS, type SessionLimits, Workbench, writeTranscript } from '@archwright/llm';
import type { Adapters, DesignRequest } from '@archwright/engine';
import type { LanguageModel } from '@archwright/model';
import { looksLikeBackend, maskSecrets, openRepository } from '@archwright/repository';
import { modelVariables, moment, stateFolder } from '../environment.ts';
import { EXIT, Refusal } from '../exit-codes.ts';

/** Options that `design --model` and `chat` share. */
export interface ModelOptions {
  readonly model?: string;
  readonly modelUrl?: string;
  readonly transcript?: string;
  readonly maxTokens?: string;
  readonly maxSeconds?: string;
  readonly maxCost?: string;
  readonly modelPrice?: string;
  readonly repo?: string;
}

export interface ModelSession {
  readonly model: LanguageModel;
  readonly limits: SessionLimits;
  readonly transcript: ReturnType<typeof writeTranscript>;
  bench(request: DesignRequest, adapters: Adapters): Promise<Workbench>;
  /** Milliseconds that only go forward. */
  now(): number;
  sleep(milliseconds: number): Promise<void>;
}

/**
 * A model, its bounds and its transcript. An interrupted session leaves a transcript that says so.
 *
 * @throws Refusal where the model cannot be connected or an option makes no sense
 */
export async function openSession(reference: string, options: ModelOptions, title: string): Promise<ModelSession> {
  const limits = limitsOf(options);
  const connection = await connectModel(reference, { variables: modelVariables(), address: options.modelUrl });
  if ('code' in connection) throw new Refusal(EXIT.usage, [connection]);
  const { model, redact } = connection;
  const hide = (text: string): string => maskSecrets(redact(text)).text;
  const transcript = openTranscript(options.transcript ?? defaultPath(), hide);
  transcript.add({ type: 'session', title, model: model.name, at: moment() });
  let isOver = false;
  process.once('exit', (code) => {
    if (!isOver) transcript.add({ type: 'closed', interrupted: code === EXIT.interrupted, code });
    isOver = true;
  });
  return {
    model,
    limits,
    transcript,
    now: () => performance.now(),
    sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    bench: async (request, adapters) => {
      const folder = options.repo ?? (looksLikeBackend('.') ? '.' : undefined);
      const repository = folder === undefined ? undefined : await openRepository(folder);
      return new Workbench({ request, adapters, model: model.name, ...(repository && { repository }) });
    },
  };
}

const defaultPath = (): string => join(stateFolder(), 'transcripts', `${moment().replaceAll(/[:.]/g, '-')}-${process.pid}.jsonl`);

function openTranscript(path: string, redact: (text: string) => string): ReturnType<typeof writeTranscript> {
  try {
    const transcript = writeTranscript(path, redact);
    transcript.add({ type: 'transcript', version: 1 });
    return transcript;
  } catch (error) {
    return refuse(
      '--transcript',
      `${path} cannot be written: ${(error as NodeJS.ErrnoException).code ?? 'unknown error'}`,
      'name a file you may write',
      EXIT.badInput,
    );
  }
}

function refuse(option: string, message: string, hint: string, code: 64 | 65 = EXIT.usage): never {
  throw new Refusal(code, [{ code: 'option/model', severity: 'error', message, hint, at: { source: 'option', name: option } }]);
}

function limitsOf({ maxTokens, maxSeconds, maxCost, modelPrice }: ModelOptions): SessionLimits {
  const tokens = maxTokens === undefined ? SESSION_LIMITS.tokens : Number(maxTokens);
  const milliseconds = maxSeconds === undefined ? SESSION_LIMITS.milliseconds : Number(maxSeconds) * 1000;
  if (maxCost === undefined && modelPrice === undefined) return { ...SESSION_LIMITS, tokens, milliseconds };
  if (maxCost === undefined || modelPrice === undefined)
    return refuse(
      '--max-cost',
      'a budget in money needs the price of the model, and a price a budget',
      'give both, such as --max-cost 0.50 --model-price 3,15 (USD for a million tokens in and out)',
    );
  const most = Number(maxCost);
  const [input, output, ...rest] = modelPrice.split(',').map(Number);
  const isPrice = input !== undefined && output !== undefined && rest.length === 0 && input >= 0 && output >= 0;
  if (!(most > 0) || !isPrice)
    return refuse('--model-price', `${maxCost} at ${modelPrice} is no budget`, 'write --max-cost 0.50 --model-price 3,15');
  return { ...SESSION_LIMITS, tokens, milliseconds, cost: { most, input, output } };
}

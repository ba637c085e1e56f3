/** What a scripted model says in one reply. */
export interface ScriptedReply {
  readonly text?: string;
  /** Arguments as a value, or as the raw text a confused model writes. */
  readonly calls?: readonly { readonly name: string; readonly input: unknown }[];
  /** Instead of a reply. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** The connection breaks after this share of the chunks, 0-1. */
  readonly cutAfter?: number;
  /** The stream ends tidily there, without the provider's last word. */
  readonly endAfter?: number;
  /** Text without end. */
  readonly isEndless?: boolean;
  readonly delayMs?: number;
}

export type Dialect = 'anthropic' | 'openai' | 'openai-chat' | 'google' | 'ollama' | 'openai-compatible';

export interface Wire {
  readonly contentType: string;
  readonly path: RegExp;
  /** The reply as the chunks that the provider sends. */
  chunks(reply: ScriptedReply): readonly string[];
  error(status: number): string;
}

const sse = (data: unknown, event?: string): string => `${event ? `event: ${event}\n` : ''}data: ${JSON.stringify(data)}\n\n`;
const raw = (input: unknown): string => (typeof input === 'string' ? input : JSON.stringify(input));
/** Text in pieces, as it arrives. */
const pieces = (text: string): readonly string[] => text.match(/[\s\S]{1,40}/g) ?? [];
const TOKENS = { input: 120, output: 45 };

const anthropic: Wire = {
  contentType: 'text/event-stream',
  path: /\/messages$/,
  error: (status) =>
    JSON.stringify({ type: 'error', error: { type: status === 429 ? 'rate_limit_error' : 'api_error', message: 'scripted' } }),
  chunks({ text = '', calls = [] }) {
    const event = (type: string, more: object): string => sse({ type, ...more }, type);
    const blocks = [
      ...(text === ''
        ? []
        : [{ start: { type: 'text', text: '' }, deltas: pieces(text).map((part) => ({ type: 'text_delta', text: part })) }]),
      ...calls.map(({ name, input }, index) => ({
        start: { type: 'tool_use', id: `toolu_${index}_${name}`, name, input: {} },
        deltas: pieces(raw(input)).map((part) => ({ type: 'input_json_delta', partial_json: part })),
      })),
    ];
    return [
      event('message_start', {
        message: {
          id: 'msg_1',
          type: 'message',
          role: 'assistant',
          model: 'scripted',
          content: [],
          stop_reason: null,
          stop_sequence: null,
          usage: { input_tokens: TOKENS.input, output_tokens: 1 },
        },
      }),
      ...blocks.flatMap(({ start, deltas }, index) => [
        event('content_block_start', { index, content_block: start }),
        ...deltas.map((delta) => event('content_block_delta', { index, delta })),
        event('content_block_stop', { index }),
      ]),
      event('message_delta', {
        delta: { stop_reason: calls.length > 0 ? 'tool_use' : 'end_turn', stop_sequence: null },
        usage: { output_tokens: TOKENS.output },
      }),
      event('message_stop', {}),
    ];
  },
};

const chat: Wire = {
  contentType: 'text/event-stream',
  path: /\/chat\/completions$/,
  error: () => JSON.stringify({ error: { message: 'scripted', type: 'rate_limit_exceeded', param: null, code: null } }),
  chunks({ text = '', calls = [] }) {
    const chunk = (delta: object, finish: string | null = null): string =>
      sse({
        id: 'chatcmpl-1',
        object: 'chat.completion.chunk',
        created: 1,
        model: 'scripted',
        choices: [{ index: 0, delta, finish_reason: finish }],
      });
    return [
      chunk({ role: 'assistant', content: '' }),
      ...pieces(text).map((content) => chunk({ content })),
      ...calls.flatMap(({ name, input }, index) => [
        chunk({ tool_calls: [{ index, id: `call_${index}_${name}`, type: 'function', function: { name, arguments: '' } }] }),
        ...pieces(raw(input)).map((part) => chunk({ tool_calls: [{ index, function: { arguments: part } }] })),
      ]),
      chunk({}, calls.length > 0 ? 'tool_calls' : 'stop'),
      sse({
        id: 'chatcmpl-1',
        object: 'chat.completion.chunk',
        created: 1,
        model: 'scripted',
        choices: [],
        usage: { prompt_tokens: TOKENS.input, completion_tokens: TOKENS.output, total_tokens: TOKENS.input + TOKENS.output },
      }),
      'data: [DONE]\n\n',
    ];
  },
};

const responses: Wire = {
  contentType: 'text/event-stream',
  path: /\/responses$/,
  error: chat.error,
  chunks({ text = '', calls = [] }) {
    let number = 0;
    const event = (type: string, more: object): string => sse({ type, sequence_number: number++, ...more }, type);
    const response = { id: 'resp_1', object: 'response', created_at: 1, model: 'scripted', output: [] };
    const message = {
      id: 'msg_1',
      type: 'message',
      role: 'assistant',
      status: 'completed',
      content: [{ type: 'output_text', text, annotations: [] }],
    };
    const said =
      text === ''
        ? []
        : [
            event('response.output_item.added', { output_index: 0, item: { ...message, status: 'in_progress', content: [] } }),
            ...pieces(text).map((delta) =>
              event('response.output_text.delta', { item_id: 'msg_1', output_index: 0, content_index: 0, delta }),
            ),
            event('response.output_item.done', { output_index: 0, item: message }),
          ];
    const called = calls.flatMap(({ name, input }, index) => {
      const at = index + (text === '' ? 0 : 1);
      const item = { id: `fc_${index}`, type: 'function_call', call_id: `call_${index}_${name}`, name };
      return [
        event('response.output_item.added', { output_index: at, item: { ...item, status: 'in_progress', arguments: '' } }),
        ...pieces(raw(input)).map((delta) =>
          event('response.function_call_arguments.delta', { item_id: item.id, output_index: at, delta }),
        ),
        event('response.function_call_arguments.done', { item_id: item.id, output_index: at, arguments: raw(input) }),
        event('response.output_item.done', { output_index: at, item: { ...item, status: 'completed', arguments: raw(input) } }),
      ];
    });
    return [
      event('response.created', { response: { ...response, status: 'in_progress' } }),
      ...said,
      ...called,
      event('response.completed', {
        response: {
          ...response,
          status: 'completed',
          incomplete_details: null,
          usage: {
            input_tokens: TOKENS.input,
            input_tokens_details: { cached_tokens: 0 },
            output_tokens: TOKENS.output,
            output_tokens_details: { reasoning_tokens: 0 },
            total_tokens: TOKENS.input + TOKENS.output,
          },
        },
      }),
    ];
  },
};

/** A model that writes arguments which are no object: these two send arguments as values, not as text. */
const asObject = (input: unknown): unknown => (typeof input === 'string' ? [input] : input);

const google: Wire = {
  contentType: 'text/event-stream',
  path: /:streamGenerateContent$/,
  error: (status) => JSON.stringify({ error: { code: status, message: 'scripted', status: 'RESOURCE_EXHAUSTED' } }),
  chunks({ text = '', calls = [] }) {
    const chunk = (parts: readonly object[], more: object = {}): string =>
      sse({ candidates: [{ content: { role: 'model', parts }, index: 0, ...more }], modelVersion: 'scripted' });
    return [
      ...pieces(text).map((part) => chunk([{ text: part }])),
      ...calls.map(({ name, input }) => chunk([{ functionCall: { name, args: asObject(input) }, thoughtSignature: 'c2lnbmVk' }])),
      sse({
        candidates: [{ content: { role: 'model', parts: [{ text: '' }] }, finishReason: 'STOP', index: 0 }],
        usageMetadata: {
          promptTokenCount: TOKENS.input,
          candidatesTokenCount: TOKENS.output,
          totalTokenCount: TOKENS.input + TOKENS.output,
        },
      }),
    ];
  },
};

const ollama: Wire = {
  contentType: 'application/x-ndjson',
  path: /\/chat$/,
  error: () => JSON.stringify({ error: 'scripted' }),
  chunks({ text = '', calls = [] }) {
    const line = (message: object, more: object = { done: false }): string =>
      `${JSON.stringify({ model: 'scripted', created_at: '2026-11-24T00:00:00Z', message: { role: 'assistant', content: '', ...message }, ...more })}\n`;
    return [
      ...pieces(text).map((content) => line({ content })),
      ...(calls.length > 0
        ? [line({ tool_calls: calls.map(({ name, input }) => ({ function: { name, arguments: asObject(input) } })) })]
        : []),
      line(
        {},
        {
          done: true,
          done_reason: 'stop',
          total_duration: 1,
          load_duration: 1,
          prompt_eval_count: TOKENS.input,
          prompt_eval_duration: 1,
          eval_count: TOKENS.output,
          eval_duration: 1,
        },
      ),
    ];
  },
};

/** How each provider speaks on the wire, as far as we know it: the real SDKs accept it, no live provider was asked. */
export const WIRES: Readonly<Record<Dialect, Wire>> = {
  anthropic,
  openai: responses,
  'openai-chat': chat,
  google,
  ollama,
  'openai-compatible': chat,
};

import type { ModelMessage, ModelPart } from '@archwright/model';
import type { Ai } from './sdk-model.ts';

type SdkMessages = NonNullable<Parameters<Ai['streamText']>[0]['messages']>;

/** Our messages as the SDK takes them; what a provider attached to a part goes back with it. */
export const sdkMessages = (messages: readonly ModelMessage[]): SdkMessages => messages.map(sdkMessage) as unknown as SdkMessages;

function sdkMessage(message: ModelMessage): unknown {
  if (message.role === 'user') return { role: 'user', content: message.text };
  if (message.role === 'model') return { role: 'assistant', content: message.parts.map(sdkPart) };
  return {
    role: 'tool',
    content: message.results.map(({ id, name, text, failed }) => ({
      type: 'tool-result',
      toolCallId: id,
      toolName: name,
      output: { type: failed ? 'error-text' : 'text', value: text },
    })),
  };
}

function sdkPart(part: ModelPart): unknown {
  const carried = part.carried === undefined ? {} : { providerOptions: part.carried };
  if (part.type === 'call')
    return { type: 'tool-call', toolCallId: part.call.id, toolName: part.call.name, input: part.call.input, ...carried };
  return { type: part.type, text: part.text, ...carried };
}

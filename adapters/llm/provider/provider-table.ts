/** One way to reach language models. */
export interface Provider {
  readonly id: string;
  readonly name: string;
  /** npm package of its SDK; `ai` is needed beside it. */
  readonly sdk: string;
  /** Environment variables that may hold the key, in order; empty where none is needed. */
  readonly keys: readonly string[];
  readonly isKeyOptional: boolean;
  /** Environment variables that may hold another address, in order. */
  readonly addresses: readonly string[];
  /** Absent where the SDK knows it, or where there is none. */
  readonly address?: string;
  readonly needsAddress: boolean;
}

const provider = (id: string, name: string, sdk: string, keys: readonly string[], more: Partial<Provider> = {}): Provider => ({
  id,
  name,
  sdk,
  keys,
  isKeyOptional: false,
  addresses: [],
  needsAddress: false,
  ...more,
});

export const PROVIDERS: readonly Provider[] = [
  provider('anthropic', 'Anthropic', '@ai-sdk/anthropic', ['ANTHROPIC_API_KEY'], { addresses: ['ANTHROPIC_BASE_URL'] }),
  provider('openai', 'OpenAI (responses)', '@ai-sdk/openai', ['OPENAI_API_KEY'], { addresses: ['OPENAI_BASE_URL'] }),
  provider('openai-chat', 'OpenAI (chat completions)', '@ai-sdk/openai', ['OPENAI_API_KEY'], { addresses: ['OPENAI_BASE_URL'] }),
  provider('google', 'Google Gemini', '@ai-sdk/google', ['GOOGLE_GENERATIVE_AI_API_KEY', 'GEMINI_API_KEY'], {
    addresses: ['GOOGLE_GENERATIVE_AI_BASE_URL'],
  }),
  provider('ollama', 'Ollama', 'ollama-ai-provider-v2', ['OLLAMA_API_KEY'], {
    isKeyOptional: true,
    addresses: ['OLLAMA_BASE_URL'],
    address: 'http://127.0.0.1:11434/api',
  }),
  provider(
    'openai-compatible',
    'anything that speaks OpenAI’s chat completions',
    '@ai-sdk/openai-compatible',
    ['OPENAI_COMPATIBLE_API_KEY'],
    {
      isKeyOptional: true,
      addresses: ['OPENAI_COMPATIBLE_BASE_URL'],
      needsAddress: true,
    },
  ),
];

/** Versions that are tested here; a test compares them with what is installed. */
export const SDK_VERSIONS: Readonly<Record<string, string>> = {
  ai: '6.0.326',
  '@ai-sdk/anthropic': '3.0.138',
  '@ai-sdk/openai': '3.0.141',
  '@ai-sdk/openai-compatible': '2.0.87',
  '@ai-sdk/google': '3.0.141',
  'ollama-ai-provider-v2': '3.6.0',
};

/** `npm install ai@… @ai-sdk/…@…`: what a provider needs beside this program. */
export const installCommand = ({ sdk }: Provider): string =>
  `npm install ${['ai', sdk].map((name) => `${name}@${SDK_VERSIONS[name]}`).join(' ')}`;

/** Names of all variables that may hold a key. */
export const KEY_VARIABLES: readonly string[] = [...new Set(PROVIDERS.flatMap(({ keys }) => keys))];

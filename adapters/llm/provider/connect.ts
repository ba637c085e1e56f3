import type { Diagnostic } from '@archwright/kernel';
import type { LanguageModel } from '@archwright/model';
import { boundedFetch } from './bounded-fetch.ts';
import { installCommand, type Provider, PROVIDERS } from './provider-table.ts';
import { redactor } from './redact.ts';
import { type Ai, type SdkLanguageModel, sdkModel } from './sdk-model.ts';

export interface Connection {
  readonly model: LanguageModel;
  /** Takes keys out of a text. */
  readonly redact: (text: string) => string;
}

/** What is read from the outside: the environment's variables by name. */
export interface ConnectOptions {
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** Another address than the provider's. */
  readonly address?: string | undefined;
}

const MOST_BYTES = 8 * 1024 * 1024;

const problem = (code: string, message: string, hint: string): Diagnostic => ({
  code: `model/${code}`,
  severity: 'error',
  message,
  hint,
  at: { source: 'option', name: '--model' },
});

/** Splits `PROVIDER:MODEL`; the model's own name may hold colons. */
function parseReference(text: string): { readonly provider: Provider; readonly name: string } | Diagnostic {
  const colon = text.indexOf(':');
  const provider = PROVIDERS.find(({ id }) => id === text.slice(0, Math.max(0, colon)));
  const name = text.slice(colon + 1);
  const known = PROVIDERS.map(({ id }) => id).join(', ');
  if (colon < 1 || !/^[\w./:@+-]{1,200}$/.test(name))
    return problem('reference', `“${text.slice(0, 80)}” names no model`, `write PROVIDER:MODEL with a provider of ${known}`);
  return provider
    ? { provider, name }
    : problem('unknown-provider', `there is no provider ${text.slice(0, colon).slice(0, 60)}`, `known: ${known}`);
}

/**
 * A language model behind our own port. Keys come from the environment only; SDKs are loaded here and nowhere else, so that
 * nothing of them is needed by those who use no model.
 *
 * @diagnostics `model/reference`, `model/unknown-provider`, `model/no-key`, `model/no-address`, `model/address`, `model/sdk-missing`
 */
export async function connectModel(reference: string, { variables, address }: ConnectOptions): Promise<Connection | Diagnostic> {
  const parsed = parseReference(reference);
  if ('code' in parsed) return parsed;
  const { provider, name } = parsed;
  const key = provider.keys.map((variable) => variables[variable]?.trim()).find(Boolean);
  if (!key && !provider.isKeyOptional)
    return problem(
      'no-key',
      `${provider.name} needs a key`,
      `put it into the environment variable ${provider.keys.join(' or ')}`,
    );
  const url = address ?? provider.addresses.map((variable) => variables[variable]?.trim()).find(Boolean) ?? provider.address;
  if (!url && provider.needsAddress)
    return problem(
      'no-address',
      `${provider.id} needs an address`,
      `give --model-url, or set ${provider.addresses.join(' or ')}`,
    );
  const fault = url === undefined ? undefined : addressFault(url, key !== undefined);
  if (fault !== undefined) return problem('address', fault, 'give an https:// address, or http:// on this machine');
  try {
    const ai = await import('ai');
    const sdk = await load(provider.id, name, { key, url: url?.replace(/\/+$/, '') });
    const redact = redactor([key]);
    return { model: sdkModel(`${provider.id}:${name}`, ai as Ai, sdk, redact), redact };
  } catch (error) {
    if (!/ERR_MODULE_NOT_FOUND|MODULE_NOT_FOUND/.test(String((error as { code?: unknown }).code))) throw error;
    return problem(
      'sdk-missing',
      `the packages for ${provider.name} are not installed`,
      `install them beside archwright: ${installCommand(provider)} (with -g where archwright is installed globally)`,
    );
  }
}

function addressFault(address: string, hasKey: boolean): string | undefined {
  if (!URL.canParse(address)) return 'the address of the model is no URL';
  const { protocol, hostname, username, password } = new URL(address);
  if (username || password) return 'the address of the model holds credentials';
  const isHere = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(hostname);
  if (protocol !== 'https:' && protocol !== 'http:') return `${protocol} is no address of a model`;
  return protocol === 'http:' && hasKey && !isHere ? 'a key would go over the network unencrypted' : undefined;
}

interface Access {
  readonly key: string | undefined;
  readonly url: string | undefined;
}

async function load(provider: string, name: string, { key, url }: Access): Promise<SdkLanguageModel> {
  const settings = { fetch: boundedFetch(MOST_BYTES), ...(key && { apiKey: key }), ...(url && { baseURL: url }) };
  switch (provider) {
    case 'anthropic':
      return (await import('@ai-sdk/anthropic')).createAnthropic(settings)(name);
    case 'openai':
      return (await import('@ai-sdk/openai')).createOpenAI(settings).responses(name);
    case 'openai-chat':
      return (await import('@ai-sdk/openai')).createOpenAI(settings).chat(name);
    case 'google':
      return (await import('@ai-sdk/google')).createGoogleGenerativeAI(settings)(name);
    case 'ollama': {
      const { fetch, baseURL } = settings;
      const headers = key ? { headers: { Authorization: `Bearer ${key}` } } : {};
      return (await import('ollama-ai-provider-v2')).createOllama({ fetch, ...(baseURL && { baseURL }), ...headers })(name);
    }
    default:
      return (await import('@ai-sdk/openai-compatible')).createOpenAICompatible({
        ...settings,
        name: 'compatible',
        baseURL: url!,
        includeUsage: true,
      })(name);
  }
}

/** A tool that a model may call; `input` is the JSON Schema of its arguments. */
export interface ModelTool {
  readonly name: string;
  readonly description: string;
  readonly input: Readonly<Record<string, unknown>>;
}

/** One call as the model made it. */
export interface ModelCall {
  readonly id: string;
  readonly name: string;
  /** Parsed arguments; `{}` where they were no JSON. */
  readonly input: unknown;
  /** Why the arguments could not be read. */
  readonly malformed?: string;
}

/** `carried` is the provider's own annotation (signatures, item ids); it goes back untouched with the next request. */
export type ModelPart = { readonly carried?: unknown } & (
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'reasoning'; readonly text: string }
  | { readonly type: 'call'; readonly call: ModelCall }
);

export interface ModelToolResult {
  readonly id: string;
  readonly name: string;
  readonly text: string;
  readonly failed: boolean;
}

export type ModelMessage =
  | { readonly role: 'user'; readonly text: string }
  | { readonly role: 'model'; readonly parts: readonly ModelPart[] }
  | { readonly role: 'tool'; readonly results: readonly ModelToolResult[] };

export interface ModelUsage {
  readonly inputTokens: number;
  readonly outputTokens: number;
}

export interface ModelRequest {
  readonly system: string;
  readonly messages: readonly ModelMessage[];
  readonly tools: readonly ModelTool[];
  readonly mostOutputTokens: number;
  /** The reply must have ended by then. */
  readonly mostMilliseconds: number;
}

/** Why a reply did not come, or not whole. */
export interface ModelFailure {
  readonly kind: 'rate-limited' | 'refused' | 'unauthorised' | 'unreachable' | 'cut-off' | 'too-slow' | 'too-large' | 'broken';
  readonly message: string;
  /** The provider said when to come back. */
  readonly retryAfterSeconds?: number;
}

/** What arrives while a model replies; `done` or `failed` comes last, exactly once. */
export type ModelEvent =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'done'; readonly parts: readonly ModelPart[]; readonly usage?: ModelUsage; readonly cutShort: boolean }
  | { readonly type: 'failed'; readonly failure: ModelFailure; readonly usage?: ModelUsage };

/** Any language model, whoever runs it. Leaving the loop over `respond` ends the request. */
export interface LanguageModel {
  /** `provider:model`. */
  readonly name: string;
  respond(request: ModelRequest): AsyncIterable<ModelEvent>;
}

import type { ModelUsage } from '@archwright/model';
import type { SessionLimits } from './limits.ts';

/** Characters of a token where the provider does not count them; English text has about four. */
const CHARACTERS_A_TOKEN = 4;
export const estimateTokens = (characters: number): number => Math.ceil(characters / CHARACTERS_A_TOKEN);

/** What a session has used, and whether another request fits. */
export class Budget {
  readonly #limits: SessionLimits;
  inputTokens = 0;
  outputTokens = 0;
  /** Some provider did not count: the totals are estimates. */
  isEstimate = false;

  constructor(limits: SessionLimits) {
    this.#limits = limits;
  }

  add(usage: ModelUsage | undefined, characters: { readonly input: number; readonly output: number }): void {
    if (!usage) this.isEstimate = true;
    this.inputTokens += usage?.inputTokens ?? estimateTokens(characters.input);
    this.outputTokens += usage?.outputTokens ?? estimateTokens(characters.output);
  }

  /** USD; undefined where no price was given. */
  get cost(): number | undefined {
    const { cost } = this.#limits;
    return cost && (this.inputTokens * cost.input + this.outputTokens * cost.output) / 1e6;
  }

  /** Why the next request does not fit; its reply may be as long as is allowed. */
  refusal(inputCharacters: number): string | undefined {
    const { tokens, cost, outputTokensOfOneReply: reply } = this.#limits;
    const next = estimateTokens(inputCharacters);
    if (this.inputTokens + this.outputTokens + next + reply > tokens) return `the budget of ${tokens} tokens was used up`;
    const price = cost && (next * cost.input + reply * cost.output) / 1e6;
    return cost && this.cost! + price! > cost.most ? `the budget of ${cost.most} USD was used up` : undefined;
  }

  toString(): string {
    const money = this.cost === undefined ? '' : `, ${this.cost.toFixed(4)} USD at the prices given`;
    return `${this.inputTokens} tokens in, ${this.outputTokens} out${this.isEstimate ? ' (estimated)' : ''}${money}`;
  }
}

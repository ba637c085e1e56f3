import {
  type Adapters,
  checkProse,
  claimText,
  completeAnswer,
  designBrief,
  type Designed,
  type DesignRequest,
  faultText,
  groundClaim,
  type Grounded,
  type ProseFault,
  type Quotable,
  type RequirementClaim,
  speechOf,
  type Speech,
  understand,
} from '@archwright/engine';
import type {
  Answer,
  GateCheck,
  ModelContribution,
  ModelSuggestion,
  RepositoryText,
  Requirement,
  WeighedOption,
} from '@archwright/model';

const MOST_REQUIREMENTS = 40;
const MOST_NOTES = 40;
const failedChecks = ({ gate }: Answer): readonly GateCheck[] => gate.checks.filter(({ outcome }) => outcome === 'failed');
/** State of a bench on which nothing was put. */
const NOTHING_ADDED = JSON.stringify([[], {}]);

export interface BenchOptions {
  readonly request: DesignRequest;
  readonly adapters: Adapters;
  /** Files the model may look at. */
  readonly repository?: RepositoryText;
  readonly model: string;
}

/**
 * What a model works on: the brief, what it has found in it so far, and the engine that alone computes. Everything a model
 * hands in is held against the texts before it counts.
 */
export class Workbench {
  readonly options: BenchOptions;
  /** What the user said after the brief, in order. */
  readonly said: string[] = [];
  #answers: Readonly<Record<string, string>> = {};
  #found: readonly Requirement[] = [];
  #suggestions: readonly ModelSuggestion[] = [];
  #weighed: readonly WeighedOption[] = [];
  #failures: readonly string[] = [];
  #designs = new Map<string, Designed>();
  #answered: { readonly state: string; readonly answer: Answer } | undefined;
  rounds = 0;

  constructor(options: BenchOptions) {
    this.options = options;
  }

  get found(): readonly Requirement[] {
    return this.#found;
  }
  get answers(): Readonly<Record<string, string>> {
    return this.#answers;
  }

  /** The request with what was found and answered; `contribution` goes with it into the answer. */
  request(contribution?: ModelContribution): DesignRequest {
    const { request } = this.options;
    return {
      ...request,
      requirements: [...(request.requirements ?? []), ...this.#found],
      answers: { ...request.answers, ...this.#answers },
      ...(contribution && { contribution }),
    };
  }

  reading(): ReturnType<typeof understand> {
    return understand(this.request());
  }

  /** Texts a claim may quote. */
  sources(): readonly Quotable[] {
    const { repository, request } = this.options;
    const files = repository?.files ?? [];
    return [
      { source: 'brief', text: request.brief },
      ...this.said.map((text, index): Quotable => ({ source: 'answer', name: `message ${index + 2}`, text })),
      ...files.flatMap(({ path }): readonly Quotable[] => {
        const text = repository?.quotable(path);
        return text === undefined ? [] : [{ source: 'file', name: path, text }];
      }),
    ];
  }

  /** Holds one claim against the texts and keeps it, as a requirement or as a question. */
  claim(claim: RequirementClaim): Grounded {
    if (this.#found.length >= MOST_REQUIREMENTS)
      return { outcome: 'ungrounded', why: `no more than ${MOST_REQUIREMENTS} requirements are taken` };
    const { catalogue } = this.options.request;
    const grounded = groundClaim(claim, {
      sources: this.sources(),
      reading: this.reading().reading,
      technologies: catalogue.technologies,
    });
    if (grounded.outcome === 'new') this.#found = [...this.#found, grounded.requirement];
    if (grounded.outcome === 'ungrounded') this.#suggest({ claim: claimText(claim), why: grounded.why });
    return grounded;
  }

  #suggest(suggestion: ModelSuggestion): void {
    const isNew = this.#suggestions.length < MOST_NOTES && !this.#suggestions.some(({ claim }) => claim === suggestion.claim);
    if (isNew) this.#suggestions = [...this.#suggestions, suggestion];
  }

  /** @returns how many requirements were taken back */
  withdraw(ids: readonly string[]): number {
    const before = this.#found.length;
    this.#found = this.#found.filter(({ id }) => !ids.includes(id));
    return before - this.#found.length;
  }

  /** An answer in the user's own words; another answer to the same question replaces it. */
  answer(id: string, text: string): readonly string[] {
    const before = this.#answers;
    this.#answers = { ...before, [id]: text };
    const errors = this.reading().diagnostics.filter(({ severity }) => severity === 'error');
    if (errors.length > 0) this.#answers = before;
    return errors.map(({ message, hint }) => `${message}${hint ? `; ${hint}` : ''}`);
  }

  weigh(option: WeighedOption): void {
    this.#weighed = [
      ...this.#weighed.filter((one) => one.option !== option.option || one.decision !== option.decision),
      option,
    ].slice(0, MOST_NOTES);
  }

  fail(what: string): void {
    if (this.#failures.length < MOST_NOTES && !this.#failures.includes(what)) this.#failures = [...this.#failures, what];
  }

  get #state(): string {
    return JSON.stringify([this.#found, this.#answers]);
  }

  /** The same state is designed once. */
  #design(request: DesignRequest, state = this.#state): Designed {
    const designed = this.#designs.get(state) ?? designBrief(request);
    this.#designs.set(state, designed);
    return designed;
  }

  /** The engine's answer as things stand, with versions and without proofs. */
  async designed(): Promise<Answer> {
    const state = this.#state;
    if (this.#answered?.state !== state) {
      const { verify } = this.options.adapters;
      const request = this.request();
      const answer = await completeAnswer(this.#design(request), request, verify ? { verify } : {});
      this.#answered = { state, answer };
    }
    return this.#answered.answer;
  }

  async speech(): Promise<Speech> {
    const { design, artefacts } = await this.designed();
    const said = this.said.join('\n');
    // The user's later words may be repeated like those of the brief.
    return speechOf(
      said === '' ? design : { ...design, brief: `${design.brief}\n${said}` },
      this.options.request.catalogue,
      artefacts,
    );
  }

  /** Prose held to the design as it stands. */
  async prose(text: string): Promise<{ readonly text: string; readonly faults: readonly ProseFault[] }> {
    return checkProse(text, await this.speech());
  }

  contribution(outcome: ModelContribution['outcome'], note?: string): ModelContribution {
    const isAccepted = outcome === 'accepted';
    const notTaken = isAccepted
      ? []
      : this.#found.map(({ statement }) => ({ claim: statement, why: 'it was found, and not taken, since no submission held' }));
    return {
      model: this.options.model,
      outcome,
      rounds: this.rounds,
      requirements: isAccepted ? this.#found : [],
      suggestions: [...notTaken, ...this.#suggestions],
      options: isAccepted ? this.#weighed : [],
      ...(isAccepted && note && { note }),
      failures: this.#failures,
    };
  }

  /**
   * Runs the whole engine and the gate on what was handed in. A design that no option satisfies is an answer too: the
   * requirements that clash are in the user's words.
   *
   * @returns the answer where it holds, or what it failed
   */
  async submit(note: string): Promise<{ readonly answer: Answer } | { readonly failed: readonly string[] }> {
    this.rounds++;
    const { text, faults } = await this.prose(note);
    if (faults.length > 0) return this.#refused(faults.map(faultText));
    const answer = await this.answerWith(this.contribution('accepted', text));
    const failed = failedChecks(answer);
    if (failed.length === 0 || answer.design.conflict !== undefined || this.#found.length === 0) return { answer };
    // What the engine's own answer fails as well is not the model's doing.
    const own = new Set(failedChecks(await this.own('overruled')).map(({ id }) => id));
    const ofModel = failed.filter(({ id }) => !own.has(id));
    return ofModel.length === 0 ? { answer } : this.#refused(ofModel.map(({ title, detail }) => `gate: ${title}: ${detail}`));
  }

  /** The whole answer as things stand, proofs included. */
  answerWith(contribution: ModelContribution): Promise<Answer> {
    const request = this.request(contribution);
    return completeAnswer(this.#design(request), request, this.options.adapters);
  }

  #refused(failed: readonly string[]): { readonly failed: readonly string[] } {
    for (const one of failed) this.fail(`round ${this.rounds}: ${one}`);
    return { failed };
  }

  /** The engine's own answer from what the user and the repository say, with what the model failed. */
  own(outcome: 'overruled' | 'unavailable'): Promise<Answer> {
    const request = { ...this.options.request, contribution: this.contribution(outcome) };
    return completeAnswer(this.#design(request, NOTHING_ADDED), request, this.options.adapters);
  }
}

import { faultText } from '@archwright/engine';
import { ANSWER_TOOLS } from '../bench/answer-tool.ts';
import { DESIGN_TOOLS } from '../bench/design-tools.ts';
import { FILE_TOOLS } from '../bench/file-tools.ts';
import { Conversation, type ConversationOptions } from './conversation.ts';
import { CHAT_PROMPT, framed } from './system-prompt.ts';

export type ChatOptions = Omit<ConversationOptions, 'system' | 'tools' | 'onText'> & {
  /** A checked paragraph of the model, as soon as it is whole. */
  show(paragraph: string): void;
};

/** Times a model may correct what it said to one message. */
const MOST_CORRECTIONS = 2;

/** A conversation at a terminal. Nothing the model says is shown before it was held against the design. */
export class ChatSession {
  readonly #options: ChatOptions;
  readonly #conversation: Conversation;
  /** Text of the paragraph that is still arriving. */
  #arriving = '';
  #shown = new Set<string>();
  #wrong: string[] = [];
  #hidden = 0;
  #isOpen = false;

  constructor(options: ChatOptions) {
    this.#options = options;
    this.#conversation = new Conversation({
      ...options,
      system: CHAT_PROMPT,
      tools: [...FILE_TOOLS, ...DESIGN_TOOLS, ...ANSWER_TOOLS],
      onText: (text) => this.#take(text),
    });
  }

  get used(): string {
    return this.#conversation.budget.toString();
  }

  /**
   * Hands a message of the user to the model; paragraphs are shown one by one as they arrive and hold.
   *
   * @returns why the model cannot go on, where it cannot
   */
  async message(text: string): Promise<string | undefined> {
    const { bench, transcript } = this.#options;
    if (this.#isOpen) bench.said.push(text);
    this.#conversation.renew();
    this.#conversation.say(this.#isOpen ? text : framed('brief', text));
    this.#isOpen = true;
    this.#shown = new Set();
    for (let corrections = 0; ;) {
      [this.#arriving, this.#wrong, this.#hidden] = ['', [], 0];
      const exchange = await this.#conversation.exchange();
      if ('kind' in exchange) return exchange.why;
      await this.#paragraph(this.#arriving);
      if (this.#hidden > 0) transcript.add({ type: 'withheld', paragraphs: this.#hidden, faults: this.#wrong });
      if (exchange.calls.length > 0) continue;
      if (this.#hidden === 0) return undefined;
      if (corrections++ >= MOST_CORRECTIONS) return this.#giveUp();
      this.#conversation.say(
        `Some of this was not shown to the user. Say it again without what is not of the design:\n${this.#wrong.slice(0, 12).join('\n')}`,
      );
    }
  }

  #giveUp(): undefined {
    const some = this.#wrong.slice(0, 3).join('; ');
    this.#options.show(`[${this.#hidden} of the model’s paragraphs withheld, not of this design: ${some}]`);
    return undefined;
  }

  async #take(text: string): Promise<void> {
    this.#arriving += text;
    for (let end = this.#arriving.indexOf('\n\n'); end >= 0; end = this.#arriving.indexOf('\n\n')) {
      const whole = this.#arriving.slice(0, end);
      this.#arriving = this.#arriving.slice(end + 2);
      await this.#paragraph(whole);
    }
  }

  async #paragraph(text: string): Promise<void> {
    const paragraph = text.trim();
    // What was shown already comes again with a correction, and after a reply that was cut off.
    if (paragraph === '' || this.#shown.has(paragraph)) return;
    const checked = await this.#options.bench.prose(paragraph);
    if (checked.faults.length === 0) {
      this.#shown.add(paragraph);
      this.#options.show(checked.text);
      return;
    }
    this.#hidden++;
    this.#wrong.push(...checked.faults.map(faultText));
  }
}
